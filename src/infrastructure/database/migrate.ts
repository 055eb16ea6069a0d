import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { DatabaseFault } from './fault.js';
import { MIGRATIONS } from './migrations/index.js';

/**
 * Brings the tables up to date, all new migrations in one transaction. Processes that start together wait for each
 * other on an advisory lock, without a limit on how long a migration may take.
 * @returns the names of the migrations that ran.
 * @throws DatabaseFault when the database was made by a newer Chorus, or cannot be reached.
 */
export async function migrateDatabase(connectionString: string): Promise<string[]> {
  const pool = new Pool({ connectionString, max: 2, application_name: 'chorus-migration' });
  pool.on('error', () => undefined);
  const db = new Kysely<MigrationTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseNewerDatabase(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

interface MigrationTables {
  migration: { name: string };
}

async function refuseNewerDatabase(db: Kysely<MigrationTables>): Promise<void> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'migration')) return;
  const done = await db.selectFrom('migration').select('name').orderBy('name').execute();
  const unknown = done.filter(({ name }) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  const names = unknown.map(({ name }) => name).join(', ');
  throw new DatabaseFault(
    `The database was made by a newer Chorus (it holds ${names}, which this one does not know): ` +
      'start that version, or give this one another database.',
  );
}
