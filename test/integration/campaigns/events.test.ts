import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CampaignAnswer,
  launchChangeAnswer,
  type LaunchChangeAnswer,
  wave,
  type WaveAnswer,
  type WaveChangeAnswer,
} from '../../../src/contract/campaigns.js';
import { NO_EFFECT } from '../../../src/features/campaigns/index.js';
import type { TestApp } from '../../support/app.js';
import { atOnce } from './at-once.js';
import { CampaignsFixture, NotingListener } from './fixture.js';

const listener = new NotingListener(({ waves }) => ({ moved: waves.length }));
let fixture: CampaignsFixture;
let app: TestApp;
let id: string;
beforeAll(async () => {
  fixture = await CampaignsFixture.start(listener);
  ({ app } = fixture);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  app.clock.set('2026-03-01T15:00:00Z');
  id = await fixture.campaign();
  listener.changes = [];
});

const launchDay = {
  name: 'Launch day',
  timing: { event: 'launch', kind: 'days', days: 0, time: '09:00', clock: 'partner' },
};
const steps = { name: 'On the steps', timing: { event: 'argued', kind: 'minutes', minutes: 20 } };
const create = (request: object) => app.post<WaveAnswer>(`/api/campaigns/${id}/waves`, request);
const setLaunch = (launchAt: string | null, query = '') =>
  app.put<LaunchChangeAnswer>(`/api/campaigns/${id}/launch${query}`, { launchAt });
const report = (news: object) =>
  app.put<{ waves: WaveAnswer[] }>(`/api/campaigns/${id}/hearing`, {
    source: 'the court',
    changedBy: 'Noor',
    ...news,
  });
const setHearing = () => report({ date: '2026-03-20', time: '10:00', zone: 'America/New_York' });

describe('a wave of another event than the hearing', () => {
  it.each([
    ['launch', 'The wave waits for the date of the launch.'],
    ['argued', 'The wave waits for the argument to end.'],
    ['decided', 'The wave waits for the decision.'],
  ])('waits for the %s, saying so, though the hearing has a date', async (event, waitsFor) => {
    await setHearing();
    const { body } = await create({ name: 'W', timing: { event, kind: 'minutes', minutes: 0 } });
    expect(wave.parse(body)).toEqual(body);
    expect(body).toMatchObject({ leavesAt: null, leavesAtLocal: null, waitsFor });
  });

  it('gets its instant from what was reported, in the same answer', async () => {
    await setHearing();
    await create(steps);
    await create({ name: 'Next day', timing: { event: 'argued', kind: 'days', days: 1, time: '08:00' } });
    app.clock.set('2026-03-20T16:00:00Z');
    const { body } = await report({ status: 'argued', at: '2026-03-20T15:20:00Z' });
    expect(body.waves.map(({ leavesAtLocal }) => leavesAtLocal)).toEqual([
      '2026-03-20T11:40:00-04:00',
      '2026-03-21T08:00:00-04:00',
    ]);
    expect(listener.changes.at(-1)?.waves).toMatchObject([
      { fate: { kind: 'leaves', eventAt: Date.parse('2026-03-20T15:20:00Z') } },
      { fate: { kind: 'leaves' } },
    ]);
  });

  it.each(['argued', 'decided'])('cannot come before it was %s', async (event) => {
    expect(await create({ ...steps, timing: { event, kind: 'minutes', minutes: -1 } })).toMatchObject({
      status: 422,
      body: { code: 'wave-before-its-event', fields: [{ field: 'timing' }] },
    });
  });

  it('is another wave than one of the hearing, though all else is the same', async () => {
    const timing = { kind: 'days', days: 0, time: '09:00' };
    await create({ name: 'W', timing });
    expect(
      (await create({ name: 'W', timing: { ...timing, clock: 'court', event: 'hearing' } })).status,
    ).toBe(200);
    for (const other of [{ clock: 'partner' }, { event: 'launch' }]) {
      expect((await create({ name: 'W', timing: { ...timing, ...other } })).status).toBe(409);
    }
  });

  it('can be made of a wave that counted from the hearing', async () => {
    await setHearing();
    const { body } = await create({ name: 'W', timing: { kind: 'days', days: 0, time: '09:00' } });
    const moved = await app.patch<WaveChangeAnswer>(`/api/waves/${body.id}`, launchDay);
    expect(moved.body).toMatchObject({
      wave: { label: 'launch day, 09:00 on each partner’s clock', leavesAt: null },
      effect: { moved: 1 },
    });
  });
});

