import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { importAnswer } from '../../../src/contract/exchange.js';
import { ExchangeFixture } from './fixture.js';

const PATH = '/api/csv/organizations';

let fixture: ExchangeFixture;
beforeAll(async () => {
  fixture = await ExchangeFixture.start();
});
afterAll(() => fixture.close());
afterEach(async () => {
  await fixture.database.ledger.deleteFrom('account').execute();
  await fixture.database.ledger.deleteFrom('organization').execute();
});

const send = (text: string | Uint8Array, query = '') => fixture.send(`${PATH}${query}`, text);
const standing = async () =>
  (await fixture.database.ledger.selectFrom('organization').selectAll().orderBy('name').execute()).map(
    ({ name, blanks }) => ({ name, blanks }),
  );

describe('organizations in CSV', () => {
  it('are added with their own words, and the same file again changes nothing and says so', async () => {
    const file = 'name,blank.why\nRiver Watch,"We fish here,\nall of us."\nClean Wells,\n';
    const first = await send(file);
    expect(first.status).toBe(200);
    expect(importAnswer.parse(first.body)).toEqual(first.body);
    expect(first.body).toMatchObject({
      preview: false,
      summary: '2 created, 0 changed, 0 left as they are.',
      created: 2,
      rows: [
        { line: 2, name: 'River Watch', outcome: 'created', note: null },
        { line: 4, name: 'Clean Wells', outcome: 'created', note: null },
      ],
    });
    expect(await standing()).toEqual([
      { name: 'Clean Wells', blanks: {} },
      { name: 'River Watch', blanks: { why: 'We fish here,\nall of us.' } },
    ]);
    const before = await fixture.written();
    const second = await send(file);
    expect(second.body).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 2,
      summary: 'Nothing changed: all 2 rows stand as the file has it.',
    });
    expect(await fixture.written()).toEqual(before);
  });

  it('go out and come back without a change, formulas and all', async () => {
    await fixture.app.post('/api/organizations', {
      name: '=HYPERLINK(1)',
      blanks: { why: '@all of us', who: '-1' },
    });
    await fixture.app.post('/api/organizations', { name: "'=quoted", blanks: { why: 'a;b, c' } });
    await fixture.app.post('/api/organizations', { name: '+1 for the river', blanks: {} });
    const before = await fixture.written();
    for (const separator of ['comma', 'semicolon', 'tab']) {
      const file = await fixture.fetch(`${PATH}?separator=${separator}`);
      expect(file).not.toMatch(/(^|[,;\t"\n])[=+@-]/);
      expect(file).toContain("'=HYPERLINK(1)");
      const { body } = await send(file);
      expect(body).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
      expect(await fixture.written()).toEqual(before);
    }
  });

  it('come with a byte order mark, as an attachment, and within JSON', async () => {
    await fixture.app.post('/api/organizations', { name: 'Überfluss' });
    const { rawPayload, headers } = await fixture.app.nest.inject({ method: 'GET', url: PATH });
    expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="organizations.csv"',
      'cache-control': 'private, no-store',
    });
    const { body } = await fixture.app.get<{ name: string; base64: string }>(`${PATH}?as=json`);
    expect(body.name).toBe('organizations.csv');
    expect(Buffer.from(body.base64, 'base64')).toEqual(rawPayload);
    const back = await fixture.app.post(`${PATH}?preview=true`, { base64: body.base64 });
    expect(back.body).toMatchObject({ unchanged: 1, created: 0 });
  });

  it('get another name by their id; a column that is missing keeps the words, an empty cell takes them', async () => {
    const made = await fixture.app.post('/api/organizations', {
      name: 'River Watch',
      blanks: { why: 'We fish.', who: 'Anglers.' },
    });
    const id = String(made.body['id']);
    const answer = await send(`id;name;blank.why\n${id};River Wardens;\n`);
    expect(answer.body).toMatchObject({ changed: 1, rows: [{ outcome: 'changed' }] });
    expect(await standing()).toEqual([{ name: 'River Wardens', blanks: { who: 'Anglers.' } }]);
  });

  it('are only shown by a preview, which writes nothing', async () => {
    await fixture.app.post('/api/organizations', { name: 'Standing' });
    await fixture.app.post('/api/organizations', { name: 'Other', blanks: { why: 'Old words.' } });
    const before = await fixture.written();
    const { body } = await send('name,blank.why\nNew,\nStanding,\nOther,New words.\n', '?preview=true');
    expect(body).toMatchObject({
      preview: true,
      summary: '1 would be created, 1 would be changed, 1 left as they are.',
      rows: [{ outcome: 'created' }, { outcome: 'unchanged' }, { outcome: 'changed' }],
    });
    expect(await fixture.written()).toEqual(before);
  });
});

