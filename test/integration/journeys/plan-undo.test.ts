import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HearingChangeAnswer } from '../../../src/contract/campaigns.js';
import type { ReleaseAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const EVE = { name: 'The eve', timing: { kind: 'days', days: -1, time: '18:00' }, templates: ['countdown'] };
const TWO_WEEKS = {
  name: 'Two weeks',
  timing: { kind: 'days', days: -14, time: '10:00' },
  templates: ['quotation'],
};
const DAY_AFTER = {
  name: 'The day after',
  timing: { event: 'argued', kind: 'days', days: 1, time: '08:00' },
  templates: ['after-argument'],
};

let chorus: TestChorus;
let journey: Journey;
beforeEach(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  journey = await Journey.begin(chorus, {
    organizations: ['River Alliance', 'Commons Center', 'Delta Friends'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: [TWO_WEEKS, EVE, DAY_AFTER],
  });
  await journey.generate();
});
afterEach(() => chorus.close());

const ask = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object) =>
  chorus.app.request<HearingChangeAnswer & { code?: string }>(method, `/api/${path}`, body);
const undo = (query = '') =>
  ask('POST', `campaigns/${journey.campaignId}/hearing/undo${query}`, { changedBy: 'Coordinator' });
const moveTo = (date: string) => journey.reportHearing<HearingChangeAnswer>({ date });
const decide = ({ id, organizationId, fingerprint }: JourneyPost, decision: object) =>
  journey.call('POST', `posts/${id}/approvals`, { organizationId, fingerprint, by: 'Approver', ...decision });
const withdraw = ({ id, organizationId }: JourneyPost) =>
  journey.call('POST', `posts/${id}/approvals/withdrawal`, { organizationId, by: 'Approver' });
const edit = ({ id, revision }: JourneyPost, text: string) =>
  journey.call('PUT', `posts/${id}/parts`, {
    parts: [{ segments: [{ kind: 'text', text }], pictures: [] }],
    revision,
    by: 'Coordinator',
  });

async function fresh({ id }: JourneyPost): Promise<JourneyPost> {
  return journey.call('GET', `posts/${id}`);
}

/** All that people see of posts, by their ids; revisions grow with every change. */
async function seen(): Promise<ReadonlyMap<string, JourneyPost>> {
  const posts = await journey.posts();
  return new Map(posts.map((post) => [post.id, { ...post, revision: 0 }]));
}

async function inWave(name: string): Promise<readonly JourneyPost[]> {
  const { items } = await journey.call<{ items: { id: string; name: string }[] }>(
    'GET',
    `campaigns/${journey.campaignId}/waves`,
  );
  const id = items.find((wave) => wave.name === name)?.id;
  return (await journey.posts()).filter(({ waveId }) => waveId === id);
}

