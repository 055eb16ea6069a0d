import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PhraseAnswer, PhraseWithdrawalAnswer } from '../../../src/contract/phrases.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from '../journeys/journey.js';

const PHRASE = '“Right to Roam Act”';

let chorus: TestChorus;
let journey: Journey;
const begin = async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  journey = await Journey.begin(chorus, {
    organizations: ['River Alliance'],
    accountsEach: 1,
    release: ONE_SPEAKER,
    waves: [{ ...A_WEEK_BEFORE, templates: ['own-voice'] }],
  });
  await journey.generate();
};

const mark = (text: string) =>
  chorus.app.post<PhraseAnswer>(`/api/campaigns/${journey.campaignId}/phrases`, {
    text,
    reason: 'The name of the law',
    by: 'Coordinator',
  });
const write = async (text: string) => {
  const { id, revision } = await journey.onePost();
  const parts = [{ segments: [{ kind: 'text', text }], pictures: [] }];
  return chorus.app.request('PUT', `/api/posts/${id}/parts`, { parts, revision, by: 'Coordinator' });
};

describe('a phrase in quotation marks that is nobody’s quotation', () => {
  beforeAll(begin);
  afterAll(() => chorus.close());

  it('is refused until a person has marked it, and then is what a post may write', async () => {
    const text = `The ${PHRASE} keeps this river open.`;
    expect(await write(text)).toMatchObject({ status: 422, body: { code: 'words-not-proved' } });
    const marked = await mark(PHRASE);
    expect(marked).toMatchObject({
      status: 200,
      body: { text: PHRASE, markedBy: 'Coordinator', reason: 'The name of the law', withdrawnAt: null },
    });
    expect((await mark(PHRASE)).body.id).toBe(marked.body.id);
    expect(await write(text)).toMatchObject({ status: 200 });
    expect(await write(`${text} “We agree,” says the mayor.`)).toMatchObject({ status: 422 });
    await journey.approveAll();
    await chorus.runUntil('2026-03-02T15:00:00Z');
    expect(await journey.onePost()).toMatchObject({ status: 'approved' });
  });

  it('cannot be the words of somebody whom a release quotes, nor words without marks', async () => {
    expect(await mark('“We will not stop asking.”')).toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/^phrase-/), fields: [{ field: 'text' }] },
    });
    expect(await mark('Right to Roam Act')).toMatchObject({ status: 422 });
  });

  it('takes the approval of the posts that write it when it is marked no longer', async () => {
    const list = await journey.call<{ items: PhraseAnswer[] }>(
      'GET',
      `campaigns/${journey.campaignId}/phrases`,
    );
    const withdrawal = await journey.call<PhraseWithdrawalAnswer>(
      'POST',
      `phrases/${list.items[0]?.id ?? ''}/withdrawal`,
      { by: 'Coordinator' },
    );
    const post = await journey.onePost();
    expect(withdrawal).toMatchObject({
      phrase: { withdrawnBy: 'Coordinator' },
      posts: [{ id: post.id, effect: 'approval-lost' }],
    });
    expect(post).toMatchObject({ status: 'proposed', reason: expect.stringContaining('phrase-withdrawn') });
    expect(
      await chorus.app.post(`/api/posts/${post.id}/approvals`, {
        organizationId: post.organizationId,
        fingerprint: post.fingerprint,
        decision: 'approve',
        by: 'Approver',
      }),
    ).toMatchObject({ status: 422, body: { code: 'words-not-proved' } });
    await chorus.runUntil(A_WEEK_BEFORE_AT + 60_000);
    expect(chorus.sandbox.livePosts('partner-1-1')).toHaveLength(0);
  });
});

describe('a phrase that a later release quotes', () => {
  beforeAll(begin);
  afterAll(() => chorus.close());

  it('is marked no longer once a release quotes it, and the approved posts that write it wait', async () => {
    const { body: marked } = await mark('“Open water, open town”');
    expect(await write('Walk with “Open water, open town” on Sunday.')).toMatchObject({ status: 200 });
    await journey.approveAll();
    await journey.call('POST', `campaigns/${journey.campaignId}/releases`, {
      text: '“Open water, open town is what we ask for,” said Ada Finch, Director of the River Alliance.',
    });
    const { items } = await journey.call<{ items: PhraseAnswer[] }>(
      'GET',
      `campaigns/${journey.campaignId}/phrases`,
    );
    expect(items.find(({ id }) => id === marked.id)).toMatchObject({
      withdrawnBy: expect.stringContaining('quotes these words'),
    });
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      reason: expect.stringContaining('phrase-withdrawn'),
    });
    expect(await mark('“Open water, open town”')).toMatchObject({ status: 422 });
  });

  it('can be marked while its mark is being withdrawn: one mark stands', async () => {
    const withdrawing = mark('“Carrow Charter”').then(({ body: { id } }) =>
      Promise.all([
        chorus.app.post(`/api/phrases/${id}/withdrawal`, { by: 'Coordinator' }),
        ...[1, 2, 3, 4].map(() => mark('“Carrow Charter”')),
      ]),
    );
    expect((await withdrawing).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const standing = await chorus.ledger
      .selectFrom('phrase')
      .select('id')
      .where('text', '=', '“Carrow Charter”')
      .where('withdrawnAt', 'is', null)
      .execute();
    expect(standing.length).toBeLessThanOrEqual(1);
  });

  it('can be marked while releases that quote it come in: no mark stands beside its quotation', async () => {
    const text = '“Every bank of the Carrow”';
    const freeze = (n: number) =>
      chorus.app.post(`/api/campaigns/${journey.campaignId}/releases`, {
        text: `“Every bank of the Carrow is ours to walk, ${n} times over,” said Ada Finch, Director of the River Alliance.`,
      });
    await mark('“Carrow Walk”');
    const answers = await Promise.all([mark(text), freeze(1), mark(text), freeze(2), mark(text), freeze(3)]);
    expect(answers.map(({ status }) => status).every((status) => [200, 201, 422].includes(status))).toBe(
      true,
    );
    const standing = await chorus.ledger
      .selectFrom('phrase')
      .select('id')
      .where('text', '=', text)
      .where('withdrawnAt', 'is', null)
      .execute();
    expect(standing).toEqual([]);
  });
});
