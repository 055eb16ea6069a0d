import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  HearingChangeAnswer,
  LaunchChangeAnswer,
  WaveAnswer,
  WaveChangeAnswer,
} from '../../../src/contract/campaigns.js';
import { wavePreview } from '../../../src/contract/wave-preview.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const WEEK = {
  name: 'Week',
  timing: { kind: 'days', days: -7, time: '12:00' },
  freezeMinutes: 120,
  templates: ['quotation'],
};
const LAUNCH = {
  name: 'Launch',
  timing: { event: 'launch', kind: 'minutes', minutes: 0 },
  freezeMinutes: 120,
  templates: ['quotation'],
};
/** Two hours before the wave of March 17, noon in New York. */
const FROZEN_FROM = Date.parse('2026-03-17T14:00:00Z');

let chorus: TestChorus;
let journey: Journey;
beforeEach(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
});
afterEach(() => chorus.close());

async function begin(wave: object): Promise<void> {
  journey = await Journey.begin(chorus, {
    organizations: ['River Alliance', 'Commons Center'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: [wave],
  });
  await journey.call('PUT', `campaigns/${journey.campaignId}/launch`, { launchAt: '2026-03-17T16:00:00Z' });
  await journey.generate();
  await journey.approveAll();
}

const ask = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object) =>
  chorus.app.request(method, `/api/${path}`, body);
const edit = ({ id, revision }: JourneyPost) =>
  ask('PUT', `posts/${id}/parts`, {
    parts: [{ segments: [{ kind: 'text', text: 'Other words.' }], pictures: [] }],
    revision,
    by: 'Coordinator',
  });
const reschedule = ({ id }: JourneyPost, plannedAt: string) =>
  ask('PUT', `posts/${id}/time`, { plannedAt, by: 'Coordinator' });
const approve = ({ id, organizationId, fingerprint }: JourneyPost, leeway: object) =>
  ask('POST', `posts/${id}/approvals`, {
    organizationId,
    fingerprint,
    decision: 'approve',
    by: 'Approver',
    leeway,
  });
const statuses = async () => (await journey.posts()).map(({ status }) => status);
const waveOf = async (): Promise<WaveAnswer> => {
  const { items } = await journey.call<{ items: WaveAnswer[] }>(
    'GET',
    `campaigns/${journey.campaignId}/waves`,
  );
  const [wave] = items;
  if (wave === undefined) throw new Error('There is no wave');
  return wave;
};

