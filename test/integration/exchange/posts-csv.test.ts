import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportAnswer } from '../../../src/contract/exchange.js';
import type { Problem } from '../../../src/contract/problem.js';
import { readCsv, writeCsv } from '../../../src/infrastructure/csv/index.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, type JourneyPost, TWO_SPEAKERS } from '../journeys/journey.js';

let chorus: TestChorus;
let journey: Journey;
let path: string;
beforeEach(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  journey = await Journey.begin(chorus, {
    organizations: ['River Watch', 'Clean Wells'],
    accountsEach: 1,
    release: TWO_SPEAKERS,
    waves: [
      { ...A_WEEK_BEFORE, templates: ['quotation'] },
      { name: 'Thread', timing: { kind: 'days', days: -3, time: '09:00' }, templates: ['quotation-thread'] },
    ],
  });
  await journey.generate();
  path = `/api/campaigns/${journey.campaignId}/csv/posts`;
});
afterEach(() => chorus.close());

async function exported(query = ''): Promise<string> {
  const answer = await chorus.app.nest.inject({ method: 'GET', url: `${path}${query}` });
  expect(answer.statusCode).toBe(200);
  return answer.body;
}

async function send(file: string, query = '') {
  const answer = await chorus.app.nest.inject({
    method: 'POST',
    url: `${path}?by=Ada%20Carrow${query}`,
    headers: { 'content-type': 'text/csv' },
    payload: file,
  });
  return { status: answer.statusCode, body: answer.json<ImportAnswer & Problem>() };
}

/** The rows of an exported file as objects. */
async function rows(): Promise<Record<string, string>[]> {
  const columns = { required: ['post', 'fingerprint'], optional: [], family: /./ };
  const reading = readCsv(Buffer.from(await exported()), columns);
  if (reading.kind === 'refuse') throw new Error(reading.message);
  return reading.rows.map(({ cells }) => Object.fromEntries(cells));
}

function fileOf(table: readonly Record<string, string>[]): string {
  const header = [...new Set(table.flatMap((row) => Object.keys(row)))];
  return writeCsv(
    header,
    table.map((row) => header.map((column) => row[column] ?? '')),
  );
}

const snapshot = () => chorus.ledger.selectFrom('post').selectAll().orderBy('id').execute();

describe('the posts of a campaign in CSV', () => {
  it('go out with organization, account, network, wave, times, status, fingerprint and the text of each part', async () => {
    const posts = await journey.posts();
    const table = await rows();
    expect(table).toHaveLength(posts.length);
    const instants = table.map((row) => String(row['planned_utc']));
    expect(instants).toEqual(instants.toSorted((a, b) => a.localeCompare(b)));
    for (const row of table) {
      const post = posts.find(({ id }) => id === row['post']) as JourneyPost;
      expect(row).toMatchObject({
        fingerprint: post.fingerprint,
        account: post.account,
        network: 'sandbox',
        status: 'proposed',
        zone: 'America/New_York',
        planned_utc: post.plannedAt,
      });
      post.parts.forEach((part, index) => expect(row[`part_${index + 1}`]).toBe(part.text));
    }
    expect(table[0]).toMatchObject({
      wave: 'Week',
      planned_local: '2026-03-17 12:00:00',
      planned_utc: '2026-03-17T16:00:00.000Z',
    });
  });

  it('go out for one organization or one wave', async () => {
    const [organization = ''] = journey.organizationIds;
    const own = await exported(`?organizationId=${organization}`);
    expect(own).toContain('River Watch');
    expect(own).not.toContain('Clean Wells');
    const [post] = await journey.posts();
    const wave = await exported(`?waveId=${post?.waveId ?? ''}`);
    expect(wave.match(/v1:/g)).toHaveLength(2);
  });

  it('come back as they went out without a change, with every separator', async () => {
    const before = await snapshot();
    for (const separator of ['comma', 'semicolon', 'tab']) {
      const { status, body } = await send(await exported(`?separator=${separator}`));
      expect([status, body.changed, body.unchanged]).toEqual([200, 0, (await journey.posts()).length]);
      expect(body.summary).toMatch(/^Nothing changed/);
    }
    expect(await snapshot()).toEqual(before);
  });

  it('take new words around a quotation, lose their approval, and the same file again changes nothing', async () => {
    await journey.approveAll();
    const table = await rows();
    const edited = table.map((row, index) =>
      index === 0 ? { ...row, part_1: `On our river: ${row['part_1'] ?? ''}` } : row,
    );
    const preview = await send(fileOf(edited), '&preview=true');
    expect(preview.body).toMatchObject({ preview: true, changed: 1 });
    expect(preview.body.rows.find(({ outcome }) => outcome === 'changed')?.note).toBe(
      'It loses its approval.',
    );
    expect((await journey.posts()).every(({ status }) => status === 'approved')).toBe(true);

    const done = await send(fileOf(edited));
    expect(done.body).toMatchObject({
      preview: false,
      changed: 1,
      summary: expect.stringContaining('1 changed'),
    });
    const post = (await journey.posts()).find(({ id }) => id === table[0]?.['post']);
    expect(post).toMatchObject({ status: 'proposed', reason: 'edited by Ada Carrow' });
    expect(post?.parts[0]?.text).toBe(edited[0]?.part_1);
    expect(post?.fingerprint).not.toBe(table[0]?.['fingerprint']);
    await journey.approveAll();

    const before = await snapshot();
    const again = await send(fileOf(edited));
    expect(again.body).toMatchObject({ changed: 0, unchanged: table.length });
    expect(await snapshot()).toEqual(before);
  });

  it('are only shown by a preview', async () => {
    const before = await snapshot();
    const [row] = await rows();
    const { body } = await send(
      fileOf([{ ...row, part_1: `Now: ${row?.['part_1'] ?? ''}` }]),
      '&preview=true',
    );
    expect(body).toMatchObject({ preview: true, changed: 1 });
    expect(await snapshot()).toEqual(before);
  });
});

