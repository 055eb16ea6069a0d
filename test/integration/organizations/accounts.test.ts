import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { account, type AccountAnswer, accountPage } from '../../../src/contract/organizations.js';
import { takeGateShared } from '../../../src/infrastructure/database/gate.js';
import { OrganizationsFixture, SANDBOX } from './fixture.js';

let fixture: OrganizationsFixture;
let organizationId: string;
beforeAll(async () => {
  fixture = await OrganizationsFixture.start();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  organizationId = await fixture.organization();
  fixture.connector.refusing = null;
  fixture.connector.requests.length = 0;
});

const add = (request: object, to = organizationId) =>
  fixture.app.post<AccountAnswer>(`/api/organizations/${to}/accounts`, { network: 'sandbox', ...request });
const newHandle = () => `river-${randomUUID().slice(0, 8)}`;
const sealedOf = async ({ id }: AccountAnswer) =>
  fixture.database.ledger.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('an account', () => {
  it('is opened on the usual server of its network, under the organization’s name', async () => {
    const handle = newHandle();
    const answer = await add({ handle: `@${handle}` });
    expect(answer.status).toBe(201);
    expect(account.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      organizationId,
      network: 'sandbox',
      handle,
      serverUrl: SANDBOX,
      connected: true,
      optedOut: false,
      blockedUntil: null,
    });
    expect(fixture.connector.requests).toEqual([
      { handle, serverUrl: SANDBOX, displayName: expect.any(String) },
    ]);
    expect((await fixture.app.get(`/api/accounts/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('keeps its credentials sealed for it alone, and answers them never', async () => {
    const { body } = await add({ handle: newHandle() });
    const { credentials } = await sealedOf(body);
    const token = fixture.connector.tokens.at(-1);
    expect(fixture.vault.open(credentials, body.id)).toEqual({ token });
    expect(() => fixture.vault.open(credentials, randomUUID())).toThrow();
    const answers = [body, (await fixture.app.get('/api/accounts?limit=200')).body];
    expect(JSON.stringify(answers)).not.toContain(token);
    expect(JSON.stringify(answers)).not.toContain(credentials);
    expect(credentials).not.toContain(token);
  });

  it('that exists already is connected with the id and credentials given, without asking the network', async () => {
    const existing = {
      network: 'mastodon',
      handle: newHandle(),
      serverUrl: 'https://Social.Example/',
      remoteId: randomUUID(),
      credentials: { token: 'secret' },
    };
    const { status, body } = await add(existing);
    expect([status, body.serverUrl]).toEqual([201, 'https://social.example']);
    expect(fixture.connector.requests).toEqual([]);
    expect(fixture.vault.open((await sealedOf(body)).credentials, body.id)).toEqual({ token: 'secret' });
    expect(await add({ ...existing, serverUrl: 'https://social.example' })).toMatchObject({
      status: 200,
      body: { id: body.id },
    });
    expect(await add({ ...existing, credentials: { token: 'other' } })).toMatchObject({
      status: 409,
      body: { code: 'account-differs' },
    });
    expect(await add({ ...existing, remoteId: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'account-differs' },
    });
    expect(await add({ ...existing, handle: newHandle() }, await fixture.organization())).toMatchObject({
      status: 409,
      body: { code: 'account-taken' },
    });
  });

  it('is found again by the same request, whatever the spelling, and by many at once', async () => {
    const handle = newHandle();
    const answers = await Promise.all(Array.from({ length: 5 }, () => add({ handle })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const asked = fixture.connector.requests.length;
    const again = await add({ handle: `@${handle.toUpperCase()}`, serverUrl: `${SANDBOX}//` });
    expect(again).toMatchObject({ status: 200, body: { id: answers[0]?.body.id } });
    expect(fixture.connector.requests).toHaveLength(asked);
  });

  it('of another organization is refused before the network is asked, and its owner is named', async () => {
    const handle = newHandle();
    const owner = await fixture.organization(`Owner of ${handle}`);
    await add({ handle }, owner);
    fixture.connector.requests.length = 0;
    expect(await add({ handle })).toMatchObject({
      status: 409,
      body: {
        code: 'account-taken',
        detail: `@${handle} on sandbox is an account of Owner of ${handle} already: an account belongs to one organization.`,
        fields: [{ field: 'handle' }],
      },
    });
    expect(fixture.connector.requests).toEqual([]);
    expect((await add({ handle, serverUrl: 'http://127.0.0.1:4998' })).status).toBe(201);
  });

  it.each([
    [{ network: 'friendster', handle: 'a' }, 'unknown-network', 'network', 'choose one of sandbox, mastodon'],
    [{ network: 'mastodon', handle: 'a' }, 'server-needed', 'serverUrl', 'give the address'],
    [{ handle: 'a', remoteId: '1' }, 'incomplete-account', 'credentials', 'together'],
    [{ handle: 'a', credentials: { token: 'secret' } }, 'incomplete-account', 'credentials', 'together'],
    [{ handle: 'two words' }, 'invalid-request', 'handle', 'must be a handle'],
    [{ handle: 'a', serverUrl: 'ftp://a.example' }, 'invalid-request', 'serverUrl', 'begins with http'],
    [{ handle: 'a', credentials: { token: '' } }, 'invalid-request', 'credentials.token', 'too short'],
    [{ handle: 'a', credentials: { tokn: 'secret' } }, 'invalid-request', 'credentials.token', 'missing'],
  ])('is refused as %j', async (request, code, field, words) => {
    const answer = await add(request);
    expect(answer).toMatchObject({
      status: 422,
      body: { code, detail: expect.stringContaining(words) },
    });
    expect(answer.body).toHaveProperty('fields.0.field', field);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('is not kept where the network does not connect it, and says what the network said', async () => {
    fixture.connector.refusing = new Error('The sandbox is full.');
    const handle = newHandle();
    expect(await add({ handle })).toMatchObject({
      status: 422,
      body: { code: 'account-not-connected', detail: 'The sandbox is full.' },
    });
    fixture.connector.refusing = null;
    expect((await add({ handle })).status).toBe(201);
  });
});

describe('switching an account', () => {
  it('disconnects and opts out, and back', async () => {
    const { body } = await add({ handle: newHandle() });
    const path = `/api/accounts/${body.id}`;
    expect((await fixture.app.patch(path, { optedOut: true })).body).toEqual({ ...body, optedOut: true });
    expect((await fixture.app.patch(path, { connected: false })).body).toEqual({
      ...body,
      connected: false,
      optedOut: true,
    });
    expect((await fixture.app.patch(path, { connected: true, optedOut: false })).body).toEqual(body);
    expect((await fixture.app.patch(path, {})).body).toEqual(body);
  });

  it('waits for the claims under way, so that none goes through it', async () => {
    const { body } = await add({ handle: newHandle() });
    const order: string[] = [];
    let switching: Promise<unknown> = Promise.resolve();
    await fixture.database.ledger.transaction().execute(async (claim) => {
      await takeGateShared(claim);
      switching = fixture.app
        .patch(`/api/accounts/${body.id}`, { optedOut: true })
        .then(() => order.push('out'));
      await waitsForGate();
      const seen = await claim
        .selectFrom('account')
        .select('optedOut')
        .where('id', '=', body.id)
        .executeTakeFirst();
      expect(seen).toEqual({ optedOut: false });
      order.push('claimed');
    });
    await switching;
    expect(order).toEqual(['claimed', 'out']);
  });

  it('of none answers 404', async () => {
    const nowhere = '/api/accounts/00000000-0000-4000-8000-000000000000';
    for (const answer of [
      await fixture.app.get(nowhere),
      await fixture.app.patch(nowhere, { optedOut: true }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'account-not-found' } });
    }
  });

  /** Asks PostgreSQL until somebody in this database waits for an advisory lock. */
  async function waitsForGate(): Promise<void> {
    const { ledger } = fixture.database;
    for (;;) {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`.execute(ledger);
      if ((rows[0]?.waiting ?? 0) > 0) return;
    }
  }
});

describe('the accounts', () => {
  it('are listed by organization, in pages', async () => {
    const handles = [newHandle(), newHandle(), newHandle()];
    for (const handle of handles) await add({ handle });
    const path = `/api/accounts?organizationId=${organizationId}&limit=2`;
    const first = accountPage.parse((await fixture.app.get(path)).body);
    const second = accountPage.parse((await fixture.app.get(`${path}&cursor=${first.nextCursor}`)).body);
    expect([...first.items, ...second.items].map((item) => item.handle)).toEqual(handles);
    expect(second.nextCursor).toBeNull();
  });
});
