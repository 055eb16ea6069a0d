import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClaimRepository } from '../../../src/features/publishing/claim.repository.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost } from '../journeys/journey.js';

const RELEASE = `“The river belongs to everyone who lives beside it,” said Ada Finch, Director of the River Alliance. “We will not stop asking.”`;

/** Noon in New York, a week before the hearing of March 24. */
const WAVE_AT = Date.parse('2026-03-17T16:00:00Z');
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
      release: RELEASE,
      waves: [{ name: 'Week', timing: { kind: 'days', days: -7, time: '12:00' } }],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  const onePost = async (): Promise<JourneyPost> => {
    const [post] = await journey.posts();
    if (post === undefined) throw new Error('There is no post');
    return post;
  };
  const connect = (connected: boolean) => chorus.ledger.updateTable('account').set({ connected }).execute();

  it('is not judged by an alarm that rings hours early: what is wrong may be right by its instant', async () => {
    await connect(false);
    await chorus.runUntil(WAVE_AT - HOUR_MS);
    expect(await onePost()).toMatchObject({ status: 'approved' });
    await connect(true);
  });

  it('opens no attempt for a worker that is ready with another part than the next', async () => {
    await chorus.runUntil(WAVE_AT - 3_000);
    const { id, revision } = await onePost();
    chorus.clock.set(WAVE_AT - TIMING.claimLeadMs - 1);
    const claims = chorus.app.nest.get(ClaimRepository, { strict: false });
    const refused = await claims.claim([{ id, revision, part: 1 }], TIMING);
    expect(refused.get(id)).toBe('no');
    expect(await chorus.ledger.selectFrom('attempt').selectAll().execute()).toEqual([]);
    await chorus.runUntil(WAVE_AT + 1_000);
    expect(await onePost()).toMatchObject({ status: 'published' });
  });
});
