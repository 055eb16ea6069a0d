import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { toolPlan, type ToolPlanAnswer } from '../../../src/contract/exchange.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, TWO_SPEAKERS } from '../journeys/journey.js';

let chorus: TestChorus;
let journey: Journey;
let own: string;
let other: string;
beforeAll(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  journey = await Journey.begin(chorus, {
    organizations: ['River Watch', 'Clean Wells'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: [
      { ...A_WEEK_BEFORE, spreadSeconds: 120, templates: ['quotation'] },
      { name: 'Thread', timing: { kind: 'days', days: -3, time: '09:00' }, templates: ['quotation-thread'] },
      { name: 'Eve', timing: { kind: 'days', days: -1, time: '18:00' }, templates: ['quotation'] },
    ],
  });
  await journey.generate();
  [own = '', other = ''] = journey.organizationIds;
  await journey.approveAll();
});
afterAll(() => chorus.close());

async function plan(tool: string, query = ''): Promise<ToolPlanAnswer> {
  const path = `/api/campaigns/${journey.campaignId}/tool-plans/${tool}?as=json&organizationId=${own}${query}`;
  const { status, body } = await chorus.app.get(path);
  expect(status).toBe(200);
  return toolPlan.parse(body);
}

const textOf = ({ files }: ToolPlanAnswer, name: string): string => {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`${name} is not among ${files.map((one) => one.name).join(', ')}`);
  return file.text;
};

describe('an organization’s plan for its own tool', () => {
  it('holds nothing that Chorus sends itself, and says so', async () => {
    const { placed, leftOut, notApproved } = await plan('buffer');
    expect(placed).toEqual([]);
    expect(leftOut).toHaveLength(3);
    for (const { reason } of leftOut) expect(reason).toContain('it would go out twice');
    expect(notApproved).toBe(0);
  });

  it('holds each of its approved posts as it was approved, at its time, with fingerprint and address', async () => {
    const [account] = (
      await chorus.app.get<{ items: { id: string }[] }>(`/api/accounts?organizationId=${own}`)
    ).body.items;
    await journey.call('PATCH', `accounts/${account?.id ?? ''}`, { connected: false });
    const posts = await journey.posts(`&organizationId=${own}`);
    const week = posts.find(({ plannedAt }) => plannedAt?.startsWith('2026-03-17'));
    const eve = posts.find(({ plannedAt }) => plannedAt?.startsWith('2026-03-23'));
    const answer = await plan('buffer');
    expect(answer.placed.map(({ postId }) => postId)).toEqual([week?.id, eve?.id]);
    expect(answer.leftOut).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('a thread of') }),
    ]);

    const file = textOf(answer, 'buffer-sandbox-partner-1-1.csv');
    const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`;
    expect(file).toBe(
      [
        'Text,Image URL,Tags,Posting Time',
        `${quoted(week?.parts[0]?.text)},,,${local(answer.placed[0]?.scheduledAt)}`,
        `${quoted(eve?.parts[0]?.text)},,,${local(answer.placed[1]?.scheduledAt)}`,
        '',
      ].join('\r\n'),
    );
    const report = textOf(answer, 'report-back.csv');
    for (const post of [week, eve]) {
      expect(report).toContain(post?.fingerprint);
      expect(report).toContain(`/api/posts/${post?.id ?? ''}`);
    }
    expect(textOf(answer, 'left-out.csv')).toContain('a thread of');
    expect(textOf(answer, 'read-me-first.txt')).toContain('America/New_York');
  });

  it('holds nobody else’s posts, and none that is not approved', async () => {
    const [post] = await journey.posts(`&organizationId=${own}`);
    await journey.call('POST', `posts/${post?.id ?? ''}/approvals/withdrawal`, {
      organizationId: own,
      by: 'Ada',
    });
    const answer = await plan('hootsuite');
    const ids = [...answer.placed, ...answer.leftOut].map(({ postId }) => postId);
    expect(ids).not.toContain(post?.id);
    expect(answer.notApproved).toBe(1);
    const others = await journey.posts(`&organizationId=${other}`);
    for (const { id } of others) expect(ids).not.toContain(id);
    await journey.approveAll();
  });

  it('says for Hootsuite which posts go out later than planned, and takes the zone that is asked for', async () => {
    const answer = await plan('hootsuite', '&zone=Europe/Berlin');
    for (const { plannedAt, scheduledAt } of answer.placed) {
      const moved = Date.parse(scheduledAt) - Date.parse(plannedAt ?? '');
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThan(300_000);
      expect(Date.parse(scheduledAt) % 300_000).toBe(0);
    }
    expect(textOf(answer, 'hootsuite-sandbox-partner-1-1.csv')).toMatch(/^03\/17\/2026 17:0[05],"/);
    const moved = answer.placed.filter(({ plannedAt, scheduledAt }) => plannedAt !== scheduledAt).length;
    expect(
      textOf(answer, 'read-me-first.txt').includes(`Later than planned by a few minutes: ${moved},`),
    ).toBe(moved > 0);
    expect(textOf(answer, 'read-me-first.txt')).toContain('of the time zone Europe/Berlin');
  });

  it('leaves out what is paused, and says so', async () => {
    await journey.call('POST', 'pauses', { scope: 'everything', reason: 'A call from the court', by: 'Ada' });
    const { placed, leftOut } = await plan('buffer');
    expect(placed).toEqual([]);
    expect(leftOut.some(({ reason }) => reason.startsWith('It is paused'))).toBe(true);
    const { items } = await journey.call<{ items: { id: string }[] }>('GET', 'pauses');
    await journey.call('POST', `pauses/${items[0]?.id ?? ''}/resumption`, { by: 'Ada' });
  });

  it('comes as one ZIP of all its files', async () => {
    const path = `/api/campaigns/${journey.campaignId}/tool-plans/buffer?organizationId=${own}`;
    const { rawPayload, headers } = await chorus.app.nest.inject({ method: 'GET', url: path });
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="buffer-river-watch.zip"',
    });
    const files = unzipSync(new Uint8Array(rawPayload));
    const answer = await plan('buffer');
    expect(Object.keys(files)).toEqual(answer.files.map(({ name }) => name));
    for (const { name, text } of answer.files) expect(Buffer.from(files[name] ?? []).toString()).toBe(text);
  });

  it('refuses a tool, a zone, an organization or a campaign that is not there', async () => {
    const ask = async (path: string) => {
      const { status, body } = await chorus.app.get(`/api/campaigns/${path}`);
      return [status, body['code']];
    };
    const { campaignId } = journey;
    expect(await ask(`${campaignId}/tool-plans/later?organizationId=${own}`)).toEqual([
      422,
      'invalid-request',
    ]);
    expect(await ask(`${campaignId}/tool-plans/buffer?organizationId=${own}&zone=Mars`)).toEqual([
      422,
      'invalid-request',
    ]);
    expect(await ask(`${campaignId}/tool-plans/buffer?organizationId=${randomUUID()}`)).toEqual([
      404,
      'organization-not-found',
    ]);
    expect(await ask(`${randomUUID()}/tool-plans/buffer?organizationId=${own}`)).toEqual([
      404,
      'campaign-not-found',
    ]);
  });
});

/** As the court’s clock showed it in March, to the minute. */
function local(instant = ''): string {
  return new Date(Date.parse(instant) - 4 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
