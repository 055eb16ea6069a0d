import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createDatabase, type Database } from '../../../src/infrastructure/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

describe('a database of a test', () => {
  let database: TestDatabase;
  let connection: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    connection = createDatabase(database.connectionString, { poolSize: 2, applicationName: 'chorus-test' });
  });

  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  it('holds the tables, empty', async () => {
    expect(await connection.db.selectFrom('post').selectAll().execute()).toEqual([]);
  });

  it('is not seen by another test', async () => {
    const other = await createTestDatabase();
    await sql`create table mine ()`.execute(connection.db);
    const second = createDatabase(other.connectionString, { poolSize: 1, applicationName: 'chorus-test' });
    const { rows } = await sql`select 1 from pg_tables where tablename = 'mine'`.execute(second.db);
    expect(rows).toEqual([]);
    await second.close();
    await other.drop();
  });
});
