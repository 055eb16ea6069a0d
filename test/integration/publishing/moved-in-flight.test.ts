import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost } from '../journeys/journey.js';

const RELEASE = `“The river belongs to everyone who lives beside it,” said Ada Finch, Director of the River Alliance. “We will not stop asking.”`;

/** Noon in New York, a week before the hearing of March 24. */
const WAVE_AT = Date.parse('2026-03-17T16:00:00Z');

describe('a post on its way', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: RELEASE,
      waves: [{ name: 'Week', timing: { kind: 'days', days: -7, time: '12:00' }, graceMinutes: 120 }],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  const postOf = async (account: string): Promise<JourneyPost | undefined> =>
    (await journey.posts()).find((post) => post.account === account);

  it('does not go out by the old plan when the hearing moved before it was found not to have arrived', async () => {
    chorus.sandbox.faults.add({ kind: 'server-error', times: 1, account: 'partner-1-1' });
    chorus.sandbox.faults.add({ kind: 'refuse', reason: 'No\u0000 words \ud800', account: 'partner-2-1' });
    await chorus.runUntil(WAVE_AT + 1_000);
    expect(await postOf('partner-1-1')).toMatchObject({ status: 'unknown' });
    await journey.call('PUT', `campaigns/${journey.campaignId}/hearing`, {
      date: '2026-03-31',
      time: '10:00',
      zone: 'America/New_York',
      source: 'the clerk',
      changedBy: 'Coordinator',
    });
    await chorus.runUntil(WAVE_AT + 600_000);
    expect(chorus.sandbox.livePosts('partner-1-1')).toEqual([]);
    const post = await postOf('partner-1-1');
    expect(post).toMatchObject({ status: 'missed' });
    expect(post?.reason).toContain('hearing moved while it was being sent');
  });

  it('is recorded whatever characters the network’s reason holds', async () => {
    const post = await postOf('partner-2-1');
    expect(post).toMatchObject({ status: 'rejected' });
    expect(post?.reason).toContain('No words \ufffd');
  });
});
