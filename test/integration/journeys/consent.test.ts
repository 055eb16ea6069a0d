import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  ConsentGivingAnswer,
  ConsentItem,
  ConsentWithdrawalAnswer,
} from '../../../src/contract/consents.js';
import type { StatementAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER, TWO_SPEAKERS } from './journey.js';

describe('consent of the speakers’ own organizations', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeEach(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
    await journey.generate();
  });
  afterEach(() => chorus.close());

  const list = async (): Promise<readonly ConsentItem[]> =>
    (await journey.call<{ items: ConsentItem[] }>('GET', `campaigns/${journey.campaignId}/consents`)).items;
  const itemOf = async (speaker: string): Promise<ConsentItem> => {
    const item = (await list()).find((one) => one.speaker === speaker && one.cutId === null);
    if (item === undefined) throw new Error(`Nothing of ${speaker} needs consent`);
    return item;
  };
  const withdraw = ({ consent, organizationId }: ConsentItem, more: object = {}) =>
    chorus.app.post<ConsentWithdrawalAnswer>(`/api/consents/${consent?.id ?? ''}/withdrawal`, {
      organizationId,
      by: 'Its press officer',
      ...more,
    });
  const give = (organizationId: string | null, { statementId, revision, cutId }: ConsentItem) =>
    journey.call<ConsentGivingAnswer>('POST', `organizations/${organizationId ?? ''}/consents`, {
      items: [{ statementId, revision, cutId }],
      by: 'Its press officer',
    });
  const quoting = async (speaker: string) => {
    const post = (await journey.posts()).find(({ parts }) =>
      parts.some(({ text }) => text.includes(speaker)),
    );
    if (post === undefined) throw new Error(`No post quotes ${speaker}`);
    return post;
  };
  const approve = ({
    id,
    fingerprint,
    organizationId,
  }: {
    id: string;
    fingerprint: string;
    organizationId: string;
  }) =>
    chorus.app.post(`/api/posts/${id}/approvals`, {
      organizationId,
      fingerprint,
      decision: 'approve',
      by: 'Approver',
    });

  it('is asked of the organization that the release names, and stands on the record', async () => {
    expect(await itemOf('Bo Larsen')).toMatchObject({
      organization: 'Commons Center',
      organizationId: journey.organizationIds[1],
      text: '“Nobody should need a key to reach the water”',
      consent: { givenBy: 'Its press officer', withdrawnAt: null },
    });
  });

  it('voids approved posts when it is withdrawn, and nothing of them leaves until it is given again', async () => {
    await journey.approveAll();
    const item = await itemOf('Bo Larsen');
    const { body } = await withdraw(item, { reason: 'He left us.' });
    const voided = await quoting('Bo Larsen');
    expect(body).toMatchObject({
      consent: { withdrawnBy: 'Its press officer', withdrawalReason: 'He left us.' },
      posts: [{ id: voided.id, effect: 'approval-lost' }],
    });
    expect(voided).toMatchObject({
      status: 'proposed',
      reason: expect.stringContaining('consent-withdrawn'),
    });
    expect(await quoting('Ada Finch')).toMatchObject({ status: 'approved' });
    expect(await approve(voided)).toMatchObject({
      status: 409,
      body: { code: 'consent-needed', detail: expect.stringMatching(/Bo Larsen.*Commons Center/) },
    });
    expect((await withdraw(item)).body.posts).toEqual([]);
    await give(item.organizationId, await itemOf('Bo Larsen'));
    expect(await approve(voided)).toMatchObject({ status: 200 });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect((await quoting('Bo Larsen')).status).toBe('published');
  });

  it('is held against the claim, whatever was approved before', async () => {
    await journey.approveAll();
    // As if it had been withdrawn by a process that told no post of it.
    await chorus.ledger
      .updateTable('consent')
      .set({ withdrawnBy: 'somebody', withdrawnAt: new Date(chorus.clock.now()) })
      .where('statementId', '=', (await itemOf('Bo Larsen')).statementId)
      .execute();
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect((await quoting('Ada Finch')).status).toBe('published');
    expect(await quoting('Bo Larsen')).toMatchObject({
      status: 'proposed',
      reason: expect.stringContaining('consent-missing'),
    });
  });

  it('is listed for a campaign that is there', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const path of [`campaigns/${nowhere}/consents`, `statements/${nowhere}/history`]) {
      expect(await chorus.app.get(`/api/${path}`)).toMatchObject({ status: 404 });
    }
  });

  it('is void once the statement is changed', async () => {
    const { statementId } = await itemOf('Bo Larsen');
    await journey.call('PATCH', `statements/${statementId}`, { by: 'Coordinator', role: 'Lead Counsel' });
    expect((await itemOf('Bo Larsen')).consent).toBeNull();
    expect(await approve(await quoting('Bo Larsen'))).toMatchObject({ body: { code: 'consent-needed' } });
  });

  it('can be given and taken back by nobody else, nor to what was not shown', async () => {
    const item = await itemOf('Bo Larsen');
    const [other = ''] = journey.organizationIds;
    expect(await withdraw(item, { organizationId: other })).toMatchObject({ status: 403 });
    await withdraw(item);
    expect((await give(other, item)).refused).toMatchObject([{ code: 'not-its-words' }]);
    expect((await give(item.organizationId, { ...item, revision: 1 })).refused).toMatchObject([
      { code: 'statement-changed-meanwhile' },
    ]);
    await journey.call('POST', `statements/${item.statementId}/decision`, {
      decision: 'reject',
      by: 'Coordinator',
    });
    expect((await give(item.organizationId, item)).refused).toMatchObject([
      { code: 'statement-not-accepted' },
    ]);
  });

  it('stays with the organization that gave it first, whatever organizations come later', async () => {
    const { statementId, organizationId } = await itemOf('Bo Larsen');
    await chorus.ledger
      .updateTable('organization')
      .set({ name: 'Something else' })
      .where('id', '=', organizationId ?? '')
      .execute();
    await journey.call('POST', 'organizations', { name: 'Commons Center' });
    expect(await itemOf('Bo Larsen')).toMatchObject({ statementId, organizationId });
  });

  it('of several speakers is nobody’s to give until the review says whose', async () => {
    const { statementId } = await itemOf('Bo Larsen');
    await journey.call('PATCH', `statements/${statementId}`, {
      by: 'Coordinator',
      speaker: 'Bo Larsen and Ada Finch',
    });
    const item = await itemOf('Bo Larsen and Ada Finch');
    expect(item).toMatchObject({ organization: 'Commons Center', organizationId: null, consent: null });
    const [, commons = ''] = journey.organizationIds;
    expect((await give(commons, item)).refused).toMatchObject([
      { code: 'nobody-consents', detail: expect.stringContaining('said this together') },
    ]);
    await journey.call('PATCH', `statements/${statementId}`, {
      by: 'Coordinator',
      consentOrganizationId: commons,
    });
    expect((await give(commons, await itemOf('Bo Larsen and Ada Finch'))).given).toHaveLength(1);
  });

  it('has nobody to give it where the release names no organization, until the review says who', async () => {
    const { statementId } = await itemOf('Bo Larsen');
    const change = (more: object) =>
      journey.call<{ statement: StatementAnswer }>('PATCH', `statements/${statementId}`, {
        by: 'Coordinator',
        ...more,
      });
    await change({ organization: null });
    const [, organizationId = ''] = journey.organizationIds;
    expect((await give(organizationId, await itemOf('Bo Larsen'))).refused).toMatchObject([
      { code: 'nobody-consents', detail: expect.stringContaining('Bo Larsen') },
    ]);
    await change({ consentOrganizationId: organizationId });
    expect((await give(organizationId, await itemOf('Bo Larsen'))).given).toHaveLength(1);
  });

  it('is given for one campaign: the words of its releases are used in no other', async () => {
    const other = await Journey.begin(chorus, {
      campaign: 'Another hearing',
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
    const post = await quoting('Bo Larsen');
    await other.generate();
    const target = await other.onePost();
    const edit = {
      parts: post.parts.map(({ segments }) => ({ segments, pictures: [] })),
      revision: target.revision,
      by: 'Coordinator',
    };
    expect(await chorus.app.request('PUT', `/api/posts/${target.id}/parts`, edit)).toMatchObject({
      status: 422,
      body: { code: 'words-not-proved', detail: expect.stringContaining('this campaign') },
    });
  });
});
