import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wave, type WaveAnswer, type WaveChangeAnswer } from '../../../src/contract/campaigns.js';
import { NO_EFFECT } from '../../../src/features/campaigns/index.js';
import type { TestApp } from '../../support/app.js';
import { CampaignsFixture, NotingListener } from './fixture.js';

const listener = new NotingListener(() => ({ moved: 7 }));
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

const twoWeeks = { name: 'Two weeks', timing: { kind: 'days', days: -14, time: '10:00' } };
const reported = { source: 'the court', changedBy: 'Noor' };
const create = (request: object) => app.post<WaveAnswer>(`/api/campaigns/${id}/waves`, request);
const hearing = (request: object) => app.put(`/api/campaigns/${id}/hearing`, { ...request, ...reported });
const setHearing = () => hearing({ date: '2026-03-20', time: '10:00', zone: 'America/New_York' });

describe('a wave', () => {
  it('is added with sensible defaults and waits for the hearing’s date', async () => {
    const answer = await create(twoWeeks);
    expect(answer.status).toBe(201);
    expect(wave.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      campaignId: id,
      position: 0,
      label: '14 days before, 10:00',
      spreadSeconds: 0,
      together: false,
      keptApart: null,
      graceMinutes: 15,
      freezeMinutes: 0,
      templates: [],
      outcome: null,
      leavesAt: null,
      leavesAtLocal: null,
      waitsFor: 'The wave waits for the hearing’s date.',
    });
  });

  it('shows its instant in UTC and on the court’s clock', async () => {
    await setHearing();
    expect((await create(twoWeeks)).body).toMatchObject({
      leavesAt: '2026-03-06T15:00:00.000Z',
      leavesAtLocal: '2026-03-06T10:00:00-05:00',
      waitsFor: null,
    });
    const soon = { name: 'Soon', timing: { kind: 'minutes', minutes: -90 } };
    expect((await create(soon)).body.leavesAtLocal).toBe('2026-03-20T08:30:00-04:00');
  });

  it('leaves all together where it asks for it, and says where it may not', async () => {
    const { body } = await create({ ...twoWeeks, together: true });
    expect(body).toMatchObject({ together: true, keptApart: expect.stringMatching(/^On X each account/) });
    expect((await create({ ...twoWeeks, together: false })).status).toBe(409);
    const spread = { code: 'spread-or-together', fields: [{ field: 'together' }] };
    expect(await create({ ...twoWeeks, name: 'Both', together: true, spreadSeconds: 5 })).toMatchObject({
      status: 422,
      body: spread,
    });
    expect(await app.patch(`/api/waves/${body.id}`, { spreadSeconds: 5 })).toMatchObject({
      status: 422,
      body: spread,
    });
    const changed = await app.patch<WaveChangeAnswer>(`/api/waves/${body.id}`, { together: false });
    expect(changed.body).toMatchObject({ wave: { together: false }, effect: { moved: 7 } });
    expect(listener.changes.at(-1)).toMatchObject({ respread: true });
  });

  it('is found again by the same creation, also when sent at once, and refused with another’s name', async () => {
    const answers = await Promise.all([create(twoWeeks), create(twoWeeks)]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await create({ ...twoWeeks, graceMinutes: 5 })).toMatchObject({
      status: 409,
      body: { code: 'wave-name-taken', detail: expect.stringContaining('“Two weeks”') },
    });
  });

  it('stands in the list in the order in which it was added', async () => {
    for (const name of ['c', 'a', 'b']) await create({ ...twoWeeks, name });
    const { body } = await app.get<{ items: WaveAnswer[] }>(`/api/campaigns/${id}/waves`);
    expect(body.items.map((item) => [item.name, item.position])).toEqual([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ]);
  });

  it.each([
    [{ timing: { kind: 'days', days: 1.5, time: '10:00' } }, 'timing.days'],
    [{ timing: { kind: 'days', days: -1, time: '9:00' } }, 'timing.time'],
    [{ timing: { kind: 'days', days: -1 } }, 'timing.time'],
    [{ timing: { kind: 'weeks', weeks: 1 } }, 'timing.kind'],
    [{ timing: { kind: 'minutes', minutes: 1e9 } }, 'timing.minutes'],
    [{ spreadSeconds: -1 }, 'spreadSeconds'],
    [{ graceMinutes: 0 }, 'graceMinutes'],
    [{ templates: ['ok', ''] }, 'templates.1'],
    [{ name: undefined }, 'name'],
  ])('is refused with %j', async (change, field) => {
    expect(await create({ ...twoWeeks, ...change })).toMatchObject({
      status: 422,
      body: { code: 'invalid-request', fields: [{ field }] },
    });
  });

  it('has at most 200 beside it', async () => {
    await fixture.ledger
      .insertInto('wave')
      .values(
        Array.from({ length: 200 }, (_, position) => ({
          campaignId: id,
          name: `Wave ${position}`,
          position,
          timing: JSON.stringify(twoWeeks.timing),
          spreadMs: 0,
          graceMs: 0,
          templates: [],
        })),
      )
      .execute();
    expect(await create(twoWeeks)).toMatchObject({ status: 409, body: { code: 'too-many-waves' } });
  });
});