describe('a post in its freeze', () => {
  beforeEach(() => begin(WEEK));

  it('can be edited until it begins, and from then on neither edited, moved nor approved anew', async () => {
    const post = await journey.postOf('partner-1-1');
    chorus.clock.set(FROZEN_FROM - 1);
    expect((await edit(post)).status).toBe(200);
    expect((await approve(await journey.postOf('partner-1-1'), { kind: 'follows-hearing' })).status).toBe(
      200,
    );
    chorus.clock.set(FROZEN_FROM);
    const frozen = {
      status: 409,
      body: { code: 'post-frozen', detail: expect.stringContaining('2026-03-17T14:00') },
    };
    const now = await journey.postOf('partner-1-1');
    expect(await edit(now)).toMatchObject(frozen);
    expect(await reschedule(now, '2026-03-20T16:00:00Z')).toMatchObject(frozen);
    expect(await approve(now, { kind: 'minutes', minutes: 5 })).toMatchObject(frozen);
    expect(await journey.postOf('partner-1-1')).toEqual(now);
  });

  it('can be stopped: withdrawn, cancelled or paused', async () => {
    chorus.clock.set(FROZEN_FROM + 60_000);
    const [one, other] = await journey.posts();
    if (one === undefined || other === undefined) throw new Error('There are no posts');
    const withdrawal = { organizationId: one.organizationId, by: 'Approver' };
    expect((await ask('POST', `posts/${one.id}/approvals/withdrawal`, withdrawal)).status).toBe(200);
    const cancellation = { reason: 'not now', by: 'Coordinator' };
    expect((await ask('POST', `posts/${other.id}/cancellation`, cancellation)).status).toBe(200);
    expect((await statuses()).toSorted()).toEqual(['cancelled', 'proposed']);
    const pause = { scope: 'everything', reason: 'stop', by: 'Coordinator' };
    expect((await ask('POST', 'pauses', pause)).status).toBeLessThan(300);
    const stopped = (await journey.posts()).find(({ status }) => status === 'proposed');
    expect(await approve(stopped ?? one, { kind: 'follows-hearing' })).toMatchObject({
      body: { code: 'post-frozen' },
    });
  });

  it('leaves at its instant as approved', async () => {
    await chorus.runUntil('2026-03-17T16:00:02Z');
    expect(await statuses()).toEqual(['published', 'published']);
  });

  it('is free for a new time once it could not leave, and for none within its freeze', async () => {
    const post = await journey.postOf('partner-1-1');
    await ask('POST', `posts/${post.id}/approvals/withdrawal`, {
      organizationId: post.organizationId,
      by: 'Approver',
    });
    await chorus.runUntil('2026-03-17T16:20:00Z');
    expect((await journey.postOf('partner-1-1')).status).toBe('missed');
    expect(await reschedule(post, '2026-03-17T18:20:00Z')).toMatchObject({
      status: 409,
      body: { code: 'within-freeze', fields: [{ field: 'plannedAt' }] },
    });
    expect((await reschedule(post, '2026-03-17T18:20:01Z')).status).toBe(200);
    expect((await approve(await journey.postOf('partner-1-1'), { kind: 'minutes', minutes: 5 })).status).toBe(
      200,
    );
  });

  it('shows from when on it is frozen', async () => {
    const { id } = await waveOf();
    const { places } = wavePreview.parse(await journey.call('GET', `waves/${id}/preview`));
    expect(places.map(({ frozenFrom }) => frozenFrom)).toEqual([
      '2026-03-17T14:00:00.000Z',
      '2026-03-17T14:00:01.000Z',
    ]);
  });

  it('stays as it is when its wave is changed, and the preview says so', async () => {
    chorus.clock.set(FROZEN_FROM + 60_000);
    const before = await journey.posts();
    const { id } = await waveOf();
    const timing = { kind: 'days', days: -5, time: '12:00' };
    for (const query of ['?preview=true', '']) {
      const { effect } = await journey.call<WaveChangeAnswer>('PATCH', `waves/${id}${query}`, { timing });
      expect(effect).toMatchObject({ frozen: 2, moved: 0, lostApproval: 0 });
      expect(effect.posts[0]).toMatchObject({
        effect: 'frozen',
        toAt: expect.stringContaining('2026-03-17T16:00'),
        reason: expect.stringMatching(/^frozen: /),
      });
    }
    const shorter = await journey.call<WaveChangeAnswer>('PATCH', `waves/${id}`, { freezeMinutes: 0 });
    expect(shorter.effect).toMatchObject({ moved: 0, frozen: 2 });
    expect(await journey.posts()).toEqual(before);
  });

  it('loses its approval when the hearing moves, rather than leave with a wrong date', async () => {
    chorus.clock.set(FROZEN_FROM + 60_000);
    const { effect } = await journey.reportHearing<HearingChangeAnswer>({ date: '2026-03-31' });
    expect(effect).toMatchObject({ lostApproval: 2, moved: 2, frozen: 0 });
    expect(effect.posts.map((post) => [post.effect, post.reason])).toEqual(
      Array.from({ length: 2 }, () => [
        'approve-again',
        expect.stringMatching(/^frozen: the hearing changed/),
      ]),
    );
    await chorus.runUntil('2026-03-17T17:00:00Z');
    expect(await statuses()).toEqual(['proposed', 'proposed']);
    await journey.approveAll();
    await chorus.runUntil('2026-03-24T16:00:02Z');
    expect(await statuses()).toEqual(['published', 'published']);
  });

  it('is never approved for a date that has moved, by whoever comes first', async () => {
    chorus.clock.set(FROZEN_FROM - 1);
    const posts = await journey.posts();
    for (const post of posts) {
      await ask('POST', `posts/${post.id}/approvals/withdrawal`, {
        organizationId: post.organizationId,
        by: 'Approver',
      });
    }
    const shown = await journey.posts();
    chorus.clock.set(FROZEN_FROM);
    await Promise.all([
      ...shown.map((post) => approve(post, { kind: 'follows-hearing' })),
      journey.reportHearing({ date: '2026-03-19' }),
    ]);
    for (const post of await journey.posts()) {
      if (post.status === 'approved') expect(post.plannedAt).not.toBe(shown[0]?.plannedAt);
      expect(post.reason ?? '').not.toContain('2026-03-17');
    }
    await chorus.runUntil('2026-03-17T16:30:00Z');
    expect(await statuses()).not.toContain('published');
  });
});

describe('a wave in its freeze', () => {
  it('gets no more posts', async () => {
    await begin({ ...WEEK, name: 'Later', timing: { kind: 'days', days: -3, time: '12:00' } });
    await journey.call('POST', `campaigns/${journey.campaignId}/waves`, { ...WEEK, spreadSeconds: 3_600 });
    chorus.clock.set(FROZEN_FROM);
    const first = await journey.generate();
    expect(first).toMatchObject({
      made: 1,
      kept: 2,
      empty: [{ needs: expect.stringMatching(/^another time: its wave is frozen since 2026-03-17T14:00/) }],
    });
  });

  it('of the launch stays as it is when the launch is moved', async () => {
    await begin(LAUNCH);
    chorus.clock.set(FROZEN_FROM);
    const before = await journey.posts();
    const { effect } = await journey.call<LaunchChangeAnswer>(
      'PUT',
      `campaigns/${journey.campaignId}/launch`,
      {
        launchAt: '2026-03-18T16:00:00Z',
      },
    );
    expect(effect).toMatchObject({ frozen: 1, moved: 1 });
    expect(
      (await journey.posts()).filter((post) => before.some((one) => one.revision === post.revision)),
    ).toHaveLength(1);
  });

  it('takes at most a week', async () => {
    await begin(WEEK);
    const { id } = await waveOf();
    expect(await ask('PATCH', `waves/${id}`, { freezeMinutes: 10_081 })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'freezeMinutes' }] },
    });
    expect((await ask('PATCH', `waves/${id}`, { freezeMinutes: 10_080 })).status).toBe(200);
  });
});
