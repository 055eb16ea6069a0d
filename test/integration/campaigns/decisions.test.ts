import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HearingHistoryPage, WaveAnswer } from '../../../src/contract/campaigns.js';
import {
  decision,
  type DecisionAnswer,
  decisionReleaseAnswer,
  type DecisionReleaseAnswer,
} from '../../../src/contract/decisions.js';
import type { TestApp } from '../../support/app.js';
import { atOnce } from './at-once.js';
import { CampaignsFixture, NotingListener } from './fixture.js';

const listener = new NotingListener(() => ({ dropped: 2 }));
let fixture: CampaignsFixture;
let app: TestApp;
let id: string;
beforeAll(async () => {
  fixture = await CampaignsFixture.start(listener);
  ({ app } = fixture);
});
afterAll(() => fixture.close());

const report = (news: object) =>
  app.put(`/api/campaigns/${id}/hearing`, { source: 'the court', changedBy: 'Noor', ...news });
const pack = (outcome: string | null) =>
  app.post<WaveAnswer>(`/api/campaigns/${id}/waves`, {
    name: `If ${outcome}`,
    timing: { event: 'decided', kind: 'minutes', minutes: 10 },
    outcome,
  });
const propose = (request: object = {}) =>
  app.post<DecisionAnswer>(`/api/campaigns/${id}/decision`, {
    outcome: 'won',
    source: 'https://court.example/opinions',
    by: 'Noor',
    ...request,
  });
const confirm = (request: object = {}, query = '') =>
  app.post<DecisionReleaseAnswer>(`/api/campaigns/${id}/decision/confirmation${query}`, {
    outcome: 'won',
    by: 'Ada',
    ...request,
  });
const withdraw = (by = 'Ada') => app.post<DecisionAnswer>(`/api/campaigns/${id}/decision/withdrawal`, { by });
const together = <Outcome>(...works: (() => Promise<Outcome>)[]) =>
  atOnce(fixture.ledger, { table: 'hearing', id }, works);
const waves = async () => (await app.get<{ items: WaveAnswer[] }>(`/api/campaigns/${id}/waves`)).body.items;

beforeEach(async () => {
  app.clock.set('2026-03-01T15:00:00Z');
  id = await fixture.campaign();
  for (const outcome of ['won', 'lost', 'mixed', null]) await pack(outcome);
  await report({ date: '2026-03-10', time: '10:00', zone: 'America/New_York' });
  app.clock.set('2026-03-10T16:00:00Z');
  await report({ status: 'argued', at: '2026-03-10T15:30:00Z' });
  app.clock.set('2026-06-12T14:00:00.500Z');
  listener.changes = [];
});

