import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { campaign, campaignPage, type CampaignAnswer } from '../../../src/contract/campaigns.js';
import { CampaignsModule } from '../../../src/features/campaigns/index.js';
import { TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';

let database: TestLedger;
let app: TestApp;
beforeAll(async () => {
  database = await createTestLedger();
  app = await TestApp.start({ modules: [CampaignsModule], ledger: database.ledger });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const full = {
  name: ' Rivers for All ',
  slug: 'rivers',
  caseName: 'Rivers for All v. Acme Mills',
  docket: '25-1234',
  link: 'https://rivers.example/case?from=chorus#top',
  hashtags: ['#RiversForAll', 'riversforall', 'Court'],
  seed: 'spring',
};

describe('a campaign', () => {
  it('is created with all that was given, and read again', async () => {
    const created = await app.post<CampaignAnswer>('/api/campaigns', full);
    expect(created.status).toBe(201);
    expect(campaign.parse(created.body)).toEqual(created.body);
    expect(created.body).toMatchObject({
      ...full,
      name: 'Rivers for All',
      hashtags: ['RiversForAll', 'Court'],
      hearing: { status: 'unannounced', startsAt: null, zone: 'America/New_York', revision: 1 },
    });
    expect((await app.get(`/api/campaigns/${created.body.id}`)).body).toEqual(created.body);
  });

  it('gets slug and seed from its name', async () => {
    const created = await app.post('/api/campaigns', { name: 'L’Été à Québec', zone: 'america/toronto' });
    expect(created.body).toMatchObject({
      slug: 'lete-a-quebec',
      seed: 'lete-a-quebec',
      caseName: null,
      court: null,
      docket: null,
      link: null,
      hashtags: [],
      hearing: { zone: 'America/Toronto' },
    });
  });

  it('is found again by the same creation, and by ten of them at once', async () => {
    const once = { name: 'Only Once' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.post('/api/campaigns', once)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(9);
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  });

  it('is refused where a different one has its slug', async () => {
    await app.post('/api/campaigns', { name: 'Taken' });
    expect(await app.post('/api/campaigns', { name: 'Taken!', slug: 'taken' })).toMatchObject({
      status: 409,
      body: {
        code: 'campaign-slug-taken',
        detail: 'There is a different campaign “Taken” at the slug “taken”: give another slug.',
      },
    });
  });

  it.each([
    [{ name: '' }, 'name', 'This is too short: give at least 1 character.'],
    [{ name: 'two\nlines' }, 'name', 'This must be one line, without tabs and other control characters.'],
    [{ name: 'half \ud83d' }, 'name', 'This has half a character in it: copy the text again.'],
    [
      { name: '강을 지켜라' },
      'slug',
      'No slug can be made of this name: give one of a–z, digits and hyphens.',
    ],
    [
      { name: 'A', slug: 'No Slug' },
      'slug',
      'This must be of the letters a–z, digits and hyphens between them.',
    ],
    [
      { name: 'A', link: 'javascript:alert(1)' },
      'link',
      'This must be an address that begins with http:// or https://.',
    ],
    [
      { name: 'A', hashtags: ['Good', 'two words'] },
      'hashtags.1',
      '“two words” would not be linked as a hashtag: use letters, digits and _ alone.',
    ],
    [
      { name: 'A', zone: 'Mars/Olympus' },
      'zone',
      'There is no time zone “Mars/Olympus”: give the IANA name of the court’s zone, such as America/New_York.',
    ],
    [{ name: 'A', sulg: 'x' }, 'sulg', 'There is no field “sulg” here: check the spelling, or leave it out.'],
  ])('is refused as %j, naming the field', async (request, field, message) => {
    expect(await app.post('/api/campaigns', request)).toMatchObject({
      status: 422,
      body: { fields: [{ field, message }] },
    });
  });

  it('changes in the fields given, and in no others', async () => {
    const { body } = await app.post<CampaignAnswer>('/api/campaigns', { ...full, slug: 'changing' });
    const changes = { docket: null, hashtags: ['#New'], name: 'New name' };
    const answer = await app.patch(`/api/campaigns/${body.id}`, changes);
    expect(answer).toMatchObject({ status: 200, body: { ...body, ...changes, hashtags: ['New'] } });
    expect((await app.patch(`/api/campaigns/${body.id}`, {})).body).toEqual(answer.body);
    expect(await app.patch(`/api/campaigns/${body.id}`, { slug: 'other' })).toMatchObject({ status: 422 });
  });

  it('that is none answers 404', async () => {
    const nowhere = '/api/campaigns/00000000-0000-4000-8000-000000000000';
    for (const answer of [await app.get(nowhere), await app.patch(nowhere, { name: 'X' })]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'campaign-not-found' } });
    }
  });
});

describe('the list of campaigns', () => {
  it('comes in pages that hold each once, the oldest first', async () => {
    for (let n = 0; n < 5; n += 1) await app.post('/api/campaigns', { name: `Page ${n}` });
    const all = (await app.get<{ items: CampaignAnswer[] }>('/api/campaigns?limit=200')).body.items;
    const paged: CampaignAnswer[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/api/campaigns?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = campaignPage.parse((await app.get(path)).body);
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(all.slice(-5).map((item) => item.name)).toEqual([
      'Page 0',
      'Page 1',
      'Page 2',
      'Page 3',
      'Page 4',
    ]);
  });

  it('finds one by its slug', async () => {
    const answer = await app.get<{ items: CampaignAnswer[] }>('/api/campaigns?slug=page-3');
    expect(answer.body.items.map((item) => item.name)).toEqual(['Page 3']);
    expect((await app.get('/api/campaigns?slug=none')).body['items']).toEqual([]);
  });
});