describe('the launch', () => {
  it('is set, moved and forgotten, and its waves follow', async () => {
    await create(launchDay);
    await create(steps);
    const set = await setLaunch('2026-03-09T08:00:00.500-04:00');
    expect(launchChangeAnswer.parse(set.body)).toEqual(set.body);
    expect(set.body).toMatchObject({
      changed: true,
      campaign: { launchAt: '2026-03-09T12:00:00.000Z' },
      waves: [{ leavesAtLocal: '2026-03-09T09:00:00-04:00', waitsFor: null }, { leavesAt: null }],
      effect: { moved: 2 },
    });
    expect((await app.get<CampaignAnswer>(`/api/campaigns/${id}`)).body.launchAt).toBe(
      '2026-03-09T12:00:00.000Z',
    );
    expect((await setLaunch(null)).body).toMatchObject({
      campaign: { launchAt: null },
      waves: [{ waitsFor: 'The wave waits for the date of the launch.' }, {}],
    });
    expect(listener.changes).toHaveLength(2);
  });

  it('that is the same again changes nothing', async () => {
    await setLaunch('2026-03-09T12:00:00Z');
    expect((await setLaunch('2026-03-09T08:00:00-04:00')).body).toMatchObject({
      changed: false,
      effect: NO_EFFECT,
    });
    expect(listener.changes).toHaveLength(1);
  });

  it('is previewed without being set', async () => {
    await create(launchDay);
    const shown = await setLaunch('2026-03-09T12:00:00Z', '?preview=true');
    expect(shown.body).toMatchObject({ changed: true, waves: [{ leavesAt: '2026-03-09T13:00:00.000Z' }] });
    expect((await app.get<CampaignAnswer>(`/api/campaigns/${id}`)).body.launchAt).toBeNull();
  });

  it('stays when the hearing is cancelled, and its waves with it', async () => {
    await setHearing();
    await setLaunch('2026-03-09T12:00:00Z');
    await create(launchDay);
    await create(steps);
    const { body } = await report({ status: 'cancelled' });
    expect(body.waves).toMatchObject([
      { leavesAt: '2026-03-09T13:00:00.000Z', waitsFor: null },
      { leavesAt: null, waitsFor: expect.stringContaining('The hearing was cancelled') },
    ]);
    expect((await create({ ...launchDay, name: 'Another' })).status).toBe(201);
    expect(await create({ ...steps, name: 'Another of the argument' })).toMatchObject({
      status: 409,
      body: { code: 'hearing-ended' },
    });
  });

  it('set twice at once is set once and then moved, and the plan follows the last', async () => {
    await create(launchDay);
    const answers = await atOnce(
      fixture.ledger,
      { table: 'hearing', id },
      ['2026-03-09T12:00:00Z', '2026-03-10T12:00:00Z'].map((at) => () => setLaunch(at)),
    );
    expect(answers.map(({ body }) => body.changed)).toEqual([true, true]);
    const { body } = await app.get<CampaignAnswer>(`/api/campaigns/${id}`);
    expect(listener.changes.at(-1)?.calendar.launchAt).toBe(Date.parse(body.launchAt ?? ''));
  });

  it('is refused where it cannot be, and of a campaign that is none', async () => {
    expect(await setLaunch('2062-03-09T12:00:00Z')).toMatchObject({
      status: 422,
      body: { code: 'launch-too-far-ahead', fields: [{ field: 'launchAt' }] },
    });
    expect(await setLaunch('soon')).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
    id = randomUUID();
    expect(await setLaunch(null)).toMatchObject({ status: 404, body: { code: 'campaign-not-found' } });
  });
});
