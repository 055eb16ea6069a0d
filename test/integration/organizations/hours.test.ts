import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { organizationHours, type OrganizationHours } from '../../../src/contract/hours.js';
import { TestChorus } from '../../support/chorus.js';

let chorus: TestChorus;
let id: string;
beforeAll(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
});
afterAll(() => chorus.close());
beforeEach(async () => {
  const { body } = await chorus.app.post('/api/organizations', { name: randomUUID() });
  id = String(body['id']);
});

const set = (hours: object) => chorus.app.put<OrganizationHours>(`/api/organizations/${id}/hours`, hours);
const get = () => chorus.app.get<OrganizationHours>(`/api/organizations/${id}/hours`);

describe('the hours of an organization', () => {
  it('are the court’s and all of them, until it sets its own', async () => {
    expect((await get()).body).toEqual({ zone: null, quiet: null });
    const night = { from: '22:00', to: '07:00' };
    const answer = await set({ zone: 'america/chicago', quiet: night });
    expect(organizationHours.parse(answer.body)).toEqual({ zone: 'America/Chicago', quiet: night });
    expect((await get()).body).toEqual(answer.body);
    await set({ zone: null, quiet: null });
    expect((await get()).body).toEqual({ zone: null, quiet: null });
  });

  it.each([
    [{ zone: 'Mars/Olympus', quiet: null }, 'zone'],
    [{ zone: '+05:00', quiet: null }, 'zone'],
    [{ zone: null, quiet: { from: '22:00', to: '22:00' } }, 'quiet'],
    [{ zone: null, quiet: { from: '22', to: '07:00' } }, 'quiet.from'],
    [{ zone: null, quiet: { from: '22:00' } }, 'quiet.to'],
    [{ zone: null }, 'quiet'],
  ])('are refused as %j, naming the field', async (hours, field) => {
    expect(await set(hours)).toMatchObject({ status: 422, body: { fields: [{ field }] } });
    expect((await get()).body).toEqual({ zone: null, quiet: null });
  });

  it('are nobody’s where there is no such organization', async () => {
    id = randomUUID();
    const missing = { status: 404, body: { code: 'organization-not-found' } };
    expect(await get()).toMatchObject(missing);
    expect(await set({ zone: null, quiet: null })).toMatchObject(missing);
  });
});
