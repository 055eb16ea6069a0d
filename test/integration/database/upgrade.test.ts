import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import {
  createDatabase,
  type Database,
  migrateDatabase,
} from '../../../src/infrastructure/database/index.js';
import { MIGRATIONS } from '../../../src/infrastructure/database/migrations/index.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/postgres.js';

describe('a ledger of the first version', () => {
  let database: TestDatabase;
  let connection: Database;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    connection = createDatabase(database.connectionString, { poolSize: 2, applicationName: 'chorus-test' });
    const migrator = new Migrator({
      db: connection.db,
      provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const { error } = await migrator.migrateTo('0001-ledger');
    if (error !== undefined) throw error;
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const write = (statement: string) => sql.raw(statement).execute(connection.db);

  it('keeps its posts; those that quote without consent wait for it, and say so', async () => {
    await write(`
      insert into campaign (id, slug, name, seed) values ('${ID}1', 'c', 'C', 'c');
      insert into release (id, campaign_id, text, sha256) values ('${ID}2', '${ID}1', 'He said: “No.”', 'x');
      insert into statement (id, release_id, kind, position, spans, speaker, rule, confidence, status) values
        ('${ID}3', '${ID}2', 'quotation', 0, '[{"start":10,"end":13}]', 'Ada Finch', 'r', 'high', 'accepted'),
        ('${ID}4', '${ID}2', 'fact', 1, '[{"start":0,"end":7}]', null, 'r', 'high', 'accepted');
      insert into organization (id, name) values ('${ID}5', 'River Alliance');
      insert into account (id, organization_id, network, handle, remote_id, server_url, credentials)
        values ('${ID}6', '${ID}5', 'sandbox', 'river', '1', 'http://127.0.0.1:1', '');
      insert into wave (id, campaign_id, name, position, timing, spread_ms, grace_ms)
        values ('${ID}7', '${ID}1', 'A', 0, '{"kind":"minutes","minutes":0}', 0, 60000),
               ('${ID}8', '${ID}1', 'B', 1, '{"kind":"minutes","minutes":9}', 0, 60000);
      insert into post (id, campaign_id, wave_id, account_id, status, parts, fingerprint, depends_on_date, timing,
                        grace_ms)
        values ('${ID}9', '${ID}1', '${ID}7', '${ID}6', 'proposed', '[{}]', 'f', false, 't', 60000),
               ('${ID}a', '${ID}1', '${ID}8', '${ID}6', 'proposed', '[{}]', 'f', false, 't', 60000);
      update post set status = 'approved', due_at = now();
      insert into post_statement (post_id, statement_id, statement_revision)
        values ('${ID}9', '${ID}3', 1), ('${ID}a', '${ID}4', 1);`);
    await migrateDatabase(database.connectionString);
    const posts = await connection.db
      .selectFrom('post')
      .select(['id', 'status', 'dueAt', 'reason', 'revision'])
      .orderBy('id')
      .execute();
    expect(posts).toEqual([
      {
        id: `${ID}9`,
        status: 'proposed',
        dueAt: null,
        reason: expect.stringContaining('consent-missing'),
        revision: 2,
      },
      { id: `${ID}a`, status: 'approved', dueAt: expect.any(Number), reason: null, revision: 1 },
    ]);
  });
});

/** All but the last digit of an id. */
const ID = '00000000-0000-4000-8000-00000000000';
