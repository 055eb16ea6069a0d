import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const RELEASE = `A coalition today asked the court to keep the river open.
${TWO_SPEAKERS}
A survey by the Valley Institute found that 72 percent of residents walk along the bank each week.`;

interface Problem {
  readonly code: string;
  readonly detail: string;
}

describe('what stops a post, and what is refused', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center', 'Valley Institute'],
      accountsEach: 1,
      release: RELEASE,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
  });
  afterAll(() => chorus.close());

  const refused = async (
    method: 'POST' | 'PUT',
    path: string,
    body: object,
  ): Promise<Problem & { status: number }> => {
    const { status, body: problem } = await chorus.app.request<Problem>(method, `/api/${path}`, body);
    return { ...problem, status };
  };

  const decision = (post: JourneyPost, change: object = {}): object => ({
    organizationId: post.organizationId,
    fingerprint: post.fingerprint,
    decision: 'approve',
    by: 'Approver',
    ...change,
  });

  it('refuses an approval of anything but the fingerprint that stands', async () => {
    const post = await journey.onePost();
    const stale = await refused(
      'POST',
      `posts/${post.id}/approvals`,
      decision(post, { fingerprint: 'v1:old' }),
    );
    expect(stale).toMatchObject({ status: 409, code: 'stale-fingerprint' });
  });

  it('lets only the account’s own organization decide', async () => {
    const post = await journey.onePost();
    const other = journey.organizationIds.find((id) => id !== post.organizationId);
    const answer = await refused(
      'POST',
      `posts/${post.id}/approvals`,
      decision(post, { organizationId: other }),
    );
    expect(answer).toMatchObject({ status: 403, code: 'not-its-organization' });
  });

  it('takes the same approval twice without harm', async () => {
    const post = await journey.onePost();
    await journey.call('POST', `posts/${post.id}/approvals`, decision(post));
    const again = await journey.call<{ items: object[] }>(
      'POST',
      `posts/${post.id}/approvals`,
      decision(post),
    );
    expect(again.items).toHaveLength(1);
    expect((await journey.onePost()).status).toBe('approved');
  });

  it('voids the approval when the post is edited, and refuses an edit of an older revision', async () => {
    const post = await journey.onePost();
    const parts = [{ segments: [{ kind: 'text', text: 'In our own words: keep it open.' }], pictures: [] }];
    const edited = await journey.call<JourneyPost>('PUT', `posts/${post.id}/parts`, {
      parts,
      revision: post.revision,
      by: 'Partner',
    });
    expect(edited).toMatchObject({ status: 'proposed' });
    expect(edited.fingerprint).not.toBe(post.fingerprint);
    const late = { parts, revision: post.revision, by: 'Somebody else' };
    expect(await refused('PUT', `posts/${post.id}/parts`, late)).toMatchObject({
      status: 409,
      code: 'post-changed',
    });
    const old = await refused('POST', `posts/${post.id}/approvals`, decision(post));
    expect(old).toMatchObject({ status: 409, code: 'stale-fingerprint' });
  });

  it('refuses words that nobody said, wherever they come from', async () => {
    const post = await journey.onePost();
    const text = 'As Ada Finch said, “we will win”.';
    const edit = {
      parts: [{ segments: [{ kind: 'text', text }], pictures: [] }],
      revision: post.revision,
      by: 'X',
    };
    expect(await refused('PUT', `posts/${post.id}/parts`, edit)).toMatchObject({
      status: 422,
      code: 'words-not-proved',
    });
  });

  it('refuses a text that does not fit, saying how much it takes', async () => {
    const post = await journey.onePost();
    const parts = [{ segments: [{ kind: 'text', text: 'river '.repeat(60) }], pictures: [] }];
    const answer = await refused('PUT', `posts/${post.id}/parts`, {
      parts,
      revision: post.revision,
      by: 'X',
    });
    expect(answer).toMatchObject({ status: 422, code: 'does-not-fit' });
    expect(answer.detail).toContain('of 300');
  });

  it('sends nothing during a pause, misses what came due, and fires no backlog when resumed', async () => {
    await journey.approveAll();
    const { pause } = await journey.call<{ pause: { id: string } }>('POST', 'pauses', {
      scope: 'campaign',
      scopeId: journey.campaignId,
      reason: 'the court may move the date',
      by: 'Coordinator',
    });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(liveTexts(chorus)).toEqual([]);
    const resumed = await journey.call<{ missed: number }>('POST', `pauses/${pause.id}/resumption`, {
      by: 'Coordinator',
    });
    expect(resumed.missed).toBe(3);
    await chorus.runUntil(A_WEEK_BEFORE_AT + 300_000);
    expect(liveTexts(chorus)).toEqual([]);
    const statuses = (await journey.posts()).map(({ status }) => status);
    expect(statuses).toEqual(['missed', 'missed', 'missed']);
    const again = await refused('POST', `pauses/${pause.id}/resumption`, { by: 'Coordinator' });
    expect(again).toMatchObject({ status: 409, code: 'already-resumed' });
  });

  it('publishes a missed post at the new time that a person chose, once it is approved for it', async () => {
    const post = await journey.onePost();
    const past = { plannedAt: '2026-03-10T00:00:00Z', by: 'Coordinator' };
    expect(await refused('PUT', `posts/${post.id}/time`, past)).toMatchObject({
      status: 422,
      code: 'in-the-past',
    });
    const plannedAt = '2026-03-18T15:00:00.000Z';
    await journey.call('PUT', `posts/${post.id}/time`, { plannedAt, by: 'Coordinator' });
    await journey.call('POST', `posts/${post.id}/approvals`, decision(await journey.onePost()));
    await chorus.runUntil(Date.parse(plannedAt) + 1_000);
    expect(liveTexts(chorus)).toHaveLength(1);
    expect((await journey.onePost()).status).toBe('published');
  });

  it('refuses to edit, cancel or withdraw what is live, saying why', async () => {
    const post = await journey.onePost();
    const parts = [{ segments: [{ kind: 'text', text: 'Other words.' }], pictures: [] }];
    const edit = { parts, revision: post.revision, by: 'X' };
    expect(await refused('PUT', `posts/${post.id}/parts`, edit)).toMatchObject({
      status: 409,
      code: 'post-not-editable',
    });
    const cancellation = { reason: 'no', by: 'X' };
    expect(await refused('POST', `posts/${post.id}/cancellation`, cancellation)).toMatchObject({
      status: 409,
    });
    const withdrawal = { organizationId: post.organizationId, by: 'X' };
    expect(await refused('POST', `posts/${post.id}/approvals/withdrawal`, withdrawal)).toMatchObject({
      status: 409,
      code: 'already-published',
    });
  });

  it('tells every try and every live part of a post', async () => {
    const post = await journey.onePost();
    const history = await journey.call<{ attempts: object[]; publications: object[] }>(
      'GET',
      `posts/${post.id}/publishing`,
    );
    expect(history.attempts).toMatchObject([{ part: 0, state: 'published' }]);
    expect(history.publications).toMatchObject([{ part: 0, adopted: false }]);
  });
});

function liveTexts(chorus: TestChorus): readonly string[] {
  return ['partner-1-1', 'partner-2-1', 'partner-3-1'].flatMap((handle) =>
    chorus.sandbox.livePosts(handle).map(({ text }) => text),
  );
}
