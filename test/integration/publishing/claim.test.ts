import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClaimRepository } from '../../../src/features/publishing/claim.repository.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from '../journeys/journey.js';

const HOUR_MS = 3_600_000;
const TIMING = { claimedBy: 'test', claimLeadMs: 250, reconcileAfterMs: 15_000 };

describe('an approved post', () => {
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

  const connect = (connected: boolean) => chorus.ledger.updateTable('account').set({ connected }).execute();

  it('is not judged by an alarm that rings hours early: what is wrong may be right by its instant', async () => {
    await connect(false);
    await chorus.runUntil(A_WEEK_BEFORE_AT - HOUR_MS);
    expect(await journey.onePost()).toMatchObject({ status: 'approved' });
    await connect(true);
  });

  it('opens no attempt for a worker that is ready with another part than the next', async () => {
    await chorus.runUntil(A_WEEK_BEFORE_AT - 3_000);
    const { id, revision } = await journey.onePost();
    chorus.clock.set(A_WEEK_BEFORE_AT - TIMING.claimLeadMs - 1);
    const claims = chorus.app.nest.get(ClaimRepository, { strict: false });
    const refused = await claims.claim([{ id, revision, part: 1 }], TIMING);
    expect(refused.get(id)).toBe('no');
    expect(await chorus.ledger.selectFrom('attempt').selectAll().execute()).toEqual([]);
    await chorus.runUntil(A_WEEK_BEFORE_AT + 1_000);
    expect(await journey.onePost()).toMatchObject({ status: 'published' });
  });
});
