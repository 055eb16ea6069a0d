import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from '../journeys/journey.js';

describe('a post on its way', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [{ ...A_WEEK_BEFORE, graceMinutes: 120 }],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  it('does not go out by the old plan when the hearing moved before it was found not to have arrived', async () => {
    chorus.sandbox.faults.add({ kind: 'server-error', times: 1, account: 'partner-1-1' });
    chorus.sandbox.faults.add({ kind: 'refuse', reason: 'No\u0000 words \ud800', account: 'partner-2-1' });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 1_000);
    expect(await journey.postOf('partner-1-1')).toMatchObject({ status: 'unknown' });
    await journey.reportHearing({ date: '2026-03-31' });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 600_000);
    expect(chorus.sandbox.livePosts('partner-1-1')).toEqual([]);
    const post = await journey.postOf('partner-1-1');
    expect(post).toMatchObject({ status: 'missed' });
    expect(post.reason).toContain('hearing moved while it was being sent');
  });

  it('is recorded whatever characters the network’s reason holds', async () => {
    const post = await journey.postOf('partner-2-1');
    expect(post).toMatchObject({ status: 'rejected' });
    expect(post.reason).toContain('No words \ufffd');
  });
});