describe('a decision', () => {
  it('gives nothing an instant while one person has proposed it', async () => {
    const answer = await propose();
    expect(answer.status).toBe(201);
    expect(decision.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({ status: 'proposed', outcome: 'won', proposedBy: 'Noor', at: null });
    expect(listener.changes).toEqual([]);
    expect((await waves()).map(({ label, leavesAt, waitsFor }) => [label, leavesAt, waitsFor])).toEqual([
      ['10 minutes after the decision, if won', null, expect.stringContaining('two people release')],
      ['10 minutes after the decision, if lost', null, expect.stringContaining('decided as lost')],
      ['10 minutes after the decision, if mixed', null, expect.stringContaining('decided as mixed')],
      ['10 minutes after the decision', null, 'The wave waits for the decision.'],
    ]);
  });

  it('is released when a different person confirms it: its waves count from then', async () => {
    await propose();
    app.clock.set('2026-06-12T14:20:00.900Z');
    const shown = await confirm({}, '?preview=true');
    const answer = await confirm();
    expect(answer.status).toBe(200);
    expect(decisionReleaseAnswer.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toEqual({ ...shown.body, hearing: answer.body.hearing });
    expect(answer.body).toMatchObject({
      released: true,
      decision: { status: 'released', confirmedBy: 'Ada' },
      hearing: { status: 'decided', outcome: 'won', decidedAt: '2026-06-12T14:20:00.000Z' },
      effect: { dropped: 2 },
    });
    expect(answer.body.waves.map(({ leavesAt, waitsFor }) => leavesAt ?? waitsFor)).toEqual([
      '2026-06-12T14:30:00.000Z',
      'The case was decided as won, so the wave does not take place.',
      'The case was decided as won, so the wave does not take place.',
      '2026-06-12T14:30:00.000Z',
    ]);
    const change = listener.changes.at(-1);
    expect(change?.waves.map(({ fate }) => fate.kind)).toEqual(['leaves', 'dropped', 'dropped', 'leaves']);
    const { items } = (await app.get<HearingHistoryPage>(`/api/campaigns/${id}/hearing/changes`)).body;
    expect(items[0]).toMatchObject({
      status: 'decided',
      outcome: 'won',
      source: 'https://court.example/opinions',
      changedBy: 'Noor, confirmed by Ada',
    });
  });

  it('counts from when it came, where that was told', async () => {
    await propose({ at: '2026-06-12T09:45:00-04:00' });
    expect((await confirm()).body.hearing.decidedAt).toBe('2026-06-12T13:45:00.000Z');
  });

  it.each(['Noor', 'noor', ' NOOR '])('is not confirmed by who proposed it, as %j', async (by) => {
    await propose();
    expect(await confirm({ by })).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    expect(listener.changes).toEqual([]);
  });

  it('is released once, by whoever of two confirms it first', async () => {
    await propose();
    const answers = await together(
      () => confirm({ by: 'Ada' }),
      () => confirm({ by: 'Bo' }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => body.released)).toHaveLength(1);
    expect(answers[0]?.body.decision).toEqual(answers[1]?.body.decision);
    expect(listener.changes).toHaveLength(1);
  });

  it('is proposed once, by whoever of two is first, and again by the same request', async () => {
    const answers = await together(
      () => propose(),
      () => propose({ by: 'Ada', outcome: 'lost' }),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const stands = answers[0]?.status === 201 ? {} : { by: 'Ada', outcome: 'lost' };
    expect((await propose(stands)).status).toBe(200);
    expect(await propose({ ...stands, source: 'another page' })).toMatchObject({
      status: 409,
      body: { code: 'decision-proposed' },
    });
  });

  it('is withdrawn while nobody has confirmed it, and proposed anew', async () => {
    await propose();
    expect((await withdraw()).body).toMatchObject({ status: 'withdrawn', withdrawnBy: 'Ada' });
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'no-decision-proposed' } });
    expect(await confirm()).toMatchObject({ status: 409, body: { code: 'no-decision-proposed' } });
    expect((await propose({ outcome: 'mixed' })).status).toBe(201);
    const { items } = (await app.get<{ items: DecisionAnswer[] }>(`/api/campaigns/${id}/decision`)).body;
    expect(items.map(({ outcome, status }) => `${outcome} ${status}`).toSorted()).toEqual([
      'mixed proposed',
      'won withdrawn',
    ]);
  });

  it('is withdrawn or confirmed, never both', async () => {
    await propose();
    const [confirmed, withdrawn] = await atOnce<{ readonly status: number }>(
      fixture.ledger,
      { table: 'hearing', id },
      [() => confirm(), () => withdraw('Bo')],
    );
    if (confirmed === undefined || withdrawn === undefined) throw new Error('Nothing was answered');
    expect([confirmed.status, withdrawn.status].filter((status) => status === 200)).toHaveLength(1);
    const { items } = (await app.get<{ items: DecisionAnswer[] }>(`/api/campaigns/${id}/decision`)).body;
    expect(items[0]?.status).toBe(confirmed.status === 200 ? 'released' : 'withdrawn');
    expect(listener.changes).toHaveLength(confirmed.status === 200 ? 1 : 0);
  });

  it('that was released stands: neither undone, withdrawn, proposed anew nor reported otherwise', async () => {
    await propose();
    await confirm();
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'decision-released' } });
    expect(await propose({ outcome: 'lost' })).toMatchObject({
      status: 409,
      body: { code: 'decision-released' },
    });
    expect(await confirm({ outcome: 'lost' })).toMatchObject({
      status: 409,
      body: { code: 'other-outcome-proposed' },
    });
    const undo = await app.post(`/api/campaigns/${id}/hearing/undo`, { changedBy: 'Noor' });
    expect(undo).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    const corrected = await report({ status: 'decided', at: '2026-06-12T13:30:00Z' });
    expect(corrected.body).toMatchObject({
      hearing: { outcome: 'won', decidedAt: '2026-06-12T13:30:00.000Z' },
    });
  });

  it('is refused for an outcome that was not proposed, a time that cannot be, or a hearing not argued', async () => {
    await propose();
    expect(await confirm({ outcome: 'lost' })).toMatchObject({
      status: 409,
      body: { code: 'other-outcome-proposed', fields: [{ field: 'outcome' }] },
    });
    await withdraw();
    expect(await propose({ at: '2026-06-12T15:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'reported-too-early' },
    });
    expect(await propose({ at: '2026-03-10T15:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'decided-before-argued' },
    });
    expect(await propose({ outcome: 'drawn' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'outcome' }] },
    });
    await app.post(`/api/campaigns/${id}/hearing/undo`, { changedBy: 'Noor' });
    expect(await propose()).toMatchObject({ status: 409, body: { code: 'hearing-not-argued' } });
    id = randomUUID();
    const missing = { status: 404, body: { code: 'campaign-not-found' } };
    expect(await propose()).toMatchObject(missing);
    expect(await app.get(`/api/campaigns/${id}/decision`)).toMatchObject(missing);
  });

  it('takes two people wherever waves wait for its outcome, and one where none does', async () => {
    expect(await report({ status: 'decided' })).toMatchObject({
      status: 409,
      body: { code: 'outcome-needed' },
    });
    for (const wave of await waves()) await app.request('DELETE', `/api/waves/${wave.id}`);
    await pack(null);
    expect((await report({ status: 'decided' })).status).toBe(200);
    expect((await waves()).map(({ leavesAt }) => leavesAt)).toEqual(['2026-06-12T14:10:00.000Z']);
    expect(await pack('won')).toMatchObject({ status: 409, body: { code: 'decision-known' } });
    expect(await propose()).toMatchObject({ status: 409, body: { code: 'decided-without-outcome' } });
  });
});

describe('a wave that is written for one outcome', () => {
  it('counts from the decision, and is another wave than one of another outcome', async () => {
    const timing = { kind: 'days', days: 1, time: '10:00' };
    const path = `/api/campaigns/${id}/waves`;
    expect(await app.post(path, { name: 'W', timing, outcome: 'won' })).toMatchObject({
      status: 422,
      body: { code: 'outcome-of-no-decision', fields: [{ field: 'outcome' }] },
    });
    const decided = { name: 'W', timing: { ...timing, event: 'decided' } };
    expect((await app.post(path, { ...decided, outcome: 'won' })).status).toBe(201);
    expect((await app.post(path, { ...decided, outcome: 'won' })).status).toBe(200);
    expect((await app.post(path, { ...decided, outcome: 'lost' })).status).toBe(409);
  });
});
