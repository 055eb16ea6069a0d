import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wavePreview, type WavePreviewAnswer } from '../../../src/contract/wave-preview.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, TWO_SPEAKERS } from './journey.js';

describe('the preview of a wave', () => {
  let chorus: TestChorus;
  let journey: Journey;
  let waveId: string;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 2,
      release: TWO_SPEAKERS,
      waves: [{ ...A_WEEK_BEFORE, spreadSeconds: 60, templates: ['quotation'] }],
    });
    const waves = await journey.call<{ items: { id: string }[] }>(
      'GET',
      `campaigns/${journey.campaignId}/waves`,
    );
    waveId = waves.items[0]?.id ?? '';
  });
  afterAll(() => chorus.close());

  const preview = async (): Promise<WavePreviewAnswer> =>
    wavePreview.parse(await journey.call('GET', `waves/${waveId}/preview`));
  const instants = ({ places }: WavePreviewAnswer) => places.map(({ plannedAt }) => plannedAt);

  it('tells each account’s instant, in order and on the court’s clock, before any post is made', async () => {
    const { places, together, leavesAt } = await preview();
    expect(leavesAt).toBe(new Date(A_WEEK_BEFORE_AT).toISOString());
    expect(places.map(({ plannedAtLocal }) => plannedAtLocal)).toEqual([
      '2026-03-17T12:00:00-04:00',
      '2026-03-17T12:00:15-04:00',
      '2026-03-17T12:00:30-04:00',
      '2026-03-17T12:00:45-04:00',
    ]);
    expect(places.map(({ status }) => status)).toEqual([null, null, null, null]);
    expect(together).toBe(0);
  });

  it('tells the same once posts are made, and afterwards how late each was', async () => {
    const before = await preview();
    await journey.generate();
    await journey.approveAll();
    expect(instants(await preview())).toEqual(instants(before));
    await chorus.runUntil(A_WEEK_BEFORE_AT + 20_000);
    const { places } = await preview();
    expect(places.map(({ status }) => status)).toEqual(['published', 'published', 'approved', 'approved']);
    for (const { driftMs, publishedAt } of places.slice(0, 2)) {
      expect(publishedAt).not.toBeNull();
      expect(Math.abs(driftMs ?? Infinity)).toBeLessThan(1_000);
    }
    expect(places.slice(2).map(({ driftMs }) => driftMs)).toEqual([null, null]);
  });

  it('has no instants while the hearing has no date', async () => {
    await journey.reportHearing({ status: 'unannounced' });
    const { places, leavesAt } = await preview();
    expect(leavesAt).toBeNull();
    expect(places.filter(({ status }) => status === 'approved').map(({ plannedAt }) => plannedAt)).toEqual([
      null,
      null,
    ]);
  });

  it('counts accounts that leave in one second', async () => {
    const wave = { name: 'All at once', timing: { kind: 'days', days: -2, time: '12:00' }, together: true };
    const { id } = await journey.call<{ id: string }>('POST', `campaigns/${journey.campaignId}/waves`, wave);
    await journey.reportHearing({ date: '2026-03-24' });
    expect(wavePreview.parse(await journey.call('GET', `waves/${id}/preview`)).together).toBe(4);
    const missing = await chorus.app.get('/api/waves/00000000-0000-4000-8000-000000000000/preview');
    expect(missing).toMatchObject({ status: 404, body: { code: 'wave-not-found' } });
  });
});
