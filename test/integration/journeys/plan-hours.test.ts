import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { blackoutChangeAnswer, type BlackoutChangeAnswer } from '../../../src/contract/blackouts.js';
import type { HearingChangeAnswer, WaveAnswer } from '../../../src/contract/campaigns.js';
import { wavePreview } from '../../../src/contract/wave-preview.js';
import { TestChorus } from '../../support/chorus.js';
import { atOnce } from '../campaigns/at-once.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const MORNING = {
  name: 'Morning',
  timing: { kind: 'days', days: -7, time: '07:00' },
  templates: ['quotation'],
};
const HOUR_BEFORE = { name: 'Soon', timing: { kind: 'minutes', minutes: -60 }, templates: ['quotation'] };
const NIGHT = { from: '21:00', to: '08:00' };

let chorus: TestChorus;
let journey: Journey;
beforeEach(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
});
afterEach(() => chorus.close());

async function begin(waves: readonly object[]): Promise<void> {
  journey = await Journey.begin(chorus, {
    organizations: ['River Alliance', 'Commons Center'],
    accountsEach: 2,
    release: TWO_SPEAKERS,
    waves,
  });
}

const hours = (organization: number, quiet: object | null, zone: string | null = null) =>
  journey.call('PUT', `organizations/${journey.organizationIds[organization] ?? ''}/hours`, { zone, quiet });
const blackout = (date: string, query = '') =>
  journey.call<BlackoutChangeAnswer>('PUT', `campaigns/${journey.campaignId}/blackouts/${date}${query}`, {
    reason: 'a day of mourning',
    by: 'Coordinator',
  });
const lift = async (date: string) =>
  (await chorus.app.delete<BlackoutChangeAnswer>(`/api/campaigns/${journey.campaignId}/blackouts/${date}`))
    .body;
const byAccount = (posts: readonly JourneyPost[]) =>
  Object.fromEntries(posts.map(({ account, plannedAt }) => [account, plannedAt]));
const waveId = async (): Promise<string> => {
  const { items } = await journey.call<{ items: WaveAnswer[] }>(
    'GET',
    `campaigns/${journey.campaignId}/waves`,
  );
  return items[0]?.id ?? '';
};

describe('quiet hours', () => {
  it('move the posts of their organization to their end, in seconds of their own', async () => {
    await begin([MORNING]);
    await hours(0, NIGHT);
    const { places } = wavePreview.parse(await journey.call('GET', `waves/${await waveId()}/preview`));
    expect(await journey.generate()).toMatchObject({ made: 4, empty: [] });
    const planned = byAccount(await journey.posts());
    expect(planned).toEqual({
      'partner-1-1': '2026-03-17T12:00:00.000Z',
      'partner-1-2': '2026-03-17T12:00:01.000Z',
      'partner-2-1': '2026-03-17T11:00:02.000Z',
      'partner-2-2': '2026-03-17T11:00:03.000Z',
    });
    expect(Object.fromEntries(places.map(({ account, plannedAt }) => [account, plannedAt]))).toEqual(planned);
    await journey.approveAll();
    await chorus.runUntil('2026-03-17T12:00:05Z');
    expect(new Set((await journey.posts()).map(({ status }) => status))).toEqual(new Set(['published']));
  });

  it('are those of the organization’s own clock, on the day when its clocks change', async () => {
    await begin([MORNING]);
    await hours(0, NIGHT, 'Europe/London');
    await journey.reportHearing({ date: '2026-04-05' });
    await journey.generate();
    // Seven in New York is noon in London that Sunday, whose clocks went forward at one.
    expect(byAccount(await journey.posts())['partner-1-1']).toBe('2026-03-29T11:00:00.000Z');
    await hours(0, { from: '09:00', to: '12:30' }, 'Europe/London');
    await journey.reportHearing({ date: '2026-04-05', time: '10:30' });
    expect(byAccount(await journey.posts())['partner-1-1']).toBe('2026-03-29T11:30:00.000Z');
  });

  it('leave a cell empty where they end on another day or after the event, saying so', async () => {
    await begin([HOUR_BEFORE]);
    await hours(0, { from: '20:00', to: '10:30' });
    const { made, empty } = await journey.generate();
    expect(made).toBe(2);
    expect(empty.map(({ needs }) => needs)).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^another time: .* quiet hours/)),
    );
    const { places } = wavePreview.parse(await journey.call('GET', `waves/${await waveId()}/preview`));
    expect(places.filter(({ plannedAt }) => plannedAt === null)).toMatchObject([
      { account: 'partner-1-1', noTime: expect.stringContaining('quiet hours') },
      { account: 'partner-1-2', noTime: expect.stringContaining('quiet hours') },
    ]);
  });

  it('take the time from posts that a move would put there, listed before it happens', async () => {
    await begin([HOUR_BEFORE]);
    await hours(0, { from: '20:00', to: '09:30' });
    await journey.generate();
    await journey.reportHearing({ date: '2026-03-24', time: '11:00' });
    await journey.generate();
    await journey.approveAll();
    const earlier = { date: '2026-03-24', time: '09:00', zone: 'America/New_York' };
    const reported = { ...earlier, source: 'the clerk', changedBy: 'Coordinator' };
    const move = (query: string) =>
      journey.call<HearingChangeAnswer>('PUT', `campaigns/${journey.campaignId}/hearing${query}`, reported);
    const shown = await move('?preview=true');
    expect(shown.effect).toMatchObject({ noTime: 2, lostApproval: 2, moved: 2 });
    expect(shown.effect.posts.slice(0, 2)).toMatchObject([
      { effect: 'no-time', toAt: null, reason: expect.stringMatching(/^quiet-hours: /) },
      { effect: 'no-time', toAt: null },
    ]);
    expect((await move('')).effect).toEqual(shown.effect);
    const kept = (await journey.posts()).filter(({ account }) => account.startsWith('partner-1'));
    expect(kept.map(({ status, plannedAt, reason }) => [status, plannedAt, reason])).toEqual(
      Array.from({ length: 2 }, () => ['proposed', null, expect.stringMatching(/^quiet-hours: /)]),
    );
    await journey.reportHearing({ date: '2026-03-25', time: '11:00' });
    const again = await journey.posts();
    expect(again.every(({ plannedAt, reason }) => plannedAt !== null && reason === null)).toBe(true);
  });
});

