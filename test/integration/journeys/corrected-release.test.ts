import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeAnswer } from '../../../src/contract/notices.js';
import type { ReleaseAnswer, ReleaseCorrectionAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { consentToAll, Journey, TWO_SPEAKERS } from './journey.js';

/** A line above moves all that stands below it; one quotation reads otherwise. */
const CORRECTED = `Corrected by the coalition.

${TWO_SPEAKERS.replace('Nobody should need a key', 'Nobody should ever need a key')}`;

/** In each wave one account quotes Ada Finch and the other Bo Larsen. The first wave is out when the correction comes. */
describe('a corrected release', () => {
  let chorus: TestChorus;
  let journey: Journey;
  let answer: ReleaseCorrectionAnswer;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [
        { name: 'Two weeks', timing: { kind: 'days', days: -14, time: '10:00' }, templates: ['quotation'] },
        { name: 'Week', timing: { kind: 'days', days: -7, time: '12:00' }, templates: ['quotation'] },
      ],
    });
    await journey.generate();
    await journey.approveAll();
    await chorus.runUntil('2026-03-10T15:00:00Z');
    answer = await journey.call('POST', `releases/${journey.releaseId}/correction`, {
      text: CORRECTED,
      by: 'Coordinator',
      note: 'Bo Larsen said “ever”.',
    });
  });
  afterAll(() => chorus.close());

  const quoting = async (name: string) =>
    (await journey.posts()).filter(({ parts }) => parts.some(({ text }) => text.includes(name)));

  it('keeps what stands unchanged, and what was approved with it, and sends it', async () => {
    expect(answer.standing).toBe(1);
    expect(answer.release).toMatchObject({
      version: 2,
      correctsId: journey.releaseId,
      note: expect.any(String),
    });
    const unsent = (await quoting('Ada Finch')).filter(({ status }) => status !== 'published');
    expect(unsent.map(({ status }) => status)).toEqual(unsent.map(() => 'approved'));
    expect(unsent.length).toBeGreaterThan(0);
  });

  it('takes the approval from unsent posts that use what it no longer says, and lists them', async () => {
    const [flag, ...others] = answer.flagged;
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      because: 'words-changed',
      message: expect.stringContaining('Nobody should'),
    });
    const unsent = (await quoting('Bo Larsen')).filter(({ status }) => status !== 'published');
    expect(unsent.length).toBeGreaterThan(0);
    for (const post of unsent) {
      expect(post).toMatchObject({
        status: 'proposed',
        reason: expect.stringContaining('statement-withdrawn'),
      });
      expect(answer.posts).toContainEqual(
        expect.objectContaining({ id: post.id, effect: 'approval-lost', statementIds: [flag?.id] }),
      );
    }
  });

  it('offers a correction or a take-down of live posts, and keeps what was decided', async () => {
    const live = (await quoting('Bo Larsen')).filter(({ status }) => status === 'published');
    expect(live.length).toBeGreaterThan(0);
    const open = () =>
      journey.call<{ items: NoticeAnswer[] }>('GET', `campaigns/${journey.campaignId}/correction-notices`);
    const { items } = await open();
    expect(items.map(({ postId }) => postId).sort()).toEqual(live.map(({ id }) => id).sort());
    expect(items[0]).toMatchObject({ status: 'published', urls: [expect.stringMatching(/^http/)] });
    const resolve = (id: string, body: object) =>
      chorus.app.post<NoticeAnswer>(`/api/correction-notices/${id}/resolution`, {
        by: 'Coordinator',
        ...body,
      });
    const id = items[0]?.id ?? '';
    expect(await resolve(id, { resolution: 'corrected' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'url' }] },
    });
    expect(await resolve(id, { resolution: 'left' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'note' }] },
    });
    expect(await resolve(id, { resolution: 'taken-down', note: 'Wrong words.' })).toMatchObject({
      status: 200,
      body: { status: 'taken-down', resolution: 'taken-down', resolvedBy: 'Coordinator' },
    });
    expect(await resolve(id, { resolution: 'left', note: 'No.' })).toMatchObject({ status: 409 });
    expect((await open()).items).toHaveLength(items.length - 1);
  });

  it('proposes the new words for review, and what is made of them is sent', async () => {
    const fresh = answer.release.statements.filter(({ status }) => status === 'proposed');
    expect(fresh).toEqual([
      expect.objectContaining({ speaker: 'Bo Larsen', releaseId: answer.release.id, revision: 1 }),
    ]);
    expect(fresh[0]?.spans[0]?.text).toMatch(/^Nobody should ever need a key/);
    await journey.call('POST', `statements/${fresh[0]?.id ?? ''}/decision`, {
      decision: 'accept',
      by: 'Coordinator',
    });
    await consentToAll(chorus, journey.campaignId, answer.release.id);
    for (const { id } of (await quoting('Bo Larsen')).filter(({ status }) => status === 'proposed')) {
      await journey.call('POST', `posts/${id}/cancellation`, { reason: 'old words', by: 'Coordinator' });
    }
    expect((await journey.generate()).made).toBeGreaterThan(0);
    await journey.approveAll();
    await chorus.runUntil('2026-03-17T17:00:00Z');
    const sent = (await journey.posts())
      .filter(({ status }) => status === 'published')
      .flatMap(({ parts }) => parts);
    expect(sent.some(({ text }) => text.includes('Ada Finch'))).toBe(true);
    const after = sent.filter(({ text }) => text.includes('Nobody should'));
    expect(after.some(({ text }) => text.includes('Nobody should ever need a key'))).toBe(true);
  });

  it('shows each version with the statements that stand in it, where they stand in it', async () => {
    for (const id of [journey.releaseId, answer.release.id]) {
      const release = await journey.call<ReleaseAnswer>('GET', `releases/${id}`);
      for (const { spans, standsAt } of release.statements) {
        expect(standsAt.map(({ start, end }) => release.text.slice(start, end))).toEqual(
          spans.map(({ text }) => text),
        );
      }
    }
    const first = await journey.call<ReleaseAnswer>('GET', `releases/${journey.releaseId}`);
    expect(first).toMatchObject({ version: 1, correctedById: answer.release.id });
    expect(first.statements.map(({ status }) => status)).toEqual(['accepted', 'withdrawn']);
  });

  it('sent again answers with the version that it made, and changes nothing', async () => {
    const before = await journey.posts();
    const again = await chorus.app.post(`/api/releases/${journey.releaseId}/correction`, {
      text: CORRECTED,
      by: 'Somebody else',
    });
    expect(again).toMatchObject({
      status: 200,
      body: { created: false, release: { id: answer.release.id, version: 2 }, standing: 1, posts: [] },
    });
    expect(await journey.posts()).toEqual(before);
  });

  it('is refused for an older version, for a text that stands, and for a decision on what is withdrawn', async () => {
    const correct = (id: string, text: string) =>
      chorus.app.post(`/api/releases/${id}/correction`, { text, by: 'Coordinator' });
    expect(await correct(journey.releaseId, `${CORRECTED}!`)).toMatchObject({
      status: 409,
      body: { code: 'not-the-newest-version', detail: expect.stringContaining(answer.release.id) },
    });
    expect(await correct(answer.release.id, CORRECTED)).toMatchObject({
      status: 422,
      body: { code: 'release-same-text' },
    });
    const withdrawn = answer.flagged[0]?.id ?? '';
    const decision = { decision: 'accept', by: 'Coordinator' };
    expect(await chorus.app.post(`/api/statements/${withdrawn}/decision`, decision)).toMatchObject({
      status: 409,
      body: { code: 'statement-withdrawn' },
    });
    const history = await journey.call<{ items: { change: string; detail: object }[] }>(
      'GET',
      `statements/${withdrawn}/history`,
    );
    expect(history.items.map(({ change }) => change)).toEqual(['accepted', 'withdrawn']);
    expect(history.items[1]?.detail).toMatchObject({ because: 'words-changed' });
  });

  it('may go back to the words of an earlier version, which are then reviewed anew', async () => {
    const back = await journey.call<ReleaseCorrectionAnswer>(
      'POST',
      `releases/${answer.release.id}/correction`,
      { text: TWO_SPEAKERS, by: 'Coordinator' },
    );
    expect(back).toMatchObject({ created: true, release: { version: 3, correctsId: answer.release.id } });
    expect(back.release.statements.map(({ status }) => status)).toEqual(['accepted', 'proposed']);
  });
});
