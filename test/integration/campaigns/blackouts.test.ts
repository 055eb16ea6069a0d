import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { blackoutChangeAnswer, type BlackoutChangeAnswer } from '../../../src/contract/blackouts.js';
import { NO_EFFECT } from '../../../src/features/campaigns/index.js';
import type { TestApp } from '../../support/app.js';
import { atOnce } from './at-once.js';
import { CampaignsFixture, NotingListener } from './fixture.js';

const listener = new NotingListener(() => ({ noTime: 3 }));
let fixture: CampaignsFixture;
let app: TestApp;
let id: string;
beforeAll(async () => {
  fixture = await CampaignsFixture.start(listener);
  ({ app } = fixture);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  id = await fixture.campaign();
  listener.changes = [];
});

const path = (date: string) => `/api/campaigns/${id}/blackouts/${date}`;
const add = (date: string, reason = 'a holiday', query = '') =>
  app.put<BlackoutChangeAnswer>(`${path(date)}${query}`, { reason, by: 'Noor' });
const list = async () =>
  (await app.get<{ items: BlackoutChangeAnswer['items'] }>(`/api/campaigns/${id}/blackouts`)).body.items;

describe('the blackout dates of a campaign', () => {
  it('are added and removed, in the order of the calendar, and the plan follows', async () => {
    await add('2026-11-26');
    const answer = await add('2026-07-04', 'Independence Day');
    expect(blackoutChangeAnswer.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      changed: true,
      items: [{ date: '2026-07-04', reason: 'Independence Day', addedBy: 'Noor' }, { date: '2026-11-26' }],
      effect: { noTime: 3 },
    });
    const removed = await app.request<BlackoutChangeAnswer>('DELETE', path('2026-07-04'));
    expect(removed.body).toMatchObject({ changed: true, items: [{ date: '2026-11-26' }] });
    expect(listener.changes.map(({ cause }) => cause)).toEqual(['blackout', 'blackout', 'blackout']);
  });

  it('change nothing when they are as asked already, and are previewed', async () => {
    await add('2026-11-26');
    expect((await add('2026-11-26')).body).toMatchObject({ changed: false, effect: NO_EFFECT });
    expect((await add('2026-11-26', 'Thanksgiving')).body.items).toMatchObject([{ reason: 'Thanksgiving' }]);
    expect((await app.request<BlackoutChangeAnswer>('DELETE', path('2026-11-27'))).body.changed).toBe(false);
    expect((await add('2026-11-27', 'a holiday', '?preview=true')).body.items).toHaveLength(2);
    expect(await list()).toHaveLength(1);
  });

  it('are both there when two people add them at once', async () => {
    const days = ['2026-11-26', '2026-11-27', '2026-11-26'];
    await atOnce(
      fixture.ledger,
      { table: 'hearing', id },
      days.map((day) => () => add(day)),
    );
    expect(listener.changes).toHaveLength(2);
    expect((await list()).map(({ date }) => date)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('are refused where they are no dates, too many, or of no campaign', async () => {
    expect(await add('2026-02-30')).toMatchObject({ status: 422, body: { fields: [{ field: 'date' }] } });
    expect(await add('2026-02-28', '')).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'reason' }] },
    });
    const days = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2027, 0, n + 1)));
    await fixture.ledger
      .insertInto('blackout')
      .values(
        days.map((day) => ({
          campaignId: id,
          date: day.toISOString().slice(0, 10),
          reason: 'a holiday',
          addedBy: 'Noor',
          addedAt: day,
        })),
      )
      .execute();
    expect(await add('2026-11-26')).toMatchObject({ status: 409, body: { code: 'too-many-blackouts' } });
    id = randomUUID();
    const missing = { status: 404, body: { code: 'campaign-not-found' } };
    expect(await add('2026-11-26')).toMatchObject(missing);
    expect(await app.get(`/api/campaigns/${id}/blackouts`)).toMatchObject(missing);
  });
});
