import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { TestChorus } from '../../support/chorus.js';
import { eventually } from '../../support/eventually.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from '../journeys/journey.js';

describe('a post whose row somebody holds beyond its instant', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  /** Whoever wants the row's lock waits for it. */
  const somebodyWaits = () =>
    eventually('somebody waits for the row', async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(chorus.ledger);
      return rows.length > 0;
    });

  it('leaves as soon as it is let go, and not only when a later sweep finds it overdue', async () => {
    const { id } = await journey.onePost();
    await chorus.runUntil(A_WEEK_BEFORE_AT - 3_000);
    let running: Promise<void> = Promise.resolve();
    await chorus.ledger.transaction().execute(async (trx) => {
      await trx.selectFrom('post').select('id').where('id', '=', id).forUpdate().execute();
      running = chorus.runUntil(A_WEEK_BEFORE_AT + 10_000);
      await somebodyWaits();
    });
    await running;
    expect(await journey.onePost()).toMatchObject({ status: 'published' });
  });
});
