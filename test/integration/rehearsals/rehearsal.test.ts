import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RehearsalAnswer, RehearsalReport } from '../../../src/contract/rehearsals.js';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type JourneyPost, TWO_SPEAKERS } from '../journeys/journey.js';

const STARTED_AT = Date.parse('2026-02-20T15:00:00Z');
const SECONDS = 60;
/** From 30 days before the hearing to the day after it. */
const WAVES = [-30, -21, -14, -7, -1, 1].map((days) => ({
  name: `Day ${days}`,
  timing: { kind: 'days', days, time: '12:00' },
  spreadSeconds: 600,
}));

describe('a rehearsal', () => {
  let chorus: TestChorus;
  let journey: Journey;
  let before: readonly JourneyPost[];
  let rehearsal: RehearsalAnswer;
  let report: RehearsalReport;
  const start = (body: object = {}) =>
    chorus.app.post<RehearsalAnswer>(`/api/campaigns/${journey.campaignId}/rehearsals`, {
      by: 'Coordinator',
      seconds: SECONDS,
      ...body,
    });
  const reportOf = (id: string) => journey.call<RehearsalReport>('GET', `rehearsals/${id}`);

  beforeAll(async () => {
    chorus = await TestChorus.start(null, new Date(STARTED_AT).toISOString());
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 2,
      release: TWO_SPEAKERS,
      waves: WAVES,
    });
    await journey.generate();
    const [organization = ''] = journey.organizationIds;
    for (const { id, fingerprint } of await journey.posts(`&organizationId=${organization}`)) {
      await journey.call('POST', `posts/${id}/approvals`, {
        organizationId: organization,
        fingerprint,
        decision: 'approve',
        by: 'Approver',
      });
    }
    before = await journey.posts();
    rehearsal = (await start()).body;
    await chorus.runUntil(Date.parse(rehearsal.runsUntil) + 5_000);
    report = await reportOf(rehearsal.id);
  });
  afterAll(() => chorus.close());

  it('brings every post of thirty days within a minute, in the plan’s order, each at its own instant', () => {
    expect(before.length).toBeGreaterThan(12);
    expect(report.counts).toEqual({
      posts: before.length,
      came: before.length,
      waiting: 0,
      kept: 0,
      undated: 0,
    });
    const planned = new Map(before.map((post) => [post.id, post]));
    const planMs = Date.parse(rehearsal.planUntil) - Date.parse(rehearsal.planFrom);
    const oneMs = planMs / (SECONDS * 1_000);
    for (const { postId, plannedAt, cameAt, lateMs, parts } of report.posts) {
      const post = planned.get(postId);
      expect({ plannedAt, parts }).toEqual({
        plannedAt: post?.plannedAt,
        parts: post?.parts.map(({ text }) => text),
      });
      expect(lateMs).toBeGreaterThanOrEqual(0);
      const offMs = Date.parse(cameAt ?? '') - Date.parse(plannedAt) - (lateMs ?? 0) * oneMs;
      expect(Math.abs(offMs)).toBeLessThanOrEqual(oneMs);
    }
    const order = report.posts.map(({ plannedAt }) => Date.parse(plannedAt));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(report.rehearsal).toMatchObject({ state: 'over', seconds: SECONDS, startedBy: 'Coordinator' });
  });

  it('reaches twins on the sandbox network and nobody else', async () => {
    const twins = await chorus.ledger
      .selectFrom('accountTwin')
      .innerJoin('account', 'account.id', 'accountTwin.accountId')
      .select(['account.handle', 'account.network'])
      .execute();
    expect(twins.map(({ network }) => network)).toEqual(['sandbox', 'sandbox', 'sandbox', 'sandbox']);
    const live = twins.flatMap(({ handle }) => chorus.sandbox.livePosts(handle));
    expect(live.map(({ text }) => text).sort()).toEqual(
      before.flatMap(({ parts }) => parts.map(({ text }) => text)).sort(),
    );
    for (const { account } of before) expect(chorus.sandbox.livePosts(account)).toEqual([]);
  });

  it('leaves the campaign, its accounts and its posts as they were', async () => {
    expect(await journey.posts()).toEqual(before);
    const campaigns = await journey.call<{ items: readonly object[] }>('GET', 'campaigns');
    expect(campaigns.items).toHaveLength(1);
    const accounts = await journey.call<{ items: readonly { handle: string }[] }>(
      'GET',
      'accounts?limit=200',
    );
    expect(accounts.items.filter(({ handle }) => handle.startsWith('rehearsal-'))).toEqual([]);
    expect((await journey.generate()).made).toBe(0);
  });

  it('asks no organization for anything: its posts are not among those that wait for one', async () => {
    for (const organizationId of journey.organizationIds) {
      const { items } = await journey.call<{ items: readonly JourneyPost[] }>(
        'GET',
        `posts?organizationId=${organizationId}&limit=200`,
      );
      expect(items.map(({ id }) => id).toSorted()).toEqual(
        before
          .filter((post) => post.organizationId === organizationId)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  });

  it('is approved by Chorus, and says so; who has not approved stands in the report', async () => {
    const approvals = await chorus.ledger
      .selectFrom('approval')
      .innerJoin('rehearsedPost', 'rehearsedPost.postId', 'approval.postId')
      .select(['approval.decidedBy', 'approval.note'])
      .execute();
    expect(approvals).toHaveLength(before.length);
    for (const { decidedBy, note } of approvals) {
      expect({ decidedBy, note }).toEqual({
        decidedBy: 'Chorus',
        note: expect.stringContaining('rehearsal'),
      });
    }
    const [real] = before;
    const forged = chorus.ledger
      .insertInto('approval')
      .values({
        postId: real?.id ?? '',
        organizationId: real?.organizationId ?? '',
        fingerprint: real?.fingerprint ?? '',
        decision: 'approved',
        instantAt: null,
        leewayMinutes: null,
        followsTiming: 'x',
        decidedBy: 'Chorus',
        note: null,
        decidedAt: new Date(),
        bySystem: true,
      })
      .execute();
    await expect(forged).rejects.toThrow('Only an organization approves');
    expect(report.unapproved).toEqual([{ organization: 'Commons Center', posts: before.length / 2 }]);
  });

  it('tells what the plan is like: silences, lengths, what is said again', () => {
    expect(report.gaps.length).toBeGreaterThan(0);
    expect(report.lengths).toMatchObject([{ network: 'sandbox', limit: 300 }]);
    expect(report.lengths[0]?.longest).toBeLessThanOrEqual(300);
  });

  it('cannot be sent from an account of the campaign, nor can its twins send anything else', async () => {
    const twin = await chorus.ledger.selectFrom('accountTwin').selectAll().executeTakeFirstOrThrow();
    const [real] = before;
    const copied = await chorus.ledger
      .selectFrom('rehearsedPost')
      .innerJoin('post', 'post.id', 'rehearsedPost.postId')
      .select('post.id')
      .executeTakeFirstOrThrow();
    const move = (id: string, accountId: string) =>
      chorus.ledger.updateTable('post').set({ accountId }).where('id', '=', id).execute();
    await expect(move(copied.id, twin.ofAccountId)).rejects.toThrow('from its own twins alone');
    await expect(move(real?.id ?? '', twin.accountId)).rejects.toThrow('from its own twins alone');
    await expect(
      chorus.ledger.updateTable('account').set({ network: 'x' }).where('id', '=', twin.accountId).execute(),
    ).rejects.toThrow('stays on the sandbox');
  });

  it('is run by one at a time, can be stopped, and is asked for of a campaign with a plan', async () => {
    const answers = await Promise.all([start(), start()]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const running = answers.find(({ status }) => status === 201)?.body.id ?? '';
    const copy = await chorus.ledger
      .selectFrom('rehearsal')
      .select('copyId')
      .where('id', '=', running)
      .executeTakeFirstOrThrow();
    expect(
      await chorus.app.post(`/api/campaigns/${copy.copyId}/rehearsals`, { by: 'Coordinator' }),
    ).toMatchObject({ status: 409, body: { code: 'is-a-rehearsal' } });
    const stop = () => chorus.app.post(`/api/rehearsals/${running}/stop`, { by: 'Coordinator' });
    expect(await stop()).toMatchObject({ status: 200, body: { state: 'stopped', stoppedBy: 'Coordinator' } });
    expect(await stop()).toMatchObject({ status: 200 });
    await chorus.runUntil(chorus.clock.now() + 2 * SECONDS * 1_000);
    expect((await reportOf(running)).counts).toMatchObject({ came: 0, waiting: 0, kept: before.length });
    const empty = await journey.call<{ id: string }>('POST', 'campaigns', { name: 'Empty' });
    expect(
      await chorus.app.post(`/api/campaigns/${empty.id}/rehearsals`, { by: 'Coordinator' }),
    ).toMatchObject({ status: 409, body: { code: 'nothing-to-rehearse' } });
    expect(await start({ seconds: 5 })).toMatchObject({ status: 422 });
    expect(await chorus.app.get(`/api/rehearsals/${empty.id}`)).toMatchObject({ status: 404 });
  });

  it('keeps back what would not go out, and says why', async () => {
    const { items } = await journey.call<{
      items: readonly { speaker: string; consent: { id: string }; organizationId: string }[];
    }>('GET', `campaigns/${journey.campaignId}/consents`);
    const item = items.find(({ speaker }) => speaker === 'Bo Larsen');
    await journey.call('POST', `consents/${item?.consent.id ?? ''}/withdrawal`, {
      organizationId: item?.organizationId,
      by: 'Its press officer',
    });
    const { body } = await start();
    await chorus.runUntil(Date.parse(body.runsUntil) + 5_000);
    const { posts, counts } = await reportOf(body.id);
    const quoting = posts.filter(({ parts }) => parts.join(' ').includes('Bo Larsen'));
    expect(quoting.length).toBeGreaterThan(0);
    expect(counts).toMatchObject({ came: posts.length - quoting.length, kept: quoting.length });
    for (const { cameAt, reason } of quoting) {
      expect({ cameAt, reason }).toEqual({
        cameAt: null,
        reason: expect.stringContaining('consent-missing'),
      });
    }
  });
});