describe('undoing a move of the hearing', () => {
  it('puts every post back as it was: words, time, status and approval', async () => {
    const [first, second, third] = await inWave(EVE.name);
    const [soon, later, last] = await inWave(TWO_WEEKS.name);
    if (!first || !second || !third || !soon || !later || !last) throw new Error('There are too few posts');
    await decide(first, { decision: 'approve', leeway: { kind: 'follows-hearing' } });
    await edit(second, 'Tomorrow is the day, March 24.');
    await decide(await fresh(second), { decision: 'approve', leeway: { kind: 'minutes', minutes: 30 } });
    await decide(third, { decision: 'request-changes', note: 'Say it shorter.' });
    await decide(soon, { decision: 'approve', leeway: { kind: 'minutes', minutes: 30 } });
    await decide(later, { decision: 'decline' });
    await journey.call('PUT', `posts/${last.id}/time`, {
      plannedAt: '2026-03-12T15:00:00Z',
      by: 'Coordinator',
    });
    const before = await seen();

    // As a text that names the date it is filled anew by the move, and then names the court, too.
    await chorus.ledger.updateTable('post').set({ dependsOnDate: true }).where('id', '=', first.id).execute();
    await chorus.app.patch(`/api/campaigns/${journey.campaignId}`, { court: 'the High Court' });
    const { effect } = await moveTo('2026-03-12');
    expect(effect).toMatchObject({ missed: 1 });
    expect(effect.lostApproval).toBeGreaterThan(0);
    expect((await seen()).get(first.id)?.parts[0]?.text).toContain('the High Court');

    const shown = await undo('?preview=true');
    const moved = await seen();
    const done = await undo();
    expect(done.body.effect).toEqual(shown.body.effect);
    expect(moved).not.toEqual(before);
    expect(done.body.effect.restored).toBeGreaterThan(0);
    expect(done.body.effect).toMatchObject({ notRestored: 0, lostApproval: 0, missed: 0 });
    expect(await seen()).toEqual(before);
    await chorus.runUntil('2026-03-10T14:00:05Z');
    expect((await seen()).get(soon.id)?.status).toBe('published');
  });

  it('leaves those alone that somebody changed since: they follow their wave and are listed', async () => {
    await journey.approveAll();
    await moveTo('2026-03-31');
    const [edited, withdrawn, untouched] = await inWave(TWO_WEEKS.name);
    if (!edited || !withdrawn || !untouched) throw new Error('There are too few posts');
    await edit(edited, 'Our own words.');
    await withdraw(withdrawn);
    const { body } = await undo();
    expect(body.effect).toMatchObject({ restored: 4, notRestored: 2 });
    const listed = body.effect.posts.filter(({ effect }) => effect === 'not-restored');
    expect(listed.map(({ id }) => id).toSorted()).toEqual([edited.id, withdrawn.id].toSorted());
    expect(listed[0]).toMatchObject({
      toAt: expect.stringContaining('2026-03-10T14:00:0'),
      reason: expect.stringContaining('changed after the move'),
    });
    const posts = await seen();
    expect(posts.get(edited.id)).toMatchObject({ status: 'proposed', parts: [{ text: 'Our own words.' }] });
    expect(posts.get(withdrawn.id)).toMatchObject({ status: 'proposed' });
    expect(posts.get(untouched.id)).toMatchObject({ status: 'approved' });
    for (const id of [edited.id, withdrawn.id, untouched.id]) {
      expect(posts.get(id)?.plannedAt).toContain('2026-03-10T14:00:0');
    }
  });

  it('gives no approval back that does not stand any more', async () => {
    const [one] = await inWave(EVE.name);
    if (!one) throw new Error('There is no post');
    await decide(one, { decision: 'approve', leeway: { kind: 'minutes', minutes: 30 } });
    await moveTo('2026-03-31');
    expect(await fresh(one)).toMatchObject({ status: 'proposed' });
    await withdraw(one);
    const { body } = await undo();
    expect((await seen()).get(one.id)).toMatchObject({
      status: 'proposed',
      reason: expect.stringMatching(/^undone: the approval/),
    });
    expect(body.effect.posts.find(({ id }) => id === one.id)).toMatchObject({ effect: 'approve-again' });
  });

  it('gives no approval back for words that were changed or taken back meanwhile', async () => {
    const posts = await inWave(TWO_WEEKS.name);
    for (const post of posts) {
      await decide(post, { decision: 'approve', leeway: { kind: 'minutes', minutes: 30 } });
    }
    await moveTo('2026-03-31');
    const quoting = posts.filter(({ parts }) => parts.some(({ text }) => text.includes('Bo Larsen')));
    expect(quoting).not.toHaveLength(0);
    expect(quoting).not.toHaveLength(posts.length);
    const { statements } = await journey.call<ReleaseAnswer>('GET', `releases/${journey.releaseId}`);
    const ofBo = statements.find(({ speaker }) => speaker === 'Bo Larsen');
    await journey.call('PATCH', `statements/${ofBo?.id ?? ''}`, { by: 'Coordinator', role: 'Chair' });
    await undo();
    const undone = await seen();
    for (const post of posts) {
      expect(undone.get(post.id)).toMatchObject(
        quoting.includes(post)
          ? { status: 'proposed', reason: expect.stringMatching(/^undone: a statement/) }
          : { status: 'approved' },
      );
    }
  });

  it('gives no approval back to a post whose near copy was approved meanwhile, where the network forbids one', async () => {
    await chorus.ledger.updateTable('account').set({ network: 'x' }).execute();
    const words = 'The landing has to stay open to everybody who rows here, whoever they are.';
    const [one, other] = await inWave(TWO_WEEKS.name);
    if (!one || !other) throw new Error('There are too few posts');
    await edit(one, words);
    await decide(await fresh(one), { decision: 'approve', leeway: { kind: 'minutes', minutes: 30 } });
    await moveTo('2026-03-31');
    expect(await fresh(one)).toMatchObject({ status: 'proposed' });
    await edit(await fresh(other), `${words} Come along.`);
    await decide(await fresh(other), { decision: 'approve', leeway: { kind: 'follows-hearing' } });
    await undo();
    const posts = await seen();
    expect(posts.get(other.id)).toMatchObject({ status: 'approved' });
    expect(posts.get(one.id)).toMatchObject({
      status: 'proposed',
      reason: expect.stringMatching(/^near-copy: X forbids/),
    });
  });

  it('is refused once a post left by the date that the move gave it, whoever is first', async () => {
    await journey.approveAll();
    await moveTo('2026-03-17');
    await chorus.runUntil('2026-03-03T15:00:05Z');
    const before = await seen();
    expect([...before.values()].filter(({ status }) => status === 'published')).toHaveLength(3);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'move-already-left' } });
    expect(await seen()).toEqual(before);
  });

  it('misses what would have left meanwhile, and says so', async () => {
    await journey.approveAll();
    await moveTo('2026-03-31');
    await chorus.runUntil('2026-03-10T15:00:00Z');
    const { body } = await undo();
    expect(body.effect).toMatchObject({ missed: 3 });
    expect((await inWave(TWO_WEEKS.name)).map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 3 }, () => ['missed', expect.stringMatching(/^undone: its time passed/)]),
    );
  });

  it('makes the waves of the argument wait again', async () => {
    await journey.approveAll();
    await chorus.runUntil('2026-03-24T16:00:00Z');
    await journey.reportHearing({ status: 'argued' });
    expect((await inWave(DAY_AFTER.name)).every(({ plannedAt }) => plannedAt !== null)).toBe(true);
    await undo();
    expect((await inWave(DAY_AFTER.name)).map(({ status, plannedAt }) => [status, plannedAt])).toEqual(
      Array.from({ length: 3 }, () => ['approved', null]),
    );
    await chorus.runUntil('2026-03-25T13:00:00Z');
    expect((await inWave(DAY_AFTER.name)).map(({ status }) => status)).toEqual([
      'approved',
      'approved',
      'approved',
    ]);
  });

  it('gives a cancelled hearing its date back, and says that its posts have to be made again', async () => {
    await journey.approveAll();
    await journey.reportHearing({ status: 'cancelled' });
    const { body } = await undo();
    expect(body.effect).toMatchObject({ restored: 0, notRestored: 9 });
    expect(body.effect.posts[0]?.reason).toContain('make the posts of its wave again');
    expect(await journey.generate()).toMatchObject({ made: 9, kept: 0 });
  });

  it('holds together while people edit and approve at the same time', async () => {
    await journey.approveAll();
    await moveTo('2026-03-31');
    const posts = await journey.posts();
    await Promise.all([
      undo(),
      ...posts
        .slice(0, 4)
        .map((post) => ask('PUT', `posts/${post.id}/time`, { plannedAt: '2026-03-20T15:00:00Z', by: 'X' })),
      ...posts.slice(4).map((post) =>
        ask('POST', `posts/${post.id}/approvals/withdrawal`, {
          organizationId: post.organizationId,
          by: 'Approver',
        }),
      ),
    ]);
    for (const post of await journey.posts()) {
      if (post.status === 'approved' && post.plannedAt !== null)
        expect(post.plannedAt).toMatch(/^2026-03-(10|23)/);
    }
  });
});
