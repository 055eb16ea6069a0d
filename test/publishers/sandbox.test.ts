import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectSandboxAccount, createSandboxPublisher } from '../../src/publishers/sandbox/index.js';
import { MemorySandboxStore, startSandbox } from '../../src/sandbox/index.js';
import { describeConformance } from './conformance.js';
import { partOf, patience, pictureOf, publish } from './parts.js';
import { accountOf, openSandboxWorld, rateLimitSeconds, type SandboxWorld } from './sandbox-world.js';

describeConformance(
  'sandbox',
  {
    faults: [
      'answer-lost',
      'cut-body',
      'reset-before-commit',
      'server-error-before-commit',
      'server-error-after-commit',
      'rate-limited',
      'refuse',
      'keys-off',
    ],
    keepsKeys: true,
    tooLongText: '👩🏽‍⚖️'.repeat(301),
    rateLimitMs: rateLimitSeconds * 1000,
  },
  openSandboxWorld,
);

describe('the sandbox publisher, beyond what every publisher must do', () => {
  let world: SandboxWorld;
  beforeEach(async () => {
    world = await openSandboxWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  it('is in doubt, not refused, when its key was used for other words', async () => {
    const account = await world.newAccount();
    const part = partOf(account, { text: 'First words' });
    await publish(world.publisher, part);
    const outcome = await world.publisher.send({ ...part, text: 'Other words' }, patience());
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(world.sandbox.livePosts(account.handle).map(({ text }) => text)).toEqual(['First words']);
  });

  it('leaves it to a person which of two posts that read alike is the one it looks for', async () => {
    const account = await world.newAccount();
    await world.fault('keys-off', account);
    const part = partOf(account, { text: 'Alike' });
    await publish(world.publisher, part);
    await publish(world.publisher, part);
    const finding = await world.publisher.find(part, Date.now() - 1000, patience());
    expect(finding).toMatchObject({
      kind: 'unsure',
      evidence: expect.stringContaining('2 read like this one'),
    });
  });

  it('reads a long timeline to its end', async () => {
    const account = await world.newAccount();
    const since = Date.now();
    const wanted = partOf(account, { text: 'The oldest of many' });
    const remoteId = await publish(world.publisher, wanted);
    await Promise.all(Array.from({ length: 250 }, () => publish(world.publisher, partOf(account))));
    await world.fault('keys-off', account);
    expect(await world.publisher.find(wanted, since, patience())).toMatchObject({ kind: 'found', remoteId });
  });

  it('asks again, rather than deciding, while the network cannot be asked', async () => {
    const account = await world.newAccount();
    world.sandbox.faults.add({ kind: 'server-error', operation: 'find-by-key', times: 1 });
    const part = partOf(account);
    expect(await world.publisher.find(part, 0, patience())).toMatchObject({ kind: 'unreachable' });
    expect(await world.publisher.find(part, 0, patience())).toEqual({ kind: 'absent' });
  });

  it('knows that a request which waited for a connection in vain did not arrive', async () => {
    const publisher = createSandboxPublisher({ socketsPerServer: 2 });
    const account = await world.newAccount();
    world.sandbox.faults.add({ kind: 'hold', account: account.handle });
    const holding = [0, 1].map(() => publisher.send(partOf(account), patience()));
    await world.sandbox.faults.untilHeld(2);
    const limit = new AbortController();
    const waiting = publisher.send(partOf(account, { text: 'Waited' }), limit.signal);
    limit.abort();
    expect(await waiting).toMatchObject({ kind: 'not-sent' });
    world.sandbox.faults.clear();
    world.sandbox.faults.release();
    await Promise.all(holding);
    await publish(publisher, partOf(account, { text: 'Next' }));
    expect(world.sandbox.livePosts(account.handle).map(({ text }) => text)).not.toContain('Waited');
    await publisher.close();
  });

  it('has as many connections open as posts are prepared, before any is sent', async () => {
    const account = await world.newAccount();
    const parts = Array.from({ length: 60 }, () => partOf(account));
    await Promise.all(parts.map((part) => world.publisher.prepare([part], patience())));
    const before = await world.sandbox.connectionCount();
    await Promise.all(parts.map((part) => world.publisher.send(part, patience())));
    expect(before).toBeGreaterThanOrEqual(60);
    // A connection that is just coming free may be passed over for a new one.
    expect(await world.sandbox.connectionCount()).toBeLessThanOrEqual(before + 5);
  });

  it('uploads a picture anew when the network has lost it', async () => {
    const account = await world.newAccount();
    const part = partOf(account, { pictures: [pictureOf('A bridge')] });
    await world.publisher.prepare([part], patience());
    const port = Number(new URL(world.sandbox.url).port);
    await world.sandbox.close();
    const restarted = await startSandbox({ store: new MemorySandboxStore(), port });
    const again = {
      ...part,
      account: { ...(await accountOf(restarted.url, account.handle)), id: account.id },
    };
    expect(await world.publisher.send(again, patience())).toMatchObject({ kind: 'not-sent' });
    expect(await world.publisher.send(again, patience())).toMatchObject({ kind: 'published' });
    await restarted.close();
  });

  it('talks to this machine alone', async () => {
    const account = { ...(await world.newAccount()), serverUrl: 'http://sandbox.example' };
    const part = partOf(account);
    expect(await world.publisher.prepare([part], patience())).toMatchObject({ kind: 'rejected' });
    expect(await world.publisher.send(part, patience())).toMatchObject({ kind: 'rejected' });
    expect(await world.publisher.find(part, 0, patience())).toMatchObject({ kind: 'unsure' });
    const connecting = connectSandboxAccount('https://127.0.0.1', { handle: 'a', displayName: 'A' });
    await expect(connecting).rejects.toThrow('must be on this machine');
  });

  it('connects a handle that exists there already to the same account', async () => {
    const names = { handle: 'riverwatch', displayName: 'River Watch' };
    const first = await connectSandboxAccount(world.sandbox.url, names);
    const second = await connectSandboxAccount(world.sandbox.url, names);
    expect(second.remoteId).toBe(first.remoteId);
    expect(second.token).not.toBe(first.token);
  });
});
