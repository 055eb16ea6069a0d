import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import {
  createDatabase,
  type Database,
  migrateDatabase,
} from '../../../src/infrastructure/database/index.js';
import { MIGRATIONS } from '../../../src/infrastructure/database/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

describe('the connection to the ledger', () => {
  let database: TestDatabase;
  let connection: Database;
  const lost: Error[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    connection = createDatabase(database.connectionString, {
      poolSize: 2,
      applicationName: 'chorus-test',
      onConnectionLost: (error) => lost.push(error),
    });
  });

  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  async function first(query: ReturnType<typeof sql<Record<string, unknown>>>): Promise<unknown> {
    const { rows } = await query.execute(connection.db);
    return Object.values(rows[0] ?? {})[0];
  }

  it('reads an instant as whole milliseconds, whatever zone it was written in', async () => {
    const instant = Date.UTC(2031, 4, 30, 14, 0, 0, 123);
    expect(await first(sql`select timestamptz '2031-05-30 10:00:00.123-04'`)).toBe(instant);
    expect(await first(sql`select timestamptz '2031-05-30 14:00:00.123999+00'`)).toBe(instant);
    expect(await first(sql`select timestamptz '2031-05-30 14:00:00+00'`)).toBe(instant - 123);
    expect(await first(sql`select ${new Date(instant)}::timestamptz`)).toBe(instant);
    expect(await first(sql`select null::timestamptz`)).toBeNull();
  });

  it('reads counts as numbers and calendar days as text', async () => {
    expect(await first(sql`select count(*) from post`)).toBe(0);
    expect(await first(sql`select date '2031-05-30'`)).toBe('2031-05-30');
  });

  it('keeps documents exactly as they were written', async () => {
    const text = JSON.stringify({ first_name: { lastName: 'as it stands' } });
    expect(await first(sql`select ${text}::jsonb as some_document`)).toEqual(JSON.parse(text));
  });

  it('names itself, and limits what a statement and an idle transaction may take', async () => {
    expect(await first(sql`show application_name`)).toBe('chorus-test');
    expect(await first(sql`show timezone`)).toBe('UTC');
    expect(await first(sql`show statement_timeout`)).toBe('30s');
    expect(await first(sql`show idle_in_transaction_session_timeout`)).toBe('30s');
  });

  it('survives the loss of idle connections, reports it, and connects again', async () => {
    await first(sql`select 1`);
    const other = new Client({ connectionString: database.connectionString });
    await other.connect();
    await other.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'chorus-test' and datname = current_database()`);
    await other.end();
    while (lost.length === 0) await new Promise(setImmediate);
    expect(await first(sql`select 1`)).toBe(1);
  });
});

describe('migrating', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  async function execute(statement: string): Promise<void> {
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('does nothing to a database that is up to date', async () => {
    expect(await migrateDatabase(database.connectionString)).toEqual([]);
  });

  it('runs each migration once when several processes start together', async () => {
    await execute('drop schema public cascade; create schema public');
    const runs = await Promise.all([1, 2, 3].map(() => migrateDatabase(database.connectionString)));
    expect(runs.flat()).toEqual(Object.keys(MIGRATIONS));
  });

  it('refuses a database that a newer Chorus made, and leaves it as it is', async () => {
    await execute(`insert into migration (name, timestamp) values ('9999-future', now()::text)`);
    await expect(migrateDatabase(database.connectionString)).rejects.toThrow(
      /made by a newer Chorus \(it holds 9999-future.*start that version/,
    );
  });
});
