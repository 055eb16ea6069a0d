import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import { MIGRATIONS } from '../../../src/infrastructure/database/migrations/index.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/postgres.js';

const CAMPAIGN = '00000000-0000-4000-8000-000000000001';

describe('a plan that an earlier Chorus made', () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;
  let client: Client;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    db = new Kysely<unknown>({
      dialect: new PostgresDialect({
        pool: new Pool({ connectionString: database.connectionString, max: 1 }),
      }),
    });
    client = new Client({ connectionString: database.connectionString });
    await client.connect();
    await MIGRATIONS['0001-ledger']?.up(db);
    await MIGRATIONS['0002-provenance']?.up(db);
    await client.query(`
      insert into campaign (id, slug, name, seed) values ('${CAMPAIGN}', 'old', 'Old', 'old');
      insert into hearing (campaign_id, status, starts_at, zone)
        values ('${CAMPAIGN}', 'decided', '2026-03-10T14:00:00Z', 'America/New_York');
      insert into hearing_change (campaign_id, status, starts_at, zone, source, changed_by, changed_at) values
        ('${CAMPAIGN}', 'set', '2026-03-10T14:00:00Z', 'America/New_York', 's', 'Noor', '2026-03-01T10:00:00Z'),
        ('${CAMPAIGN}', 'argued', '2026-03-10T14:00:00Z', 'America/New_York', 's', 'Noor', '2026-03-10T16:00:00Z'),
        ('${CAMPAIGN}', 'decided', '2026-03-10T14:00:00Z', 'America/New_York', 's', 'Noor', '2026-06-01T14:00:00Z');
      insert into wave (campaign_id, name, position, timing, spread_ms, grace_ms) values
        ('${CAMPAIGN}', 'Eve', 0, '{"kind":"days","days":-1,"time":"18:00"}', 0, 1),
        ('${CAMPAIGN}', 'Soon', 1, '{"kind":"minutes","minutes":-30}', 60000, 1);`);
    await MIGRATIONS['0003-plan']?.up(db);
  });
  afterAll(async () => {
    await client.end();
    await db.destroy();
    await database.drop();
  });

  it('counts from the hearing on the clock of the court', async () => {
    const { rows } = await client.query<{ timing: object }>('select timing from wave order by position');
    expect(rows.map(({ timing }) => timing)).toEqual([
      { event: 'hearing', clock: 'court', kind: 'days', days: -1, time: '18:00' },
      { event: 'hearing', kind: 'minutes', minutes: -30 },
    ]);
  });

  it('has its argument and its decision at the time of their report', async () => {
    const { rows } = await client.query<{ argued: Date; decided: Date }>(
      'select argued_at as argued, decided_at as decided from hearing',
    );
    expect(rows).toEqual([
      { argued: new Date('2026-03-10T16:00:00Z'), decided: new Date('2026-06-01T14:00:00Z') },
    ]);
    const changes = await client.query<{ at: Date | null }>(
      'select occurred_at as at from hearing_change order by id',
    );
    expect(changes.rows.map(({ at }) => at)).toEqual([
      null,
      new Date('2026-03-10T16:00:00Z'),
      new Date('2026-06-01T14:00:00Z'),
    ]);
  });
});
