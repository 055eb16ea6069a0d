import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HearingChangeAnswer, WaveAnswer } from '../../../src/contract/campaigns.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from './journey.js';

const days = (event: string, name: string, offset: number, time: string, more: object = {}) => ({
  name,
  timing: { event, kind: 'days', days: offset, time },
  spreadSeconds: 30,
  templates: ['quotation'],
  ...more,
});
const WAVES = [
  days('launch', 'Launch', 0, '09:00'),
  days('hearing', 'Four weeks', -28, '10:00'),
  days('hearing', 'Two weeks', -14, '10:00'),
  days('hearing', 'One week', -7, '10:00'),
  days('hearing', 'The eve', -1, '18:00', { templates: ['countdown'] }),
  days('hearing', 'Hearing day', 0, '08:00', { templates: ['quotation-introduced'] }),
  days('argued', 'The day after', 1, '09:00', { templates: ['after-argument'] }),
  { ...days('decided', 'Won', 0, '18:00'), outcome: 'won' },
  { ...days('decided', 'Lost', 0, '18:00'), outcome: 'lost' },
];

/** One campaign from a date that nobody knows to its decision, while people work on it at the same time. */
describe('a campaign around a date that moves', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-01-20T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 2,
      release: TWO_SPEAKERS,
      waves: WAVES,
    });
    await journey.reportHearing({ status: 'unannounced' });
  });
  afterAll(() => chorus.close());

  const inWave = async (name: string): Promise<readonly JourneyPost[]> => {
    const { items } = await journey.call<{ items: WaveAnswer[] }>(
      'GET',
      `campaigns/${journey.campaignId}/waves`,
    );
    const id = items.find((wave) => wave.name === name)?.id;
    return (await journey.posts()).filter(({ waveId }) => waveId === id);
  };
  const statuses = async (name: string) => [...new Set((await inWave(name)).map(({ status }) => status))];
  /** On the clock of New York, in the order of the accounts. */
  const times = async (name: string) =>
    (await inWave(name))
      .toSorted((a, b) => a.account.localeCompare(b.account))
      .map(({ plannedAt }) =>
        new Date(plannedAt ?? 0).toLocaleString('sv-SE', { timeZone: 'America/New_York' }),
      );
  const move = (date: string) => journey.reportHearing<HearingChangeAnswer>({ date });
  const preview = (date: string) =>
    journey.call<HearingChangeAnswer>('PUT', `campaigns/${journey.campaignId}/hearing?preview=true`, {
      date,
      time: '10:00',
      zone: 'America/New_York',
      source: 'the clerk',
      changedBy: 'Coordinator',
    });

  it('is complete and approved while nobody knows the date', async () => {
    const { made, empty } = await journey.generate();
    expect({ made, empty }).toEqual({ made: 36, empty: [] });
    await journey.approveAll();
    const posts = await journey.posts();
    expect(posts.every(({ status, plannedAt }) => status === 'approved' && plannedAt === null)).toBe(true);
  });

  it('gets its times when the date is set, in the order of its seats', async () => {
    await journey.call('PUT', `campaigns/${journey.campaignId}/launch`, { launchAt: '2026-01-21T14:00:00Z' });
    const { effect } = await move('2026-03-05');
    expect(effect).toMatchObject({ moved: 20, lostApproval: 0, missed: 0 });
    expect(await times('Four weeks')).toEqual([
      '2026-02-05 10:00:00',
      '2026-02-05 10:00:07',
      '2026-02-05 10:00:15',
      '2026-02-05 10:00:22',
    ]);
    await chorus.runUntil('2026-01-21T15:00:00Z');
    expect(await statuses('Launch')).toEqual(['published']);
  });

  it('keeps its hours and distances when it moves across the change of the clocks', async () => {
    const shown = await preview('2026-03-19');
    const { effect } = await move('2026-03-19');
    expect(effect).toEqual(shown.effect);
    expect(effect).toMatchObject({ moved: 20, missed: 0, dropped: 0 });
    expect(await times('Two weeks')).toEqual([
      '2026-03-05 10:00:00',
      '2026-03-05 10:00:07',
      '2026-03-05 10:00:15',
      '2026-03-05 10:00:22',
    ]);
    expect((await times('One week'))[0]).toBe('2026-03-12 10:00:00');
    const [before, after] = [(await inWave('Two weeks'))[0], (await inWave('One week'))[0]];
    expect([before?.plannedAt?.slice(11, 13), after?.plannedAt?.slice(11, 13)]).toEqual(['15', '14']);
    await journey.approveAll();
  });

  it('misses three waves that a move puts into the past, and puts them back when it is undone', async () => {
    await chorus.runUntil('2026-02-19T14:00:00Z');
    expect(await statuses('Four weeks')).toEqual(['approved']);
    const before = await journey.posts();
    const { effect } = await move('2026-02-24');
    expect(effect).toMatchObject({ missed: 12, moved: 20 });
    for (const wave of ['Four weeks', 'Two weeks', 'One week'])
      expect(await statuses(wave)).toEqual(['missed']);
    await journey.call('POST', `campaigns/${journey.campaignId}/hearing/undo`, { changedBy: 'Coordinator' });
    const plain = (posts: readonly JourneyPost[]) => posts.map((post) => ({ ...post, revision: 0 }));
    expect(plain(await journey.posts())).toEqual(plain(before));
  });

  it('stays whole while two people move it and others approve', async () => {
    const posts = await journey.posts('&status=approved');
    const dates = ['2026-03-26', '2026-04-02'];
    await Promise.all([
      ...dates.map((date) => move(date)),
      ...posts.map(({ id, organizationId, fingerprint }) =>
        chorus.app.post(`/api/posts/${id}/approvals`, {
          organizationId,
          fingerprint,
          decision: 'approve',
          by: 'Approver',
          leeway: { kind: 'follows-hearing' },
        }),
      ),
    ]);
    const { startsAt } = await journey.call<{ startsAt: string }>(
      'GET',
      `campaigns/${journey.campaignId}/hearing`,
    );
    const eve = new Date(Date.parse(startsAt) - 86_400_000).toISOString().slice(0, 10);
    expect((await times('The eve')).every((time) => time.startsWith(eve))).toBe(true);
    await move('2026-04-02');
    await journey.approveAll();
    expect(await statuses('The eve')).toEqual(['approved']);
  });

  it('leaves wave by wave, each account once and in a second of its own', async () => {
    await chorus.runUntil('2026-04-02T16:00:00Z');
    for (const wave of ['Four weeks', 'Two weeks', 'One week', 'The eve', 'Hearing day']) {
      expect(await statuses(wave)).toEqual(['published']);
      expect(new Set(await times(wave)).size).toBe(4);
    }
    await journey.reportHearing({ status: 'argued' });
    await chorus.runUntil('2026-04-03T14:00:00Z');
    expect(await statuses('The day after')).toEqual(['published']);
  });

  it('ends with the outcome that two people release, and nothing of the other', async () => {
    await chorus.runUntil('2026-06-12T14:00:00Z');
    const decision = `/api/campaigns/${journey.campaignId}/decision`;
    await chorus.app.post(decision, { outcome: 'won', source: 'the court', by: 'Noor' });
    await Promise.all(
      ['Ada', 'Bo'].map((by) => chorus.app.post(`${decision}/confirmation`, { outcome: 'won', by })),
    );
    await chorus.runUntil('2026-06-12T22:01:00Z');
    expect(await statuses('Won')).toEqual(['published']);
    expect(await statuses('Lost')).toEqual(['cancelled']);
    for (const account of ['partner-1-1', 'partner-1-2', 'partner-2-1', 'partner-2-2']) {
      expect(chorus.sandbox.livePosts(account)).toHaveLength(8);
    }
  });
});
