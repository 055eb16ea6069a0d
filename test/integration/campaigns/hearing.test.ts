import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  hearingChangeAnswer,
  type HearingChangeAnswer,
  type HearingHistoryPage,
} from '../../../src/contract/campaigns.js';
import {
  CampaignsModule,
  NO_EFFECT,
  type PlanChange,
  PlanListener,
  PlanListeners,
} from '../../../src/features/campaigns/index.js';
import type { LedgerTransaction } from '../../../src/infrastructure/database/ledger.js';
import { TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';

/** Notes what it is told, counts one moved post a wave, and fails when a test asks for it. */
class NotingListener extends PlanListener {
  changes: PlanChange[] = [];
  failing = false;

  async planChanged(trx: LedgerTransaction, change: PlanChange) {
    const { calendar } = change;
    const seen = await trx
      .selectFrom('hearing')
      .selectAll()
      .where('campaignId', '=', change.campaignId)
      .executeTakeFirstOrThrow();
    expect(seen).toMatchObject({ status: calendar.status, startsAt: calendar.startsAt });
    this.changes.push(change);
    if (this.failing) throw new Error('The posts cannot move');
    return { ...NO_EFFECT, moved: change.waves.length, inFlight: 1 };
  }
}

let database: TestLedger;
let app: TestApp;
let id: string;
const listener = new NotingListener();
beforeAll(async () => {
  database = await createTestLedger();
  app = await TestApp.start({ modules: [CampaignsModule], ledger: database.ledger });
  const listeners = app.nest.get(PlanListeners);
  listeners.register(listener);
  listeners.register(listener);
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  app.clock.set('2026-03-01T15:00:00Z');
  listener.changes = [];
  listener.failing = false;
  id = String((await app.post('/api/campaigns', { name: 'Hearing', slug: randomUUID() })).body['id']);
});

const reported = { source: 'https://court.example/calendar', changedBy: 'Noor' };
const date = { date: '2026-03-10', time: '10:00', zone: 'America/New_York', ...reported };
const HEARING_AT = Date.parse('2026-03-10T14:00:00Z');
const put = (request: object) => app.put<HearingChangeAnswer>(`/api/campaigns/${id}/hearing`, request);
const history = async () =>
  (await app.get<HearingHistoryPage>(`/api/campaigns/${id}/hearing/changes`)).body.items;
const addWave = (days: number) =>
  app.post(`/api/campaigns/${id}/waves`, { name: `${days}`, timing: { kind: 'days', days, time: '10:00' } });

describe('setting and moving the hearing', () => {
  it('answers the date, each wave’s instant, and the sum of what followed', async () => {
    await addWave(-3);
    await addWave(1);
    const answer = await put(date);
    expect(hearingChangeAnswer.parse(answer.body)).toEqual(answer.body);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        changed: true,
        hearing: {
          status: 'set',
          startsAt: '2026-03-10T14:00:00.000Z',
          startsAtLocal: '2026-03-10T10:00:00-04:00',
          zone: 'America/New_York',
          revision: 2,
        },
        waves: [
          {
            leavesAt: '2026-03-07T15:00:00.000Z',
            leavesAtLocal: '2026-03-07T10:00:00-05:00',
            waitsFor: null,
          },
          { leavesAt: '2026-03-11T14:00:00.000Z' },
        ],
        effect: { moved: 4, lostApproval: 0, missed: 0, waiting: 0, inFlight: 2 },
      },
    });
    expect(listener.changes[0]).toMatchObject({
      campaignId: id,
      calendar: { status: 'set', launchAt: null },
      waves: [
        { timing: { days: -3 }, fate: { kind: 'leaves', eventAt: HEARING_AT }, graceMs: 900_000 },
        { timing: { days: 1 }, fate: { kind: 'leaves', eventAt: HEARING_AT } },
      ],
    });
  });

  it('keeps the history, the newest first, in pages', async () => {
    await put(date);
    app.clock.advance(60_000);
    await put({ ...date, date: '2026-04-01', source: 'the clerk, by phone' });
    await put({ status: 'unannounced', ...reported });
    expect(await history()).toEqual([
      expect.objectContaining({ status: 'unannounced', startsAt: null }),
      expect.objectContaining({
        status: 'moved',
        startsAtLocal: '2026-04-01T10:00:00-04:00',
        source: 'the clerk, by phone',
        changedBy: 'Noor',
        changedAt: '2026-03-01T15:01:00.000Z',
      }),
      expect.objectContaining({ status: 'set' }),
    ]);
    const path = `/api/campaigns/${id}/hearing/changes?limit=2`;
    const first = (await app.get<HearingHistoryPage>(path)).body;
    const second = (await app.get<HearingHistoryPage>(`${path}&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ status: 'set' }], nextCursor: null });
  });

  it('changes nothing when it says what is known already', async () => {
    await put(date);
    const again = await put({ ...date, source: 'another page', revision: 1 });
    expect(again).toMatchObject({
      status: 200,
      body: { changed: false, hearing: { revision: 2 }, effect: NO_EFFECT },
    });
    expect(await history()).toHaveLength(1);
    expect(listener.changes).toHaveLength(2);
  });

  it('changes nothing at all when the posts cannot follow', async () => {
    listener.failing = true;
    expect(await put(date)).toMatchObject({ status: 500, body: { code: 'unexpected' } });
    expect(await history()).toEqual([]);
    expect((await app.get(`/api/campaigns/${id}/hearing`)).body).toMatchObject({
      status: 'unannounced',
      revision: 1,
    });
  });

  it('takes two changes at once one after the other, and loses neither', async () => {
    const answers = await Promise.all([put(date), put({ ...date, date: '2026-03-20' })]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers.map((answer) => answer.body.hearing.revision).toSorted((a, b) => a - b)).toEqual([2, 3]);
    const [last, first] = await history();
    expect([first?.status, last?.status]).toEqual(['set', 'moved']);
    const now = (await app.get(`/api/campaigns/${id}/hearing`)).body;
    expect(now).toMatchObject({ startsAt: last?.startsAt, status: 'moved', revision: 3 });
  });

  it('refuses a change made from an older revision, where the caller says which', async () => {
    const answers = await Promise.all([
      put({ ...date, revision: 1 }),
      put({ ...date, date: '2026-03-20', revision: 1 }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'hearing-changed-meanwhile',
    });
    expect(await history()).toHaveLength(1);
  });
});

describe('news without a date', () => {
  it('makes the waves wait, and a new date wakes them', async () => {
    await addWave(-3);
    await put(date);
    const lost = await put({ status: 'unannounced', ...reported });
    expect(lost.body).toMatchObject({
      hearing: { status: 'unannounced', startsAt: null, zone: 'America/New_York' },
      waves: [{ leavesAt: null, waitsFor: 'The wave waits for the hearing’s date.' }],
    });
    expect(listener.changes.at(-1)?.waves).toMatchObject([{ fate: { kind: 'waits' } }]);
    const cancelled = await put({ status: 'cancelled', ...reported });
    expect(cancelled.body.waves[0]?.waitsFor).toBe(
      'The hearing was cancelled, so the wave does not take place: it waits for a new date.',
    );
    expect(listener.changes.at(-1)?.waves).toMatchObject([{ fate: { kind: 'dropped' } }]);
    expect((await put(date)).body.hearing.status).toBe('set');
  });

  it('leads from argued to decided, and keeps the date', async () => {
    await put(date);
    app.clock.set('2026-03-10T16:00:00Z');
    expect((await put({ status: 'argued', ...reported })).body.hearing).toMatchObject({
      status: 'argued',
      startsAt: '2026-03-10T14:00:00.000Z',
    });
    expect((await put({ status: 'decided', ...reported })).body.hearing.status).toBe('decided');
    expect(await put({ ...date, date: '2026-05-01' })).toMatchObject({
      status: 409,
      body: {
        code: 'hearing-cannot-become',
        detail: 'A hearing that is decided cannot become set.',
      },
    });
  });

  it('says when the argument ended and the decision came, by default when it was reported', async () => {
    await put(date);
    app.clock.set('2026-03-10T16:00:00.750Z');
    const argued = await put({ status: 'argued', at: '2026-03-10T11:20:00-04:00', ...reported });
    expect(argued.body.hearing).toMatchObject({ arguedAt: '2026-03-10T15:20:00.000Z', decidedAt: null });
    const corrected = await put({ status: 'argued', at: '2026-03-10T15:25:00Z', ...reported });
    expect(corrected.body).toMatchObject({
      changed: true,
      hearing: { arguedAt: '2026-03-10T15:25:00.000Z' },
    });
    expect((await put({ status: 'argued', ...reported })).body.changed).toBe(false);
    expect((await put({ status: 'decided', ...reported })).body.hearing).toMatchObject({
      arguedAt: '2026-03-10T15:25:00.000Z',
      decidedAt: '2026-03-10T16:00:00.000Z',
    });
    expect((await history()).map(({ status, occurredAt }) => [status, occurredAt])).toEqual([
      ['decided', '2026-03-10T16:00:00.000Z'],
      ['argued', '2026-03-10T15:25:00.000Z'],
      ['argued', '2026-03-10T15:20:00.000Z'],
      ['set', null],
    ]);
  });

  it.each([
    ['argued', '2026-03-10T18:00:00Z', 422, 'reported-too-early'],
    ['argued', '2026-03-10T13:59:59Z', 409, 'hearing-not-held-yet'],
    ['decided', '2026-03-10T14:30:00Z', 422, 'decided-before-argued'],
  ])('is refused as %s at %s', async (status, at, answered, code) => {
    await put(date);
    app.clock.set('2026-03-10T16:00:00Z');
    if (status === 'decided') await put({ status: 'argued', at: '2026-03-10T15:00:00Z', ...reported });
    expect(await put({ status, at, ...reported })).toMatchObject({ status: answered, body: { code } });
  });

  it('is refused as argued before its date', async () => {
    await put(date);
    expect(await put({ status: 'argued', ...reported })).toMatchObject({
      status: 409,
      body: { code: 'hearing-not-held-yet', detail: expect.stringContaining('2026-03-10T10:00:00-04:00') },
    });
  });
});

describe('a date that cannot be', () => {
  it.each([
    [{ date: '2026-02-28' }, 'hearing-in-the-past', 'date'],
    [{ date: '2062-03-10' }, 'hearing-too-far-ahead', 'date'],
    [{ date: '2026-02-30' }, 'invalid-request', 'date'],
    [{ date: '10 March' }, 'invalid-request', 'date'],
    [{ time: '24:00' }, 'invalid-request', 'time'],
    [{ time: '10am' }, 'invalid-request', 'time'],
    [{ zone: 'EST/New York' }, 'unknown-zone', 'zone'],
    [{ zone: '-05:00' }, 'unknown-zone', 'zone'],
    [{ date: '2027-03-14', time: '02:30' }, 'skipped-time', 'time'],
    [{ source: '' }, 'invalid-request', 'source'],
    [{ changedBy: undefined }, 'invalid-request', 'changedBy'],
    [{ status: 'moved' }, 'invalid-request', 'status'],
  ])('is refused: %j as %s', async (change, code, field) => {
    const answer = await app.put(`/api/campaigns/${id}/hearing`, { ...date, ...change });
    expect(answer).toMatchObject({ status: 422, body: { code, fields: [{ field }] } });
    expect(await history()).toEqual([]);
  });

  it('says so of a campaign that is none', async () => {
    const nowhere = '/api/campaigns/00000000-0000-4000-8000-000000000000/hearing';
    const answers = [
      await app.put(nowhere, date),
      await app.get(nowhere),
      await app.get(`${nowhere}/changes`),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'campaign-not-found' } });
    }
  });
});
