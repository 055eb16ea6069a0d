import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost } from '../journeys/journey.js';

const RELEASE = `“The river belongs to everyone who lives beside it,” said Ada Finch, Director of the River Alliance. “We will not stop asking.”`;

/** A day that the hearing of March 24 gives to the post instead of its wave's. */
const CHOSEN_AT = '2026-03-20T15:00:00.000Z';

describe('words that name the date of a hearing that moves', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: RELEASE,
      waves: [
        { name: 'The eve', timing: { kind: 'days', days: -1, time: '18:00' }, templates: ['countdown'] },
      ],
    });
    await journey.generate();
  });
  afterAll(() => chorus.close());

  const postOf = async (account: string): Promise<JourneyPost> => {
    const post = (await journey.posts()).find((one) => one.account === account);
    if (post === undefined) throw new Error(`@${account} has no post`);
    return post;
  };

  const hearing = (news: object): Promise<object> =>
    journey.call('PUT', `campaigns/${journey.campaignId}/hearing`, {
      source: 'the clerk',
      changedBy: 'Coordinator',
      ...news,
    });
  const heldOn = (date: string): object => ({ date, time: '10:00', zone: 'America/New_York' });

  it('are approved again where a person wrote them, since nobody else can change them', async () => {
    const post = await postOf('partner-1-1');
    const parts = [{ segments: [{ kind: 'text', text: 'Join us on March 24.' }], pictures: [] }];
    await journey.call('PUT', `posts/${post.id}/parts`, { parts, revision: post.revision, by: 'Partner' });
    await journey.approveAll();
    await hearing(heldOn('2026-03-31'));
    const moved = await postOf('partner-1-1');
    expect(moved).toMatchObject({ status: 'proposed', plannedAt: '2026-03-30T22:00:00.000Z' });
    expect(moved.reason).toContain('old date');
  });

  it('are approved again where a person chose the time, which stays', async () => {
    const { id } = await postOf('partner-2-1');
    await journey.call('PUT', `posts/${id}/time`, { plannedAt: CHOSEN_AT, by: 'Coordinator' });
    await journey.approveAll();
    await hearing(heldOn('2026-04-02'));
    const after = await postOf('partner-2-1');
    expect(after).toMatchObject({ status: 'proposed', plannedAt: CHOSEN_AT });
    expect(after.reason).toContain('old date');
  });

  it('do not leave at a time that a person chose while the hearing has no date', async () => {
    await journey.approveAll();
    await hearing({ status: 'unannounced' });
    await chorus.runUntil(Date.parse(CHOSEN_AT) + 60_000);
    expect(await postOf('partner-2-1')).toMatchObject({ status: 'proposed', plannedAt: CHOSEN_AT });
    expect(chorus.sandbox.livePosts('partner-2-1')).toEqual([]);
  });
});
