import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SANDBOX } from '../organizations/fixture.js';
import { ExchangeFixture } from './fixture.js';

const PATH = '/api/csv/accounts';

let fixture: ExchangeFixture;
let organizationId: string;
beforeAll(async () => {
  fixture = await ExchangeFixture.start();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  const { ledger } = fixture.database;
  await ledger.deleteFrom('account').execute();
  await ledger.deleteFrom('organization').execute();
  fixture.connector.refusing = null;
  fixture.connector.requests.length = 0;
  const made = await fixture.app.post('/api/organizations', { name: 'River Watch' });
  organizationId = String(made.body['id']);
});

const send = (text: string, query = '') => fixture.send(`${PATH}${query}`, text);
const standing = async () =>
  (await fixture.database.ledger.selectFrom('account').selectAll().orderBy('handle').execute()).map(
    ({ handle, network, serverUrl, connected, optedOut }) => [
      handle,
      network,
      serverUrl,
      connected,
      optedOut,
    ],
  );
const connect = (handle: string) =>
  fixture.app.post(`/api/organizations/${organizationId}/accounts`, { network: 'sandbox', handle });

describe('accounts in CSV', () => {
  it('are connected on their networks, and the same file again changes nothing and says so', async () => {
    const file =
      'organization,network,handle,server,connected,opted_out,remote_id,token\n' +
      'river watch,sandbox,@river,,yes,no,,\n' +
      'River Watch,mastodon,river,https://Social.Example/,,yes,42,secret\n';
    const first = await send(file);
    expect(first.body).toMatchObject({
      created: 2,
      rows: [
        { line: 2, name: '@river on sandbox' },
        { line: 3, name: 'river on mastodon' },
      ],
    });
    expect(fixture.connector.requests).toHaveLength(1);
    expect(await standing()).toEqual(
      expect.arrayContaining([
        ['river', 'sandbox', SANDBOX, true, false],
        ['river', 'mastodon', 'https://social.example', true, true],
      ]),
    );
    const before = await fixture.written();
    const second = await send(file);
    expect(second.body).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(second.body.summary).toMatch(/^Nothing changed/);
    expect(await fixture.written()).toEqual(before);
    expect(fixture.connector.requests).toHaveLength(1);
  });

  it('go out without any credential, and come back without a change', async () => {
    await connect('river');
    await connect('wells');
    const before = await fixture.written();
    const file = await fixture.fetch(PATH);
    expect(file.split('\r\n')[0]).toBe('organization,network,handle,server,connected,opted_out');
    for (const token of fixture.connector.tokens) expect(file).not.toContain(token);
    expect((await send(file)).body).toMatchObject({ unchanged: 2, created: 0, changed: 0 });
    expect(await fixture.written()).toEqual(before);
  });

  it('take an account out, and never bring back one that was taken out since', async () => {
    const { body } = await connect('river');
    const old = await fixture.fetch(PATH);
    const out = old.replace('yes,no', 'no,yes');
    expect((await send(out)).body).toMatchObject({ changed: 1 });
    expect(await standing()).toEqual([['river', 'sandbox', SANDBOX, false, true]]);
    const back = await send(old);
    expect(back.status).toBe(422);
    expect(back.body.fields).toEqual([
      {
        field: 'line 2, column connected',
        message: expect.stringContaining(`PATCH /api/accounts/${String(body['id'])}`),
      },
    ]);
    expect(await standing()).toEqual([['river', 'sandbox', SANDBOX, false, true]]);
  });

  it('are only shown by a preview, which asks no network', async () => {
    const before = await fixture.written();
    const { body } = await send('organization,network,handle\nRiver Watch,sandbox,river\n', '?preview=true');
    expect(body).toMatchObject({
      preview: true,
      created: 1,
      summary: expect.stringContaining('would be created'),
    });
    expect(await fixture.written()).toEqual(before);
    expect(fixture.connector.requests).toEqual([]);
  });

  it('are all kept back where one network refuses, in the words of the network', async () => {
    fixture.connector.refusing = new Error('There is no @river on that server.');
    const before = await fixture.written();
    const { status, body } = await send(
      'organization,network,handle,server,remote_id,token\n' +
        'River Watch,mastodon,wells,https://social.example,1,secret\n' +
        'River Watch,sandbox,river,,,\n',
    );
    expect(status).toBe(422);
    expect(body.fields).toEqual([
      { field: 'line 3, column handle', message: 'There is no @river on that server.' },
    ]);
    expect(await fixture.written()).toEqual(before);
  });
});

describe('a file of accounts that is at fault', () => {
  it('is refused as a whole, with the line and column of every fault', async () => {
    await connect('river');
    await fixture.app.post('/api/organizations', { name: 'Clean Wells' });
    const before = await fixture.written();
    const file = [
      'organization,network,handle,server,connected,remote_id,token',
      'Clean Wells,sandbox,RIVER,,,,',
      'River Watsch,sandbox,a,,,,',
      'River Watch,facebook,b,,,,',
      'River Watch,mastodon,c,,,,',
      'River Watch,sandbox,d e,,,,',
      'River Watch,sandbox,f,somewhere,,,',
      'River Watch,sandbox,g,,perhaps,,',
      'River Watch,sandbox,h,,,42,',
      'River Watch,sandbox,i,,,,',
      'River Watch,sandbox,@I,,,,',
      'River Watch,sandbox,river,,,,wrong',
    ].join('\n');
    const { status, body } = await send(file);
    expect(status).toBe(422);
    expect(body.fields.map(({ field, message }) => [field, message.slice(0, 42)])).toEqual([
      ['line 2, column handle', '@river on sandbox is an account of River W'],
      ['line 3, column organization', 'There is no organization “River Watsch”: a'],
      ['line 4, column network', 'Accounts on “facebook” cannot be connected'],
      ['line 5, column server', 'Accounts on mastodon are on many servers: '],
      ['line 6, column handle', 'This must be a handle such as river-allian'],
      ['line 7, column server', 'This must be an address that begins with h'],
      ['line 8, column connected', 'This must be yes or no, or empty to leave '],
      ['line 9, column token', 'To connect an existing account give its re'],
      ['line 11, column handle', 'An earlier row is about this account: keep'],
      ['line 12, column token', '@river on sandbox is connected already, wi'],
    ]);
    expect(await fixture.written()).toEqual(before);
    expect(fixture.connector.requests).toHaveLength(1);
  });

  it('refuses the example of the template, whose columns it reads', async () => {
    const template = await fixture.fetch('/api/csv/templates/accounts?separator=semicolon');
    const { status, body } = await send(template);
    expect(status).toBe(422);
    expect(body.fields[0]).toMatchObject({
      field: 'line 2',
      message: expect.stringContaining('example row'),
    });
    const own = template.replace('River Friends (example)', 'River Watch');
    expect((await send(own)).body).toMatchObject({ created: 1 });
  });
});
