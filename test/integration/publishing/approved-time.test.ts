import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, type JourneyPost, ONE_SPEAKER } from '../journeys/journey.js';

describe('the time that an approval is given for', () => {
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
  });
  afterAll(() => chorus.close());

  const decide = (post: JourneyPost, leeway?: object) =>
    chorus.app.request<{ code: string }>('POST', `/api/posts/${post.id}/approvals`, {
      organizationId: post.organizationId,
      fingerprint: post.fingerprint,
      plannedAt: post.plannedAt,
      decision: 'approve',
      by: 'Approver',
      ...(leeway === undefined ? {} : { leeway }),
    });

  it('is the one that was shown: a post that was moved meanwhile is refused', async () => {
    const shown = await journey.onePost();
    await journey.reportHearing({ date: '2026-03-31' });
    expect(await decide(shown)).toMatchObject({ status: 409, body: { code: 'stale-instant' } });
    expect((await decide(await journey.onePost())).status).toBe(200);
  });

  it('can be narrowed by approving again, and the narrower one holds', async () => {
    const post = await journey.onePost();
    expect((await decide(post, { kind: 'minutes', minutes: 5 })).status).toBe(200);
    const { items } = await journey.call<{ items: { withdrawnAt: string | null }[] }>(
      'GET',
      `posts/${post.id}/approvals`,
    );
    expect(items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
    await journey.reportHearing({ date: '2026-04-01' });
    expect(await journey.onePost()).toMatchObject({ status: 'proposed' });
  });
});
