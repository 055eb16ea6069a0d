import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HearingChangeAnswer, LaunchChangeAnswer } from '../../../src/contract/campaigns.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const LAUNCH = {
  name: 'Launch day',
  timing: { event: 'launch', kind: 'days', days: 0, time: '09:00', clock: 'partner' },
  templates: ['quotation'],
};
const EVE = { name: 'The eve', timing: { kind: 'days', days: -1, time: '18:00' }, templates: ['countdown'] };
const DAY_AFTER = {
  name: 'The day after',
  timing: { event: 'argued', kind: 'days', days: 1, time: '08:00' },
  templates: ['after-argument'],
};
const DECISION = {
  name: 'The decision',
  timing: { event: 'decided', kind: 'minutes', minutes: 30 },
  templates: ['quotation'],
};

async function begin(waves: readonly object[]): Promise<Journey> {
  const chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  const journey = await Journey.begin(chorus, {
    organizations: ['River Alliance', 'Commons Center'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: waves.map((wave) => ({ spreadSeconds: 10, ...wave })),
  });
  await journey.call('PUT', `organizations/${journey.organizationIds[1] ?? ''}/hours`, {
    zone: 'America/Los_Angeles',
    quiet: null,
  });
  return journey;
}

const launchAt = (journey: Journey, at: string | null) =>
  journey.call<LaunchChangeAnswer>('PUT', `campaigns/${journey.campaignId}/launch`, { launchAt: at });

async function postsOf(journey: Journey, wave: string): Promise<readonly JourneyPost[]> {
  const { items } = await journey.call<{ items: { id: string; name: string }[] }>(
    'GET',
    `campaigns/${journey.campaignId}/waves`,
  );
  const id = items.find(({ name }) => name === wave)?.id;
  return (await journey.posts()).filter(({ waveId }) => waveId === id);
}

const plannedAt = (posts: readonly JourneyPost[]) =>
  posts.toSorted((a, b) => a.account.localeCompare(b.account)).map((post) => post.plannedAt);
const statusesOf = (posts: readonly JourneyPost[]) => [...new Set(posts.map(({ status }) => status))];

describe('a campaign whose waves count from launch, hearing, argument and decision', () => {
  let journey: Journey;
  let chorus: TestChorus;
  beforeAll(async () => {
    journey = await begin([LAUNCH, EVE, DAY_AFTER, DECISION]);
    chorus = journey.chorus;
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  it('is planned and approved while only the hearing has a date, and the other waves wait', async () => {
    expect(statusesOf(await journey.posts())).toEqual(['approved']);
    for (const wave of [LAUNCH, DAY_AFTER, DECISION]) {
      expect(plannedAt(await postsOf(journey, wave.name))).toEqual([null, null]);
    }
  });

  it('launches at nine on each partner’s own clock', async () => {
    const { effect } = await launchAt(journey, '2026-03-04T14:00:00Z');
    expect(effect).toMatchObject({ moved: 2, lostApproval: 0, waiting: 0, dropped: 0 });
    const planned = plannedAt(await postsOf(journey, LAUNCH.name));
    expect(planned.map((at) => at?.slice(0, 16))).toEqual(['2026-03-04T14:00', '2026-03-04T17:00']);
    await chorus.runUntil('2026-03-04T16:59:59Z');
    expect(chorus.sandbox.livePosts('partner-1-1')).toHaveLength(1);
    expect(chorus.sandbox.livePosts('partner-2-1')).toHaveLength(0);
    await chorus.runUntil('2026-03-04T17:00:10Z');
    expect(chorus.sandbox.livePosts('partner-2-1')).toHaveLength(1);
  });

  it('keeps the waves of argument and decision waiting when the hearing moves', async () => {
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ date: '2026-03-31' });
    expect(effect).toMatchObject({ moved: 2, waiting: 0, lostApproval: 0 });
    expect(statusesOf(await postsOf(journey, EVE.name))).toEqual(['approved']);
    expect(plannedAt(await postsOf(journey, DAY_AFTER.name))).toEqual([null, null]);
  });

  it('sends what follows the argument by when it really ended', async () => {
    await chorus.runUntil('2026-03-31T16:00:00Z');
    expect(statusesOf(await postsOf(journey, EVE.name))).toEqual(['published']);
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ status: 'argued' });
    expect(effect).toMatchObject({ moved: 2, lostApproval: 0, missed: 0 });
    await chorus.runUntil('2026-04-01T12:00:30Z');
    expect(statusesOf(await postsOf(journey, DAY_AFTER.name))).toEqual(['published']);
    expect(plannedAt(await postsOf(journey, DECISION.name))).toEqual([null, null]);
  });

  it('sends what follows the decision by when it came', async () => {
    await chorus.runUntil('2026-06-12T14:10:00Z');
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({
      status: 'decided',
      at: '2026-06-12T14:05:00Z',
    } as { status: string });
    expect(effect).toMatchObject({ moved: 2, lostApproval: 0, missed: 0 });
    await chorus.runUntil('2026-06-12T14:36:00Z');
    expect(statusesOf(await journey.posts())).toEqual(['published']);
  });
});

