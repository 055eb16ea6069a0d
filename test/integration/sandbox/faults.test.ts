import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemorySandboxStore, startSandbox, type RunningSandbox } from '../../../src/sandbox/index.js';
import { SandboxClient } from './client.js';

describe('the fault switches of the sandbox network', () => {
  let sandbox: RunningSandbox;
  let client: SandboxClient;
  beforeEach(async () => {
    sandbox = await startSandbox({ store: new MemorySandboxStore() });
    client = await SandboxClient.open(sandbox, 'struck');
  });
  afterEach(async () => {
    await sandbox.close();
  });

  it('are set over HTTP, count down, and are cleared by an empty list', async () => {
    const faults = [{ kind: 'server-error', status: 502, times: 2 }];
    expect((await client.send('PUT', '/faults', { faults })).status).toBe(200);
    expect((await client.post({ text: 'A' })).status).toBe(502);
    expect((await client.get('/faults')).body).toMatchObject({
      faults: [{ kind: 'server-error', times: 1 }],
    });
    await client.send('PUT', '/faults', { faults: [] });
    expect((await client.post({ text: 'A' })).status).toBe(201);
  });

  it('are refused when they make no sense, and the ones before stay', async () => {
    await client.send('PUT', '/faults', { faults: [{ kind: 'unauthorized' }] });
    const answer = await client.send('PUT', '/faults', { faults: [{ kind: 'explode' }] });
    expect(answer).toMatchObject({ status: 422, body: { error: 'invalid' } });
    expect((await client.post({ text: 'A' })).status).toBe(401);
  });

  it('strike only the account and the operation that they name', async () => {
    const spared = await SandboxClient.open(sandbox, 'spared');
    sandbox.faults.add({ kind: 'refuse', status: 403, reason: 'Suspended.', account: 'struck' });
    sandbox.faults.add({ kind: 'server-error', operation: 'read-timeline' });
    expect(await client.post({ text: 'A' })).toMatchObject({ status: 403, body: { message: 'Suspended.' } });
    expect((await spared.post({ text: 'A' })).status).toBe(201);
    expect((await spared.get('/api/accounts/spared/posts')).status).toBe(503);
    expect((await spared.get('/api/limits')).status).toBe(200);
  });

  it('name when a rate limit ends, as a duration and as an instant', async () => {
    sandbox.faults.add({ kind: 'rate-limited', retryAfterSeconds: 9 });
    const { status, headers } = await client.post({ text: 'A' });
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('9');
    const resetInMs = Number(headers.get('ratelimit-reset')) * 1000 - Date.now();
    expect(resetInMs).toBeGreaterThan(8_000);
    expect(resetInMs).toBeLessThanOrEqual(10_000);
  });

  it.each(['answer-lost', 'cut-body'] as const)('commit before %s breaks the answer', async (kind) => {
    sandbox.faults.add({ kind, times: 1 });
    await expect(client.post({ text: 'Stands' }, 'key')).rejects.toThrow();
    expect(sandbox.livePosts('struck')).toHaveLength(1);
    expect((await client.post({ text: 'Stands' }, 'key')).status).toBe(200);
  });

  it('keep nothing of a request that they reset before the commit', async () => {
    sandbox.faults.add({ kind: 'reset-before-commit', times: 1 });
    await expect(client.post({ text: 'Lost' }, 'key')).rejects.toThrow();
    expect((await client.get('/api/posts?key=key')).status).toBe(404);
    expect((await client.post({ text: 'Lost' }, 'key')).status).toBe(201);
  });

  it('let the next in line publish when the request that holds the key is reset', async () => {
    sandbox.faults.add({ kind: 'hold', times: 1 });
    sandbox.faults.add({ kind: 'reset-before-commit', times: 1 });
    const held = client.post({ text: 'Once' }, 'key');
    await sandbox.faults.untilHeld();
    const arrived = sandbox.nextRequest(({ stage }) => stage === 'arrived');
    const waiting = client.post({ text: 'Once' }, 'key');
    await arrived;
    sandbox.faults.release();
    await expect(held).rejects.toThrow();
    expect((await waiting).status).toBe(201);
    expect(sandbox.livePosts('struck')).toHaveLength(1);
  });

  it('hold a request at its arrival, where nothing is known of its key yet', async () => {
    sandbox.faults.add({ kind: 'hold', at: 'arrival', times: 1 });
    const held = client.post({ text: 'Once' }, 'key');
    await sandbox.faults.untilHeld();
    expect((await client.get('/api/posts?key=key')).status).toBe(404);
    const second = await client.post({ text: 'Once' }, 'key');
    await client.send('POST', '/faults/release');
    expect((await held).body['id']).toBe(second.body['id']);
    expect(sandbox.livePosts('struck')).toHaveLength(1);
  });

  it('publish a held request though its client has gone away', async () => {
    sandbox.faults.add({ kind: 'hold', times: 1 });
    const committed = sandbox.nextRequest(({ stage, key }) => stage === 'committed' && key === 'gone');
    const gone = new AbortController();
    const abandoned = fetch(`${sandbox.url}/api/posts`, {
      method: 'POST',
      signal: gone.signal,
      headers: {
        authorization: `Bearer ${await tokenOf(client)}`,
        'content-type': 'application/json',
        'idempotency-key': 'gone',
      },
      body: JSON.stringify({ text: 'Committed later' }),
    });
    await sandbox.faults.untilHeld();
    gone.abort();
    await expect(abandoned).rejects.toThrow();
    expect((await client.get('/api/posts?key=gone')).status).toBe(202);
    sandbox.faults.release();
    await committed;
    expect(sandbox.livePosts('struck').map(({ text }) => text)).toEqual(['Committed later']);
  });

  it('forget keys where idempotency is off', async () => {
    await client.send('PUT', '/faults', { faults: [{ kind: 'idempotency-off', account: 'struck' }] });
    expect((await client.get('/api/limits')).body['keepsKeys']).toBe(false);
    await client.post({ text: 'Twice' }, 'key');
    await client.post({ text: 'Twice' }, 'key');
    expect(sandbox.livePosts('struck')).toHaveLength(2);
    expect(await client.get('/api/posts?key=key')).toMatchObject({
      status: 501,
      body: { error: 'keys-not-kept' },
    });
  });

  it('break what they hold when the network closes, so that closing never waits for them', async () => {
    sandbox.faults.add({ kind: 'hold' });
    const held = client.post({ text: 'Held' });
    await sandbox.faults.untilHeld();
    await Promise.all([sandbox.close(), expect(held).rejects.toThrow()]);
  });

  async function tokenOf({ handle }: SandboxClient): Promise<string> {
    return String((await client.send('POST', `/api/accounts/${handle}/tokens`, {})).body['token']);
  }
});
