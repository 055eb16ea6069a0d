import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ConsentGivingAnswer,
  ConsentItem,
  ConsentWithdrawalAnswer,
} from '../../../src/contract/consents.js';
import type { ReleaseAnswer, StatementAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey } from './journey.js';

const KEPT = 'We offered to mend the paths and to close the gates at night,';
const LEFT_OUT =
  ' to pick up the litter along the whole of the bank from the old mill down to the landing at Tidewell, to paint the railings, to trim the hedges twice a year and to pay for a second warden in the summer months,';
const REST = ' and each time the answer was a longer fence and a bigger lock.';
const RELEASE = `“${KEPT}${LEFT_OUT}${REST}” said Ada Finch, Director of the River Alliance.`;

/** The quotation is too long for the sandbox network's 300 characters. */
describe('a cut of a quotation', () => {
  let chorus: TestChorus;
  let journey: Journey;
  let statement: StatementAnswer;
  let organizationId: string;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: RELEASE,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
    const { statements } = await journey.call<ReleaseAnswer>('GET', `releases/${journey.releaseId}`);
    [statement] = statements as [StatementAnswer];
    [organizationId = ''] = journey.organizationIds;
  });
  afterAll(() => chorus.close());

  const removed = () => {
    const start = RELEASE.indexOf(LEFT_OUT);
    return [{ start, end: start + LEFT_OUT.length }];
  };
  const propose = (ranges = removed()) =>
    chorus.app.post<ConsentItem>(`/api/statements/${statement.id}/cuts`, {
      removed: ranges,
      by: 'Coordinator',
    });
  const agree = (cutId: string | null) =>
    journey.call<ConsentGivingAnswer>('POST', `organizations/${organizationId}/consents`, {
      items: [{ statementId: statement.id, revision: statement.revision, cutId }],
      by: 'Its press officer',
    });
  const cutItem = async () => {
    const path = `campaigns/${journey.campaignId}/consents`;
    const { items } = await journey.call<{ items: ConsentItem[] }>('GET', path);
    return items.find(({ cutId }) => cutId !== null);
  };
  const live = () => chorus.sandbox.livePosts('partner-1-1').map(({ text }) => text);

  it('is made of whole clauses, and shown as posts will show it', async () => {
    expect((await journey.generate()).empty).toEqual([
      expect.objectContaining({ needs: expect.stringContaining('a quotation of at most') }),
    ]);
    expect(await propose([{ start: 5, end: 9 }])).toMatchObject({
      status: 422,
      body: { code: 'cut-not-at-a-clause-end', fields: [{ field: 'removed' }] },
    });
    const { status, body } = await propose();
    expect(status).toBe(200);
    expect(body).toMatchObject({ text: `“${KEPT} […]${REST}”`, organizationId, consent: null });
    expect((await propose()).body.cutId).toBe(body.cutId);
  });

  it('is used by nothing before the speaker’s organization agrees to it', async () => {
    expect((await journey.generate()).made).toBe(0);
    const { cutId = null } = (await cutItem()) ?? {};
    expect((await agree(cutId)).given).toHaveLength(1);
    expect((await journey.generate()).made).toBe(1);
    expect((await journey.onePost()).parts[0]?.text).toContain(`“${KEPT} […]${REST}”`);
  });

  it('voids the posts that show it when the agreement is withdrawn, and is sent when it stands', async () => {
    await journey.approveAll();
    const item = await cutItem();
    const withdrawal = await journey.call<ConsentWithdrawalAnswer>(
      'POST',
      `consents/${item?.consent?.id ?? ''}/withdrawal`,
      { organizationId, by: 'Its press officer' },
    );
    const post = await journey.onePost();
    expect(withdrawal.posts).toMatchObject([{ id: post.id, effect: 'approval-lost' }]);
    expect(post).toMatchObject({ status: 'proposed', reason: expect.stringContaining('cut') });
    const approval = {
      organizationId,
      fingerprint: post.fingerprint,
      decision: 'approve',
      by: 'Approver',
    };
    expect(await chorus.app.post(`/api/posts/${post.id}/approvals`, approval)).toMatchObject({
      status: 422,
      body: { code: 'words-not-proved', detail: expect.stringContaining('not agreed') },
    });
    await agree(item?.cutId ?? null);
    expect(await chorus.app.post(`/api/posts/${post.id}/approvals`, approval)).toMatchObject({ status: 200 });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(live()).toEqual([expect.stringContaining(`“${KEPT} […]${REST}”`)]);
  });
});

describe('a cut whose agreement is withdrawn behind everyone’s back', () => {
  it('is held at the claim by the ledger', async () => {
    const chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    const journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: RELEASE,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
    const [statement] = (await journey.call<ReleaseAnswer>('GET', `releases/${journey.releaseId}`))
      .statements;
    const { id, revision } = statement as StatementAnswer;
    const start = RELEASE.indexOf(LEFT_OUT);
    const { cutId } = await journey.call<ConsentItem>('POST', `statements/${id}/cuts`, {
      removed: [{ start, end: start + LEFT_OUT.length }],
      by: 'Coordinator',
    });
    await journey.call('POST', `organizations/${journey.organizationIds[0] ?? ''}/consents`, {
      items: [{ statementId: id, revision, cutId }],
      by: 'Its press officer',
    });
    await journey.generate();
    await journey.approveAll();
    await chorus.runUntil(A_WEEK_BEFORE_AT - 3_000);
    // Armed by now, with the words proved: only the claim can still hold it.
    chorus.clock.set(A_WEEK_BEFORE_AT - 1_000);
    await chorus.ledger
      .updateTable('consent')
      .set({ withdrawnBy: 'somebody', withdrawnAt: new Date(chorus.clock.now()) })
      .where('cutId', '=', cutId)
      .execute();
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(chorus.sandbox.livePosts('partner-1-1')).toEqual([]);
    expect((await journey.onePost()).status).toBe('proposed');
    await chorus.close();
  });
});
