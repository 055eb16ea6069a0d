import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost } from '../journeys/journey.js';

const RELEASE = `“The river belongs to everyone who lives beside it,” said Ada Finch, Director of the River Alliance. “We will not stop asking.”`;

describe('the time that an approval is given for', () => {
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
  });
  afterAll(() => chorus.close());

  const onePost = async (): Promise<JourneyPost> => {
    const [post] = await journey.posts();
    if (post === undefined) throw new Error('There is no post');
    return post;
  };
  const decide = (post: JourneyPost, leeway?: object) =>
    chorus.app.request<{ code: string }>('POST', `/api/posts/${post.id}/approvals`, {
      organizationId: post.organizationId,
      fingerprint: post.fingerprint,
      plannedAt: post.plannedAt,
      decision: 'approve',
      by: 'Approver',
      ...(leeway === undefined ? {} : { leeway }),
    });
  const heldOn = (date: string): Promise<object> =>
    journey.call('PUT', `campaigns/${journey.campaignId}/hearing`, {
      date,
      time: '10:00',
      zone: 'America/New_York',
      source: 'the clerk',
      changedBy: 'Coordinator',
    });

  it('is the one that was shown: a post that was moved meanwhile is refused', async () => {
    const shown = await onePost();
    await heldOn('2026-03-31');
    expect(await decide(shown)).toMatchObject({ status: 409, body: { code: 'stale-instant' } });
    expect((await decide(await onePost())).status).toBe(200);
  });

  it('can be narrowed by approving again, and the narrower one holds', async () => {
    const post = await onePost();
    expect((await decide(post, { kind: 'minutes', minutes: 5 })).status).toBe(200);
    const { items } = await journey.call<{ items: { withdrawnAt: string | null }[] }>(
      'GET',
      `posts/${post.id}/approvals`,
    );
    expect(items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
    await heldOn('2026-04-01');
    expect(await onePost()).toMatchObject({ status: 'proposed' });
  });
});