describe('a blackout date', () => {
  beforeEach(() => begin([MORNING, { ...HOUR_BEFORE, timing: { kind: 'days', days: -1, time: '18:00' } }]));

  it('is kept free of posts when they are made', async () => {
    await blackout('2026-03-17');
    const { made, empty } = await journey.generate();
    expect(made).toBe(4);
    expect(empty.map(({ needs }) => needs)).toEqual(
      Array.from(
        { length: 4 },
        () => 'another time: 2026-03-17 is a blackout date of the campaign (a day of mourning)',
      ),
    );
  });

  it('takes the time from posts that are there, pinned and frozen ones too, and gives it back when it is lifted', async () => {
    await journey.generate();
    await journey.approveAll();
    const [pinned] = (await journey.posts()).filter(({ plannedAt }) => plannedAt?.startsWith('2026-03-23'));
    await journey.call('PUT', `posts/${pinned?.id ?? ''}/time`, {
      plannedAt: '2026-03-17T18:00:00Z',
      by: 'Coordinator',
    });
    await journey.approveAll();
    await chorus.app.patch(`/api/waves/${await waveId()}`, { freezeMinutes: 1_440 });
    chorus.clock.set('2026-03-16T20:00:00Z');
    const before = await journey.posts();
    const shown = await blackout('2026-03-17', '?preview=true');
    expect(blackoutChangeAnswer.parse(shown)).toEqual(shown);
    expect(shown.effect).toMatchObject({ noTime: 5, lostApproval: 5, frozen: 0, moved: 0 });
    expect(await journey.posts()).toEqual(before);
    expect((await blackout('2026-03-17')).effect).toEqual(shown.effect);
    expect((await blackout('2026-03-17')).changed).toBe(false);
    const kept = (await journey.posts()).filter(({ plannedAt }) => plannedAt === null);
    expect(kept.map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 5 }, () => ['proposed', expect.stringMatching(/^blackout: 2026-03-17 /)]),
    );
    await chorus.runUntil('2026-03-17T19:00:00Z');
    expect((await journey.posts()).filter(({ status }) => status === 'published')).toEqual([]);
    chorus.clock.set('2026-03-16T20:00:00Z');
    const lifted = await lift('2026-03-17');
    expect(lifted).toMatchObject({ changed: true, items: [], effect: { moved: 4 } });
    const times = (await journey.posts()).filter(({ plannedAt }) =>
      plannedAt?.startsWith('2026-03-17T11:00'),
    );
    expect(times.map(({ status }) => status)).toEqual(['proposed', 'proposed', 'proposed', 'proposed']);
  });

  it('is given no post by hand, by a move or by an undo', async () => {
    await journey.generate();
    await journey.approveAll();
    await blackout('2026-03-20');
    const [post] = await journey.posts();
    const byHand = { plannedAt: '2026-03-20T18:00:00Z', by: 'Coordinator' };
    expect(await chorus.app.put(`/api/posts/${post?.id ?? ''}/time`, byHand)).toMatchObject({
      status: 409,
      body: { code: 'blackout-date', detail: expect.stringContaining('a day of mourning') },
    });
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ date: '2026-03-27' });
    expect(effect).toMatchObject({ noTime: 4 });
    await blackout('2026-03-17');
    const undone = await journey.call<HearingChangeAnswer>(
      'POST',
      `campaigns/${journey.campaignId}/hearing/undo`,
      { changedBy: 'Coordinator' },
    );
    expect(undone.effect.notRestored + undone.effect.noTime).toBeGreaterThan(0);
    for (const { plannedAt } of await journey.posts())
      expect(plannedAt ?? '').not.toMatch(/^2026-03-(17|20)/);
  });

  it('holds for a missed post that is given a time while the date is added', async () => {
    await journey.generate();
    await chorus.runUntil('2026-03-17T11:30:00Z');
    const missed = (await journey.posts()).find(({ status }) => status === 'missed');
    const id = missed?.id ?? '';
    const byHand = { plannedAt: '2026-03-20T18:00:00Z', by: 'Coordinator' };
    await atOnce<unknown>(chorus.ledger, { table: 'post', id }, [
      () => chorus.app.put(`/api/posts/${id}/time`, byHand),
      () => blackout('2026-03-20'),
    ]);
    expect((await journey.posts()).find((post) => post.id === id)).toMatchObject({
      plannedAt: null,
      reason: expect.stringMatching(/^blackout: 2026-03-20/),
    });
  });

  it('holds while posts are made and given times at the same moment', async () => {
    await journey.generate();
    const posts = await journey.posts();
    const byHand = { plannedAt: '2026-03-20T18:00:00Z', by: 'Coordinator' };
    await Promise.all([
      ...posts.map(({ id }) => chorus.app.put(`/api/posts/${id}/time`, byHand)),
      blackout('2026-03-20'),
    ]);
    for (const { plannedAt } of await journey.posts()) expect(plannedAt ?? '').not.toMatch(/^2026-03-20/);
  });
});
