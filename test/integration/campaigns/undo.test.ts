import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  hearingChangeAnswer,
  type HearingChangeAnswer,
  type HearingHistoryPage,
} from '../../../src/contract/campaigns.js';
import type { TestApp } from '../../support/app.js';
import { atOnce } from './at-once.js';
import { CampaignsFixture, NotingListener } from './fixture.js';

const listener = new NotingListener(() => ({}));
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

const date = (day: string) => ({ date: day, time: '10:00', zone: 'America/New_York' });
const report = (news: object) =>
  app.put<HearingChangeAnswer>(`/api/campaigns/${id}/hearing`, {
    source: 'the court',
    changedBy: 'Noor',
    ...news,
  });
const undo = (request: object = {}, query = '') =>
  app.post<HearingChangeAnswer>(`/api/campaigns/${id}/hearing/undo${query}`, {
    changedBy: 'Ada',
    ...request,
  });
const hearing = async () => (await app.get(`/api/campaigns/${id}/hearing`)).body;
const history = async () =>
  (await app.get<HearingHistoryPage>(`/api/campaigns/${id}/hearing/changes`)).body.items;

describe('undoing the last change of a hearing', () => {
  it('puts it back as it was, tells what follows it, and stands in the history', async () => {
    await report(date('2026-03-10'));
    const before = await hearing();
    app.clock.advance(60_000);
    await report(date('2026-03-20'));
    app.clock.advance(60_000);
    const answer = await undo();
    expect(answer.status).toBe(200);
    expect(hearingChangeAnswer.parse(answer.body)).toEqual(answer.body);
    expect(await hearing()).toEqual({ ...before, revision: 4 });
    const [, moved, undone] = listener.changes;
    expect(undone).toMatchObject({ cause: 'hearing', moveId: null, undoes: moved?.moveId });
    expect(await history()).toMatchObject([
      {
        undo: true,
        status: 'set',
        startsAtLocal: '2026-03-10T10:00:00-04:00',
        changedBy: 'Ada',
        source: 'Undoes the change of 2026-03-01T10:01:00-05:00 by Noor',
      },
      { undo: false, status: 'moved' },
      { undo: false, status: 'set' },
    ]);
  });

  it('puts back what was reported of its end, and a date that it did not have', async () => {
    await report(date('2026-03-10'));
    app.clock.set('2026-03-10T16:00:00Z');
    await report({ status: 'argued', at: '2026-03-10T15:00:00Z' });
    await report({ status: 'argued', at: '2026-03-10T15:30:00Z' });
    await undo();
    expect(await hearing()).toMatchObject({ status: 'argued', arguedAt: '2026-03-10T15:00:00.000Z' });
    id = await fixture.campaign();
    app.clock.set('2026-03-01T15:00:00Z');
    await report({ ...date('2026-03-10'), zone: 'America/Toronto' });
    await undo();
    expect(await hearing()).toMatchObject({
      status: 'unannounced',
      startsAt: null,
      zone: 'America/New_York',
    });
  });

  it('is shown without being done', async () => {
    await report(date('2026-03-10'));
    const before = await hearing();
    const shown = await undo({}, '?preview=true');
    expect(shown.body.hearing).toMatchObject({ status: 'unannounced' });
    expect(await hearing()).toEqual(before);
    expect(await history()).toHaveLength(1);
  });

  it('is done once, by whoever comes first', async () => {
    await report(date('2026-03-10'));
    await report(date('2026-03-20'));
    const answers = await atOnce(fixture.ledger, { table: 'hearing', id }, [() => undo(), () => undo()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await hearing()).toMatchObject({ startsAt: '2026-03-10T14:00:00.000Z' });
  });

  it('is refused where there is nothing to undo, an undo too, or another revision was seen', async () => {
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    await report(date('2026-03-10'));
    expect(await undo({ revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'hearing-changed-meanwhile' },
    });
    await undo({ revision: 2 });
    expect(await undo()).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-undo', detail: expect.stringContaining('undo itself') },
    });
    await fixture.ledger.updateTable('hearingChange').set({ undoes: null, wasStatus: null }).execute();
    expect(await undo()).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-undo', detail: expect.stringContaining('earlier Chorus') },
    });
    id = randomUUID();
    expect(await undo()).toMatchObject({ status: 404, body: { code: 'campaign-not-found' } });
  });
});