describe('a file of organizations that is at fault', () => {
  it('is refused as a whole, with the line and column of every fault', async () => {
    await fixture.app.post('/api/organizations', { name: 'River Watch' });
    const before = await fixture.written();
    const file = [
      'id,name,blank.why,blank.who',
      ',Clean Wells,We drink here.,',
      ',,,',
      ',river watch,,',
      ',Clean wells,,',
      ',Quoting,“We will win.”,',
      ',Too,few',
      '3f0c3a52-6d0e-4c36-9d0e-0d6a5f1b7a11,Gone,,',
      ',,words,',
    ].join('\n');
    const { status, body } = await send(file);
    expect([status, body.code]).toEqual([422, 'csv-faults']);
    expect(body.detail).toBe(
      'Nothing was imported, since the file is at fault in 6 places: mend it and send it again.',
    );
    expect(body.fields.map(({ field }) => field)).toEqual([
      'line 4, column name',
      'line 5, column name',
      'line 6, column blank.why',
      'line 7',
      'line 8, column id',
      'line 9, column name',
    ]);
    for (const { message } of body.fields) expect(message).toMatch(/[:,] .*[.]$/);
    expect(await fixture.written()).toEqual(before);
  });

  it('refuses a name that another one has', async () => {
    const made = await fixture.app.post('/api/organizations', { name: 'One' });
    await fixture.app.post('/api/organizations', { name: 'Two' });
    const { body } = await send(`id,name\n${String(made.body['id'])},two\n`);
    expect(body.fields).toEqual([
      {
        field: 'line 2, column name',
        message: 'Another organization is named “Two”: give this one a name of its own.',
      },
    ]);
  });

  it('refuses the example of the template, whose columns it reads', async () => {
    const template = await fixture.fetch('/api/csv/templates/organizations');
    expect(template.split('\r\n')).toHaveLength(3);
    const { status, body } = await send(template);
    expect([status, body.fields]).toEqual([
      422,
      [{ field: 'line 2', message: expect.stringContaining('the example row') }],
    ]);
    expect((await send(template.replaceAll('River Friends (example)', 'River Friends'))).body).toMatchObject({
      created: 1,
    });
  });

  it.each([
    ['a workbook', Buffer.from('PK\x03\x04', 'latin1'), 'text/csv', 'csv-workbook'],
    ['Latin-1', Buffer.from('name\nMüller', 'latin1'), 'text/csv', 'csv-encoding'],
    ['no name column', 'title\nA', 'text/csv', 'csv-columns'],
    ['nothing', '', 'text/csv', 'csv-empty'],
    ['a form', 'name\nA', 'multipart/form-data; boundary=x', 'csv-not-a-file'],
    ['a JSON without a file', '{"name":"A"}', 'application/json', 'csv-not-a-file'],
  ])('refuses %s with a stable code', async (_what, file, type, code) => {
    const { status, body } = await fixture.send(PATH, file, type);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toMatch(/: .*[.]$/);
  });

  it('lists a hundred faults and tells how many there are', async () => {
    const { body } = await send(`name,blank.why\n${'“Quoted”,\n,x\n'.repeat(120)}`);
    expect(body.fields).toHaveLength(100);
    expect(body.detail).toMatch(/in \d{3} places: .* These are the first 100[.]$/);
  });
});