describe('a file of posts that is at fault', () => {
  it('is refused as a whole, with the line and column of every fault', async () => {
    const table = await rows();
    const [first = {}, second = {}, thread = {}] = table;
    const before = await snapshot();
    const file = fileOf([
      { ...first, part_1: `We add this. ${first['part_1'] ?? ''}` },
      { ...second, part_1: String(second['part_1']).replace('“', '“Not ') },
      { ...thread, part_1: String(thread['part_1']).replace(/^/, '“Ours,” they say. ') },
      { post: randomUUID(), fingerprint: 'v1:x', part_1: 'x' },
      { ...first },
    ]);
    const { status, body } = await send(file);
    expect(status).toBe(422);
    expect(body.code).toBe('csv-faults');
    const columns = body.fields.map(({ field }) => field.replace(/^line \d+, /, ''));
    expect(columns.toSorted()).toEqual(['column part_1', 'column part_1', 'column post', 'column post']);
    const messages = body.fields.map(({ message }) => message).join('\n');
    expect(messages).toContain('put it back word for word');
    expect(messages).toContain('quotation mark');
    expect(messages).toContain('no such post');
    expect(messages).toContain('An earlier row');
    expect(await snapshot()).toEqual(before);
  });

  it('is refused where a post was changed since it was exported', async () => {
    const [row] = await rows();
    const [post] = (await journey.posts()).filter(({ id }) => id === row?.['post']);
    await journey.call('PUT', `posts/${post?.id ?? ''}/parts`, {
      parts: post?.parts.map(({ segments }) => ({
        segments: [{ kind: 'text', text: 'Meanwhile: ' }, ...segments],
        pictures: [],
      })),
      revision: post?.revision,
      by: 'Somebody else',
    });
    const before = await snapshot();
    const { body } = await send(fileOf([{ ...row, part_1: `Mine: ${row?.['part_1'] ?? ''}` }]));
    expect(body.fields).toEqual([
      {
        field: 'line 2, column fingerprint',
        message: expect.stringContaining('changed after the file was exported'),
      },
    ]);
    expect(await snapshot()).toEqual(before);
  });

  it('is refused to the later of two people who send their own words for a post at once', async () => {
    const [row] = await rows();
    const wanted = ['Mine', 'Yours'].map((word) => `${word}: ${row?.['part_1'] ?? ''}`);
    const answers = await Promise.all(wanted.map((part_1) => send(fileOf([{ ...row, part_1 }]))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    const kept = wanted[answers.findIndex(({ status }) => status === 200)];
    const post = (await journey.posts()).find(({ id }) => id === row?.['post']);
    expect(post?.parts[0]?.text).toBe(kept);
  });

  it('is refused where a text is too long, a part is emptied, or one is added', async () => {
    const table = await rows();
    const [first = {}] = table;
    const thread = table.find((row) => (row['part_2'] ?? '') !== '') ?? {};
    const long = await send(fileOf([{ ...first, part_1: `${'word '.repeat(100)}${first['part_1'] ?? ''}` }]));
    expect(long.body.fields[0]).toMatchObject({
      field: 'line 2, column part_1',
      message: expect.stringMatching(/of 300 graphemes on sandbox: shorten/),
    });
    const emptied = await send(fileOf([{ ...thread, part_2: ' ' }]));
    expect(emptied.body.fields[0]?.message).toContain('cannot be taken out here');
    const added = await send(fileOf([{ ...first, part_2: 'More.' }]));
    expect(added.body.fields[0]).toMatchObject({
      field: 'line 2, column part_2',
      message: expect.stringContaining('has one part'),
    });
  });

  it('is refused where a post is final, though its row may stand unchanged', async () => {
    const [row = {}] = await rows();
    await journey.call('POST', `posts/${row['post'] ?? ''}/cancellation`, {
      reason: 'said already',
      by: 'Ada',
    });
    expect((await send(fileOf([row]))).body).toMatchObject({ unchanged: 1 });
    const { body } = await send(fileOf([{ ...row, part_1: `Again: ${row['part_1'] ?? ''}` }]));
    expect(body.fields[0]).toMatchObject({
      field: 'line 2, column post',
      message: expect.stringContaining('is cancelled'),
    });
  });

  it('is refused where a post is frozen', async () => {
    const [row = {}] = await rows();
    const [post] = (await journey.posts()).filter(({ id }) => id === row['post']);
    await journey.call('PATCH', `waves/${post?.waveId ?? ''}`, { freezeMinutes: 60 });
    chorus.clock.set('2026-03-17T15:30:00Z');
    const [now = {}] = await rows();
    const { body } = await send(fileOf([{ ...now, part_1: `Late: ${now['part_1'] ?? ''}` }]));
    expect(body.fields[0]).toMatchObject({
      field: 'line 2, column post',
      message: expect.stringContaining('frozen since'),
    });
  });

  it('refuses the example of the template, and a campaign that is not there', async () => {
    const template = await chorus.app.nest.inject({ method: 'GET', url: '/api/csv/templates/posts' });
    expect((await send(template.body)).body.fields[0]?.message).toContain('example row');
    const nowhere = await chorus.app.get(`/api/campaigns/${randomUUID()}/csv/posts?as=json`);
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'campaign-not-found']);
  });
});
