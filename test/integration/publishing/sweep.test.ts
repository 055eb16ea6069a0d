import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { SWEEP_LOCK } from '../../../src/features/publishing/sweep.js';
import { TestChorus } from '../../support/chorus.js';
import {
  A_WEEK_BEFORE,
  A_WEEK_BEFORE_AT,
  Journey,
  type JourneyPost,
  TWO_SPEAKERS,
} from '../journeys/journey.js';

const SECOND_AT = Date.parse('2026-03-20T16:00:00Z');

describe('an account whose credentials cannot be opened', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [A_WEEK_BEFORE, { name: 'Days', timing: { kind: 'days', days: -4, time: '12:00' } }],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  const postsOf = async (account: string): Promise<readonly JourneyPost[]> =>
    (await journey.posts())
      .filter((post) => post.account === account)
      .sort((one, other) => String(one.plannedAt).localeCompare(String(other.plannedAt)));

  it('keeps no other account’s posts back, and its post in doubt stands so with what went wrong', async () => {
    chorus.sandbox.faults.add({ kind: 'answer-lost', times: 1, account: 'partner-1-1' });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 1_000);
    await chorus.ledger
      .updateTable('account')
      .set({ credentials: 'sealed with a key that is gone' })
      .where('handle', '=', 'partner-1-1')
      .execute();
    await chorus.runUntil(SECOND_AT + 1_000);
    const [unknown, waiting] = await postsOf('partner-1-1');
    expect(unknown).toMatchObject({ status: 'unknown' });
    expect(unknown?.reason).toContain('cannot be looked at');
    expect(waiting).toMatchObject({ status: 'approved' });
    expect((await postsOf('partner-2-1')).map(({ status }) => status)).toEqual(['published', 'published']);
    await chorus.runUntil(SECOND_AT + 20 * 60_000);
    await chorus.runUntil(SECOND_AT + 21 * 60_000);
    expect((await postsOf('partner-1-1'))[1]).toMatchObject({ status: 'missed' });
  });
});

describe('a process that stands still while it sweeps', () => {
  it('keeps the others from sweeping only for a while', async () => {
    const chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    try {
      await chorus.ledger.connection().execute(async (held) => {
        await sql`select pg_advisory_lock(${SWEEP_LOCK})`.execute(held);
        await chorus.ledger.deleteFrom('queueEpoch').execute();
        const swept = async (): Promise<boolean> =>
          (await chorus.ledger.selectFrom('queueEpoch').selectAll().execute()).length > 0;
        await chorus.sweep.run();
        expect(await swept()).toBe(false);
        await chorus.sweep.run();
        await chorus.sweep.run();
        expect(await swept()).toBe(true);
        await sql`select pg_advisory_unlock(${SWEEP_LOCK})`.execute(held);
      });
    } finally {
      await chorus.close();
    }
  });
});