describe('a hearing that is cancelled', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await begin([LAUNCH, EVE, DAY_AFTER, DECISION]);
    await launchAt(journey, '2026-03-04T14:00:00Z');
    await journey.generate();
    await journey.approveAll();
    const [eve] = await postsOf(journey, EVE.name);
    await journey.call('PUT', `posts/${eve?.id ?? ''}/time`, {
      plannedAt: '2026-03-20T14:00:00Z',
      by: 'Coordinator',
    });
  });
  afterAll(() => journey.chorus.close());

  it('drops what counts from it, at whatever time a person put it, and nothing that counts from the launch', async () => {
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ status: 'cancelled' });
    expect(effect).toMatchObject({ dropped: 6, moved: 0, waiting: 0, lostApproval: 0 });
    expect(effect.posts.map((post) => [post.effect, post.toAt])).toEqual(
      Array.from({ length: 6 }, () => ['dropped', null]),
    );
    for (const wave of [EVE, DAY_AFTER, DECISION]) {
      const posts = await postsOf(journey, wave.name);
      expect(posts.map(({ status, reason }) => [status, reason])).toEqual(
        posts.map(() => ['cancelled', expect.stringMatching(/^hearing-cancelled: /)]),
      );
    }
    expect(statusesOf(await postsOf(journey, LAUNCH.name))).toEqual(['approved']);
  });

  it('has no posts made for it until there is a new date', async () => {
    expect(await journey.generate()).toMatchObject({ made: 0, kept: 2 });
    await journey.reportHearing({ date: '2026-04-20' });
    expect(await journey.generate()).toMatchObject({ made: 6, kept: 2 });
  });
});

describe('a text that names the date, in a wave that counts from the launch', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await begin([{ ...LAUNCH, templates: ['quotation'] }]);
    await launchAt(journey, '2026-03-04T14:00:00Z');
    await journey.generate();
    const [post] = await journey.posts();
    await journey.call('PUT', `posts/${post?.id ?? ''}/parts`, {
      parts: [{ segments: [{ kind: 'text', text: 'The court hears us on March 24.' }], pictures: [] }],
      revision: post?.revision,
      by: 'Coordinator',
    });
    await journey.approveAll();
  });
  afterAll(() => journey.chorus.close());

  it('loses its approval when the hearing loses its date, since it leaves all the same', async () => {
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ status: 'unannounced' });
    expect(effect.lostApproval).toBeGreaterThan(0);
    const edited = (await journey.posts()).find(({ parts }) => parts[0]?.text.includes('March 24'));
    expect(edited).toMatchObject({ status: 'proposed', reason: expect.stringContaining('the old date') });
  });
});
