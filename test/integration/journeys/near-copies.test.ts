import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NearCopyList } from '../../../src/contract/near-copies.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, type JourneyPost, ONE_SPEAKER } from './journey.js';

const OWN_WORDS = 'On Tuesday three judges hear why the landing should stay open to everybody who rows here.';

/** Two partners, each with a post in their own words. */
describe('two posts that say nearly the same', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeEach(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
  });
  afterEach(() => chorus.close());

  const on = (network: string) => chorus.ledger.updateTable('account').set({ network }).execute();
  const write = async (account: string, text: string): Promise<JourneyPost> => {
    const { id, revision } = await journey.postOf(account);
    const parts = [{ segments: [{ kind: 'text', text }], pictures: [] }];
    await journey.call('PUT', `posts/${id}/parts`, { parts, revision, by: 'Partner' });
    return journey.postOf(account);
  };
  const approve = ({ id, organizationId, fingerprint }: JourneyPost) =>
    chorus.app.post(`/api/posts/${id}/approvals`, {
      organizationId,
      fingerprint,
      decision: 'approve',
      by: 'Approver',
    });
  const list = (path: string) => journey.call<NearCopyList>('GET', `${path}/near-copies`);

  it('are shown side by side with what to change, and both can be approved where the network allows it', async () => {
    const one = await write('partner-1-1', OWN_WORDS);
    const other = await write('partner-2-1', `${OWN_WORDS} Come along.`);
    const { items, more } = await list(`campaigns/${journey.campaignId}`);
    expect({ count: items.length, more }).toEqual({ count: 1, more: 0 });
    expect(items[0]).toMatchObject({
      network: 'sandbox',
      blocks: false,
      advice: expect.stringMatching(/\S/),
    });
    expect(new Set([items[0]?.one.postId, items[0]?.other.postId])).toEqual(new Set([one.id, other.id]));
    for (const { parts, shared } of [items[0]?.one, items[0]?.other].flatMap((side) => side ?? [])) {
      const words = shared.map(({ part, start, end }) => parts[part]?.slice(start, end));
      expect(words.join(' ')).toContain('three judges hear');
    }
    expect((await list(`posts/${one.id}`)).items).toMatchObject([
      { one: { postId: one.id }, other: { postId: other.id } },
    ]);
    expect([(await approve(one)).status, (await approve(other)).status]).toEqual([200, 200]);
  });

  it('are not both approved on X: the second is refused, and told whose words they are', async () => {
    await on('x');
    const one = await write('partner-1-1', OWN_WORDS);
    const other = await write('partner-2-1', `${OWN_WORDS} Come along.`);
    expect(await approve(one)).toMatchObject({ status: 200 });
    expect(await approve(other)).toMatchObject({
      status: 409,
      body: { code: 'near-copy', detail: expect.stringMatching(/@partner-1-1 .*three judges.*own/s) },
    });
    expect(
      await approve(await write('partner-2-1', 'My uncle sold boats at this landing for forty years.')),
    ).toMatchObject({ status: 200 });
  });

  it('are not both approved on X when both are approved at the same moment', async () => {
    await on('x');
    const posts = [
      await write('partner-1-1', OWN_WORDS),
      await write('partner-2-1', `${OWN_WORDS} Come along.`),
    ];
    const answers = await Promise.all(posts.map(approve));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  it('are no copies once one of them is cancelled', async () => {
    await on('x');
    const one = await write('partner-1-1', OWN_WORDS);
    const other = await write('partner-2-1', OWN_WORDS);
    await approve(one);
    await journey.call('POST', `posts/${one.id}/cancellation`, {
      reason: 'the other says it',
      by: 'Coordinator',
    });
    expect((await list(`campaigns/${journey.campaignId}`)).items).toEqual([]);
    expect(await approve(other)).toMatchObject({ status: 200 });
  });

  it('are asked for of a campaign and a post that are there', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const path of [`campaigns/${nowhere}`, `posts/${nowhere}`]) {
      expect(await chorus.app.get(`/api/${path}/near-copies`)).toMatchObject({ status: 404 });
    }
  });
});
