import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HearingChangeAnswer, WaveChangeAnswer } from '../../../src/contract/campaigns.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, TWO_SPEAKERS } from './journey.js';

describe('the preview of a moved hearing', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [
        {
          name: 'Two weeks',
          timing: { kind: 'days', days: -14, time: '10:00' },
          together: true,
          templates: ['quotation'],
        },
        {
          name: 'The eve',
          timing: { kind: 'days', days: -1, time: '18:00' },
          together: true,
          templates: ['countdown'],
        },
      ],
    });
    await journey.generate();
    await journey.approveAll({ kind: 'minutes', minutes: 60 });
  });
  afterAll(() => chorus.close());

  const move = (date: string, preview: boolean) =>
    journey.call<HearingChangeAnswer>('PUT', `campaigns/${journey.campaignId}/hearing?preview=${preview}`, {
      date,
      time: '10:00',
      zone: 'America/New_York',
      source: 'the clerk',
      changedBy: 'Coordinator',
    });
  const state = async () => ({
    posts: await journey.posts(),
    campaign: await journey.call('GET', `campaigns/${journey.campaignId}`),
    history: await journey.call('GET', `campaigns/${journey.campaignId}/hearing/changes`),
  });

  it('tells what would happen to each post, those first that somebody has to look at, and changes nothing', async () => {
    const before = await state();
    const { hearing, effect } = await move('2026-03-10', true);
    expect(hearing.startsAt).toBe('2026-03-10T14:00:00.000Z');
    expect(effect).toMatchObject({ moved: 4, missed: 2, lostApproval: 2 });
    expect(effect.posts.map((post) => [post.effect, post.wave, post.toAt])).toEqual([
      ['missed', 'Two weeks', '2026-02-24T15:00:00.000Z'],
      ['missed', 'Two weeks', '2026-02-24T15:00:00.000Z'],
      ['approve-again', 'The eve', '2026-03-09T22:00:00.000Z'],
      ['approve-again', 'The eve', '2026-03-09T22:00:00.000Z'],
    ]);
    expect(effect.posts[0]).toMatchObject({
      account: expect.stringMatching(/^partner-/),
      fromAt: '2026-03-10T14:00:00.000Z',
      reason: expect.stringContaining('into the past'),
    });
    expect(await state()).toEqual(before);
  });

  it('tells what then happens, post by post', async () => {
    const shown = await move('2026-03-25', true);
    const done = await move('2026-03-25', false);
    expect(done.effect).toEqual(shown.effect);
    for (const { id, toAt } of shown.effect.posts) {
      expect((await journey.posts()).find((post) => post.id === id)?.plannedAt).toBe(toAt);
    }
  });

  it('is there for a wave that is moved, too', async () => {
    const { items } = await journey.call<{ items: { id: string; name: string }[] }>(
      'GET',
      `campaigns/${journey.campaignId}/waves`,
    );
    const eve = items.find(({ name }) => name === 'The eve');
    const before = await state();
    const { wave, effect } = await journey.call<WaveChangeAnswer>(
      'PATCH',
      `waves/${eve?.id ?? ''}?preview=true`,
      {
        timing: { kind: 'days', days: -2, time: '18:00' },
      },
    );
    expect(wave.label).toBe('2 days before, 18:00');
    expect(effect.posts).toHaveLength(2);
    expect(await state()).toEqual(before);
  });
});