describe('a hearing near its end', () => {
  it.each(['decided', 'cancelled'])('takes no wave once it is %s', async (status) => {
    const { body } = await create(twoWeeks);
    if (status === 'decided') {
      await setHearing();
      app.clock.set('2026-03-20T15:00:00Z');
      await hearing({ status: 'argued' });
    }
    await hearing({ status });
    const refused = { status: 409, body: { code: 'hearing-ended', detail: expect.stringContaining(status) } };
    expect(await create({ ...twoWeeks, name: 'New' })).toMatchObject(refused);
    expect(await app.patch(`/api/waves/${body.id}`, { spreadSeconds: 5 })).toMatchObject(refused);
  });

  it('takes only waves after it once it was argued', async () => {
    await setHearing();
    app.clock.set('2026-03-20T15:00:00Z');
    await hearing({ status: 'argued' });
    expect(await create(twoWeeks)).toMatchObject({
      status: 409,
      body: { code: 'wave-before-argued-hearing' },
    });
    const evening = { name: 'Evening', timing: { kind: 'days', days: 0, time: '18:00' } };
    expect((await create(evening)).status).toBe(201);
  });
});

describe('changing a wave', () => {
  it('moves its posts where its timing, spread or grace changes, and answers what became of them', async () => {
    await setHearing();
    const { body } = await create(twoWeeks);
    const timing = { kind: 'days', days: -7, time: '09:00' };
    const answer = await app.patch<WaveChangeAnswer>(`/api/waves/${body.id}`, { timing, spreadSeconds: 60 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        wave: {
          ...body,
          timing: { ...timing, event: 'hearing', clock: 'court' },
          label: '7 days before, 09:00',
          spreadSeconds: 60,
          leavesAt: '2026-03-13T13:00:00.000Z',
          leavesAtLocal: expect.any(String),
        },
        effect: { moved: 7 },
      },
    });
    expect(listener.changes.at(-1)?.waves).toEqual([
      {
        id: body.id,
        timing: { ...timing, event: 'hearing', clock: 'court' },
        spreadMs: 60_000,
        together: false,
        graceMs: 900_000,
        freezeMs: 0,
        outcome: null,
        fate: { kind: 'leaves', eventAt: Date.parse('2026-03-20T14:00:00Z') },
      },
    ]);
  });

  it('leaves the posts where only its name or templates change, or nothing at all', async () => {
    const { body } = await create(twoWeeks);
    const renamed = await app.patch<WaveChangeAnswer>(`/api/waves/${body.id}`, {
      name: 'Fortnight',
      templates: ['quotation', 'fact'],
    });
    expect(renamed.body).toMatchObject({ wave: { name: 'Fortnight', templates: ['quotation', 'fact'] } });
    const same = await app.patch<WaveChangeAnswer>(`/api/waves/${body.id}`, { graceMinutes: 15 });
    expect(same.body).toEqual({ ...renamed.body, effect: NO_EFFECT });
    expect(listener.changes).toEqual([]);
  });

  it('is refused a name that another wave has', async () => {
    await create(twoWeeks);
    const { body } = await create({ ...twoWeeks, name: 'Other' });
    expect(await app.patch(`/api/waves/${body.id}`, { name: 'Two weeks' })).toMatchObject({
      status: 409,
      body: { code: 'wave-name-taken' },
    });
  });
});

describe('deleting a wave', () => {
  it('takes it off the plan', async () => {
    const { body } = await create(twoWeeks);
    expect((await app.delete(`/api/waves/${body.id}`)).status).toBe(204);
    expect(await app.delete(`/api/waves/${body.id}`)).toMatchObject({
      status: 404,
      body: { code: 'wave-not-found' },
    });
    expect((await app.get(`/api/campaigns/${id}/waves`)).body['items']).toEqual([]);
  });

  it('is refused once it has posts, also cancelled ones', async () => {
    const { body } = await create(twoWeeks);
    const organization = await fixture.ledger
      .insertInto('organization')
      .values({ name: randomUUID() })
      .returning('id')
      .executeTakeFirstOrThrow();
    const account = await fixture.ledger
      .insertInto('account')
      .values({
        organizationId: organization.id,
        network: 'sandbox',
        handle: randomUUID(),
        remoteId: randomUUID(),
        serverUrl: 'http://127.0.0.1:1',
        credentials: 'sealed',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await fixture.ledger
      .insertInto('post')
      .values({
        campaignId: id,
        waveId: body.id,
        accountId: account.id,
        status: 'draft',
        parts: JSON.stringify([{ segments: [{ kind: 'text', text: 'Hello' }], pictures: [] }]),
        fingerprint: 'f',
        dependsOnDate: false,
        timing: body.label,
        delayMs: 0,
        graceMs: 0,
      })
      .execute();
    expect(await app.delete(`/api/waves/${body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'wave-has-posts', detail: expect.stringContaining('cancel its posts') },
    });
    expect((await app.get<{ items: unknown[] }>(`/api/campaigns/${id}/waves`)).body.items).toHaveLength(1);
  });
});
