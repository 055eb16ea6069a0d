import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { feedList, madeFeed, type MadeFeed } from '../../../src/contract/exchange.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, TWO_SPEAKERS } from '../journeys/journey.js';

let chorus: TestChorus;
let journey: Journey;
beforeAll(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  journey = await Journey.begin(chorus, {
    organizations: ['River, Watch; & Friends', 'Clean Wells'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
  });
  await journey.generate();
});
afterAll(() => chorus.close());

async function make(request: object): Promise<MadeFeed> {
  const { status, body } = await chorus.app.post('/api/calendar-feeds', { by: 'Ada Carrow', ...request });
  expect(status).toBe(201);
  return madeFeed.parse(body);
}

function fetch(address: string, headers: Record<string, string> = {}) {
  const { pathname, search } = new URL(address);
  return chorus.app.nest.inject({ method: 'GET', url: `${pathname}${search}`, headers });
}

interface Event {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly start: string;
  readonly sequence: number;
  readonly status: string;
}

/** As a program that did not write it reads it. */
async function events(address: string): Promise<readonly Event[]> {
  const { statusCode, body } = await fetch(address);
  expect(statusCode).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

const hearingIn = (all: readonly Event[]) => all.find(({ uid }) => uid.startsWith('hearing-'));
const postsIn = (all: readonly Event[]) => all.filter(({ uid }) => !uid.startsWith('hearing-'));

describe('the calendar of an organization', () => {
  it('holds the hearing and each of its own posts at its instant, with the text', async () => {
    const [organizationId = ''] = journey.organizationIds;
    const { address } = await make({ organizationId });
    const all = await events(address);
    expect(hearingIn(all)).toMatchObject({
      uid: `hearing-${journey.campaignId}`,
      summary: 'Hearing: Doe v. Roe',
      start: '2026-03-24T14:00:00.000Z',
      status: 'CONFIRMED',
    });
    expect(hearingIn(all)?.description).toContain(
      'The hearing is set for Tuesday, March 24, 2026, at 10:00 AM EDT.',
    );
    const posts = await journey.posts(`&organizationId=${organizationId}`);
    expect(posts).toHaveLength(1);
    expect(postsIn(all)).toEqual(
      posts.map((post) => ({
        uid: post.id,
        summary: 'River, Watch; & Friends · Sandbox · Week',
        description: `Status: proposed\n@${post.account}, 2026-03-17 12:00:00 (America/New_York)\n\n${post.parts[0]?.text ?? ''}`,
        start: '2026-03-17T16:00:00.000Z',
        sequence: post.revision - 1,
        status: 'TENTATIVE',
      })),
    );
  });
});

describe('the calendar of an organization whose campaign is rehearsed', () => {
  it('holds nothing of the rehearsal', async () => {
    const [organizationId = ''] = journey.organizationIds;
    const { address } = await make({ organizationId });
    const before = await events(address);
    await journey.call('POST', `campaigns/${journey.campaignId}/rehearsals`, { seconds: 60, by: 'Ada' });
    expect(await events(address)).toEqual(before);
  });
});

describe('the calendar of a campaign', () => {
  it('holds the posts of all, and never a text', async () => {
    const { address } = await make({ campaignId: journey.campaignId });
    const all = await events(address);
    const posts = await journey.posts();
    expect(
      postsIn(all)
        .map(({ uid }) => uid)
        .toSorted(),
    ).toEqual(posts.map(({ id }) => id).toSorted());
    const { body } = await fetch(address);
    const unfolded = body.replaceAll('\r\n ', '');
    for (const { parts } of posts) {
      for (const word of ['river', 'belongs', 'Ada Finch', 'Nobody should'])
        expect(unfolded).not.toContain(word);
      expect(parts.length).toBeGreaterThan(0);
    }
  });

  it('moves the hearing and its posts under their ids, with a raised sequence', async () => {
    const { address } = await make({ campaignId: journey.campaignId });
    const before = await events(address);
    await journey.reportHearing({ date: '2026-04-07' });
    const after = await events(address);
    expect(hearingIn(after)).toMatchObject({
      uid: hearingIn(before)?.uid,
      summary: 'Hearing: Doe v. Roe (moved)',
      start: '2026-04-07T14:00:00.000Z',
    });
    expect(hearingIn(after)?.sequence).toBeGreaterThan(hearingIn(before)?.sequence ?? 0);
    const planned = new Map((await journey.posts()).map(({ id, plannedAt }) => [id, plannedAt]));
    for (const post of postsIn(after)) {
      const was = before.find(({ uid }) => uid === post.uid);
      expect(post.start).toBe(planned.get(post.uid));
      expect(post.start.slice(0, 10)).toBe('2026-03-31');
      expect(post.sequence).toBeGreaterThan(was?.sequence ?? 0);
    }
  });

  it('shows a hearing without a date as cancelled where it last stood, and leaves out posts that wait for one', async () => {
    const { address } = await make({ campaignId: journey.campaignId });
    await journey.reportHearing({ status: 'unannounced' });
    const all = await events(address);
    expect(hearingIn(all)).toMatchObject({
      summary: 'Hearing: Doe v. Roe (no date now)',
      start: '2026-04-07T14:00:00.000Z',
      status: 'CANCELLED',
    });
    expect(postsIn(all)).toEqual([]);
    await journey.reportHearing({ date: '2026-03-24' });
    expect(hearingIn(await events(address))?.status).toBe('CONFIRMED');
  });

  it('leaves out a post that was cancelled', async () => {
    const { address } = await make({ campaignId: journey.campaignId });
    const [post] = await journey.posts();
    await journey.call('POST', `posts/${post?.id ?? ''}/cancellation`, { reason: 'said already', by: 'Ada' });
    expect((await events(address)).map(({ uid }) => uid)).not.toContain(post?.id);
  });
});

describe('the address of a calendar', () => {
  it('holds a secret of 256 bits, of which only a digest is kept, shown once', async () => {
    const { address, feed } = await make({ campaignId: journey.campaignId });
    const key = new URL(address).searchParams.get('key') ?? '';
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    const row = await chorus.ledger
      .selectFrom('calendarFeed')
      .selectAll()
      .where('id', '=', feed.id)
      .executeTakeFirstOrThrow();
    expect(row.keySha256).toBe(createHash('sha256').update(key).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(key);
    const { body } = await chorus.app.get('/api/calendar-feeds');
    expect(feedList.parse(body).items.map(({ id }) => id)).toContain(feed.id);
    expect(JSON.stringify(body)).not.toContain(key);
    expect(JSON.stringify(body)).not.toContain(row.keySha256);
  });

  it('works no more once the calendar is made anew or revoked', async () => {
    const [, organizationId = ''] = journey.organizationIds;
    const first = await make({ organizationId });
    expect(first.replaced).toBe(false);
    const second = await make({ organizationId });
    expect(second.replaced).toBe(true);
    expect((await fetch(first.address)).statusCode).toBe(404);
    expect((await fetch(second.address)).statusCode).toBe(200);
    const revoked = await chorus.app.post(`/api/calendar-feeds/${second.feed.id}/revocation`, { by: 'Bo' });
    expect(revoked.body).toMatchObject({ revokedBy: 'Bo', revokedAt: expect.any(String) });
    expect((await fetch(second.address)).statusCode).toBe(404);
    const again = await chorus.app.post(`/api/calendar-feeds/${second.feed.id}/revocation`, { by: 'Ada' });
    expect(again.body).toEqual(revoked.body);
  });

  it.each([
    ['another secret', `?key=${'A'.repeat(43)}`],
    ['no secret', ''],
    ['an empty one', '?key='],
    ['one that is too short', '?key=abc'],
    ['two of them', `?key=${'A'.repeat(43)}&key=b`],
  ])('answers 404 to %s, and nothing that tells why', async (_what, query) => {
    const { statusCode, body } = await fetch(`http://x/api/calendars/feed.ics${query}`);
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ code: 'calendar-not-found' });
  });

  it('is asked again with what is known, and answers 304 until something changes', async () => {
    const { address } = await make({ campaignId: journey.campaignId });
    const first = await fetch(address);
    const etag = String(first.headers['etag']);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await fetch(address, { 'if-none-match': known });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect(again.headers['etag']).toBe(etag);
    }
    expect((await fetch(address, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    await journey.reportHearing({ date: '2026-03-25' });
    const changed = await fetch(address, { 'if-none-match': etag });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers['etag']).not.toBe(etag);
  });

  it('is of one organization or one campaign that is there', async () => {
    const by = 'Ada';
    const make = (request: object) => chorus.app.post('/api/calendar-feeds', request);
    expect(await make({ by })).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
    const both = { by, organizationId: journey.organizationIds[0], campaignId: journey.campaignId };
    expect(await make(both)).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
    expect((await make({ by, organizationId: randomUUID() })).body['code']).toBe('organization-not-found');
    expect((await make({ by, campaignId: randomUUID() })).body['code']).toBe('campaign-not-found');
    const nowhere = await chorus.app.post(`/api/calendar-feeds/${randomUUID()}/revocation`, { by });
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'calendar-feed-not-found']);
  });
});
