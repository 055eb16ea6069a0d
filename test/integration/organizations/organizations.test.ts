import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  organization,
  type OrganizationAnswer,
  organizationPage,
} from '../../../src/contract/organizations.js';
import { OrganizationsFixture } from './fixture.js';

let fixture: OrganizationsFixture;
beforeAll(async () => {
  fixture = await OrganizationsFixture.start();
});
afterAll(() => fixture.close());

const create = (request: object) => fixture.app.post<OrganizationAnswer>('/api/organizations', request);
const why = { why: 'We drink from it.\nSo do you.' };

describe('an organization', () => {
  it('is created with its own words, and read again', async () => {
    const answer = await create({ name: ' River Watch & Sons, Inc. ', blanks: why });
    expect(answer.status).toBe(201);
    expect(organization.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({ name: 'River Watch & Sons, Inc.', blanks: why });
    expect((await fixture.app.get(`/api/organizations/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('is found again by the same creation, also by many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ name: 'Once', blanks: why })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(7);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('is refused where another has its name, or one that differs in case alone', async () => {
    await create({ name: 'Clean Wells' });
    expect(await create({ name: 'Clean Wells', blanks: why })).toMatchObject({
      status: 409,
      body: { code: 'organization-name-taken', detail: expect.stringContaining('other words of its own') },
    });
    expect(await create({ name: 'CLEAN WELLS' })).toMatchObject({
      status: 409,
      body: { code: 'organization-name-taken', detail: expect.stringContaining('“Clean Wells”') },
    });
  });

  it.each([
    [{ name: '' }, 'invalid-request', 'name'],
    [{ name: 'a\u0000b' }, 'invalid-request', 'name'],
    [{ name: 'A', blanks: { why: '' } }, 'invalid-request', 'blanks.why'],
    [{ name: 'A', blanks: { why: 'a\u0000b' } }, 'invalid-request', 'blanks.why'],
    [{ name: 'A', blanks: { 'No Name': 'x' } }, 'invalid-request', 'blanks.No Name'],
    [{ name: 'A', blanks: { why: 'They said “never”' } }, 'quotation-mark-in-own-words', 'blanks.why'],
  ])('is refused as %j', async (request, code, field) => {
    expect(await create(request)).toMatchObject({ status: 422, body: { code, fields: [{ field }] } });
  });

  it('changes in the fields given', async () => {
    const { body } = await create({ name: 'Changing', blanks: why });
    const renamed = await fixture.app.patch(`/api/organizations/${body.id}`, { name: 'Changed' });
    expect(renamed).toMatchObject({ status: 200, body: { id: body.id, name: 'Changed', blanks: why } });
    const words = await fixture.app.patch(`/api/organizations/${body.id}`, { blanks: {} });
    expect(words.body).toMatchObject({ name: 'Changed', blanks: {} });
    await create({ name: 'Standing' });
    expect(await fixture.app.patch(`/api/organizations/${body.id}`, { name: 'standing' })).toMatchObject({
      status: 409,
      body: { code: 'organization-name-taken' },
    });
    expect((await fixture.app.patch(`/api/organizations/${body.id}`, { name: 'CHANGED' })).status).toBe(200);
  });

  it('that is none answers 404', async () => {
    const nowhere = '/api/organizations/00000000-0000-4000-8000-000000000000';
    const answers = [
      await fixture.app.get(nowhere),
      await fixture.app.patch(nowhere, { name: 'X' }),
      await fixture.app.post(`${nowhere}/accounts`, { network: 'sandbox', handle: 'x' }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'organization-not-found' } });
    }
  });

  it('stands once in the pages of the list', async () => {
    const all = organizationPage.parse((await fixture.app.get('/api/organizations?limit=200')).body).items;
    const paged: OrganizationAnswer[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/api/organizations?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = organizationPage.parse((await fixture.app.get(path)).body);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
  });
});
