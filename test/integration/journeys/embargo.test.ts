import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmbargoAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from './journey.js';

const HOUR_MS = 3_600_000;

describe('a release under embargo', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeEach(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
  });
  afterEach(() => chorus.close());

  const embargo = (until: number | null): Promise<EmbargoAnswer> =>
    journey.call('PUT', `releases/${journey.releaseId}/embargo`, {
      until: until === null ? null : new Date(until).toISOString(),
      by: 'Coordinator',
    });
  const live = () => chorus.sandbox.livePosts('partner-1-1').length;

  it('gives no post to a wave before its end, and says what the place needs', async () => {
    await embargo(A_WEEK_BEFORE_AT + 1);
    const { made, empty } = await journey.generate();
    expect(made).toBe(0);
    expect(empty).toEqual([expect.objectContaining({ needs: expect.stringContaining('embargo') })]);
    await embargo(A_WEEK_BEFORE_AT);
    expect((await journey.generate()).made).toBe(1);
  });

  it('takes the approval of what would leave before its end, and sends nothing before', async () => {
    await journey.generate();
    await journey.approveAll();
    const { posts } = await embargo(A_WEEK_BEFORE_AT + HOUR_MS);
    const { id } = await journey.onePost();
    expect(posts).toEqual([expect.objectContaining({ id, effect: 'approval-lost' })]);
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      dueAt: null,
      reason: expect.stringContaining('embargoed'),
    });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(live()).toBe(0);
  });

  it('lets nobody approve, edit or reschedule a post into its time', async () => {
    await journey.generate();
    await embargo(A_WEEK_BEFORE_AT + HOUR_MS);
    const post = await journey.onePost();
    const refused = {
      status: 409,
      body: { code: 'under-embargo', detail: expect.stringContaining('2026-03-17T17:00') },
    };
    const { fingerprint, organizationId } = post;
    const approve = (print: string) =>
      chorus.app.post(`/api/posts/${post.id}/approvals`, {
        organizationId,
        fingerprint: print,
        decision: 'approve',
        by: 'Approver',
      });
    const reschedule = (at: number) =>
      chorus.app.request('PUT', `/api/posts/${post.id}/time`, {
        plannedAt: new Date(at).toISOString(),
        by: 'Coordinator',
      });
    expect(await approve(fingerprint)).toMatchObject(refused);
    expect(
      await chorus.app.request('PUT', `/api/posts/${post.id}/parts`, {
        revision: post.revision,
        by: 'Coordinator',
        parts: post.parts.map(({ segments }) => ({ segments, pictures: [] })),
      }),
    ).toMatchObject(refused);
    expect(await reschedule(A_WEEK_BEFORE_AT + HOUR_MS - 1)).toMatchObject(refused);
    expect(await reschedule(A_WEEK_BEFORE_AT + HOUR_MS)).toMatchObject({ status: 200 });
    expect(await approve(fingerprint)).toMatchObject({ status: 200 });
    await chorus.runUntil(A_WEEK_BEFORE_AT + HOUR_MS - 1);
    expect(live()).toBe(0);
    await chorus.runUntil(A_WEEK_BEFORE_AT + HOUR_MS + 1);
    expect(live()).toBe(1);
  });

  it('holds for every version of the release', async () => {
    await embargo(A_WEEK_BEFORE_AT + HOUR_MS);
    const text = `Corrected.\n\n${ONE_SPEAKER}`;
    const corrected = await journey.call<{ release: { id: string; embargoUntil: string | null } }>(
      'POST',
      `releases/${journey.releaseId}/correction`,
      { text, by: 'Coordinator' },
    );
    expect(corrected.release.embargoUntil).toBe(new Date(A_WEEK_BEFORE_AT + HOUR_MS).toISOString());
    expect((await journey.generate()).made).toBe(0);
    await journey.call('PUT', `releases/${corrected.release.id}/embargo`, { until: null, by: 'Coordinator' });
    expect((await journey.generate()).made).toBe(1);
  });

  it('takes the approval of a post that a moved hearing puts before its end', async () => {
    await journey.generate();
    await embargo(A_WEEK_BEFORE_AT);
    await journey.approveAll();
    const { effect } = await journey.reportHearing<{ effect: object }>({ date: '2026-03-20' });
    expect(effect).toMatchObject({ moved: 1, lostApproval: 1 });
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      reason: expect.stringContaining('embargoed'),
    });
  });

  it('holds at the claim, whatever was planned before', async () => {
    await journey.generate();
    await journey.approveAll();
    // As if it had been set by a process that told no post of it.
    await chorus.ledger
      .updateTable('release')
      .set({ embargoUntil: new Date(A_WEEK_BEFORE_AT + HOUR_MS) })
      .execute();
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(live()).toBe(0);
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      reason: expect.stringContaining('embargoed'),
    });
  });
});
