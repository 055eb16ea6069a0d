import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WaveAnswer } from '../../../src/contract/campaigns.js';
import type { DecisionReleaseAnswer } from '../../../src/contract/decisions.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const pack = (outcome: string | null) => ({
  name: `If ${outcome}`,
  timing: { event: 'decided', kind: 'minutes', minutes: 5 },
  outcome,
  freezeMinutes: 60,
  templates: ['quotation'],
});

describe('packs for the day of the decision', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [pack('won'), pack('lost'), pack('mixed'), pack(null)],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(() => chorus.close());

  const postsIf = async (outcome: string | null): Promise<readonly JourneyPost[]> => {
    const { items } = await journey.call<{ items: WaveAnswer[] }>(
      'GET',
      `campaigns/${journey.campaignId}/waves`,
    );
    const id = items.find(({ name }) => name === `If ${outcome}`)?.id;
    return (await journey.posts()).filter(({ waveId }) => waveId === id);
  };
  const standing = (posts: readonly JourneyPost[]) =>
    posts.map(({ status, plannedAt }) => [status, plannedAt]);
  const waiting = [
    ['approved', null],
    ['approved', null],
  ];
  const decide = (path: string, request: object) =>
    chorus.app.post<DecisionReleaseAnswer>(`/api/campaigns/${journey.campaignId}/decision${path}`, request);

  it('are made and approved ahead, without an instant', async () => {
    for (const outcome of ['won', 'lost', 'mixed', null]) {
      expect(standing(await postsIf(outcome))).toEqual(waiting);
    }
  });

  it('are given no instant by hand either', async () => {
    const [post] = await postsIf('lost');
    const byHand = { plannedAt: '2026-03-25T14:00:00Z', by: 'Coordinator' };
    expect(await chorus.app.put(`/api/posts/${post?.id ?? ''}/time`, byHand)).toMatchObject({
      status: 409,
      body: { code: 'decision-awaited' },
    });
    const waves = await journey.call<{ items: WaveAnswer[] }>('GET', `campaigns/${journey.campaignId}/waves`);
    const [won] = waves.items;
    expect(await chorus.app.patch(`/api/waves/${won?.id ?? ''}`, { outcome: 'lost' })).toMatchObject({
      status: 409,
      body: { code: 'wave-has-posts', fields: [{ field: 'outcome' }] },
    });
  });

  it('stay where they are while one person alone says how the case was decided', async () => {
    await chorus.runUntil('2026-03-24T16:00:00Z');
    await journey.reportHearing({ status: 'argued' });
    await chorus.runUntil('2026-06-12T14:00:00Z');
    await decide('', { outcome: 'lost', source: 'the court’s page', by: 'Noor' });
    await chorus.runUntil('2026-06-12T15:00:00Z');
    for (const outcome of ['won', 'lost', 'mixed', null]) {
      expect(standing(await postsIf(outcome))).toEqual(waiting);
    }
  });

  it('leave for the outcome that two people released; the others are cancelled, with the reason', async () => {
    const shown = await decide('/confirmation?preview=true', { outcome: 'lost', by: 'Ada' });
    expect(standing(await postsIf('won'))).toEqual(waiting);
    const answers = await Promise.all([
      decide('/confirmation', { outcome: 'lost', by: 'Ada' }),
      decide('/confirmation', { outcome: 'lost', by: 'Bo' }),
    ]);
    const released = answers.filter(({ body }) => body.released);
    expect(released).toHaveLength(1);
    expect(released[0]?.body.effect).toEqual(shown.body.effect);
    expect(shown.body.effect).toMatchObject({ moved: 4, dropped: 4, lostApproval: 0, missed: 0 });
    for (const outcome of ['won', 'mixed']) {
      expect((await postsIf(outcome)).map(({ status, reason }) => [status, reason])).toEqual(
        Array.from({ length: 2 }, () => [
          'cancelled',
          'other-outcome: the case was decided as lost, and it is written for another outcome',
        ]),
      );
    }
    await chorus.runUntil('2026-06-12T15:05:05Z');
    expect((await postsIf('lost')).map(({ status }) => status)).toEqual(['published', 'published']);
    expect((await postsIf(null)).map(({ status }) => status)).toEqual(['published', 'published']);
    expect(chorus.sandbox.livePosts('partner-1-1')).toHaveLength(2);
  });

  it('of another outcome are never made again', async () => {
    const again = await journey.generate();
    expect(again).toMatchObject({ made: 0, kept: 4 });
  });
});
