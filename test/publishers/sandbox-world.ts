import { createServer } from 'node:net';
import { once } from 'node:events';
import { createSandboxPublisher, connectSandboxAccount } from '../../src/publishers/sandbox/index.js';
import type { PublishingAccount } from '../../src/publishers/publisher.js';
import {
  MemorySandboxStore,
  startSandbox,
  type FaultInput,
  type RunningSandbox,
} from '../../src/sandbox/index.js';
import type { ConformanceWorld, FaultSwitch } from './conformance-world.js';

export const rateLimitSeconds = 7;

const faultInputs: Record<FaultSwitch, FaultInput> = {
  'answer-lost': { kind: 'answer-lost', times: 1 },
  'cut-body': { kind: 'cut-body', times: 1 },
  'reset-before-commit': { kind: 'reset-before-commit', times: 1 },
  'server-error-before-commit': { kind: 'server-error', at: 'before-commit', times: 1 },
  'server-error-after-commit': { kind: 'server-error', at: 'after-commit', times: 1 },
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: rateLimitSeconds, times: 1 },
  refuse: { kind: 'refuse', status: 422, reason: 'This account may not post that.', times: 1 },
  'keys-off': { kind: 'idempotency-off' },
};

export interface SandboxWorld extends ConformanceWorld {
  readonly sandbox: RunningSandbox;
}

/** A sandbox in memory and a publisher for it. */
export async function openSandboxWorld(): Promise<SandboxWorld> {
  const sandbox = await startSandbox({ store: new MemorySandboxStore() });
  const refusedUrl = await addressThatRefuses();
  const unknownUrl = 'http://nowhere.invalid:4000';
  const tlsUrl = sandbox.url.replace('http:', 'https:');
  const publisher = createSandboxPublisher({ otherOrigins: [unknownUrl, tlsUrl] });
  let accounts = 0;
  const newAccount = async (): Promise<PublishingAccount> => {
    accounts += 1;
    return accountOf(sandbox.url, `account-${accounts}`);
  };
  const lastAccount = await newAccount();
  return {
    sandbox,
    publisher,
    newAccount,
    unreachable: {
      refused: { ...lastAccount, serverUrl: refusedUrl },
      unknownName: { ...lastAccount, serverUrl: unknownUrl },
      brokenTls: { ...lastAccount, serverUrl: tlsUrl },
    },
    withExpiredToken: async (account) =>
      withToken(account, await newToken(sandbox, account, { expiresInMs: 0 })),
    withRevokedToken: async (account) => {
      const token = await newToken(sandbox, account, {});
      await fetch(`${sandbox.url}/api/tokens/current`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      });
      return withToken(account, token);
    },
    livePosts: ({ handle }) =>
      Promise.resolve(
        sandbox.livePosts(handle).map(({ id, text, pictures, replyTo }) => ({
          id,
          text,
          altTexts: pictures.map(({ altText }) => altText),
          replyTo: replyTo === null ? null : { rootId: replyTo.root, parentId: replyTo.parent },
        })),
      ),
    fault: (fault, { handle }) => {
      sandbox.faults.add({ ...faultInputs[fault], account: handle });
      return Promise.resolve();
    },
    hold: ({ handle }, at) => {
      sandbox.faults.add({ kind: 'hold', at, account: handle, times: 1 });
      const ended = sandbox.nextRequest(
        (event) => event.handle === handle && event.operation === 'create-post' && event.stage === 'answered',
      );
      return Promise.resolve({
        reached: sandbox.faults.untilHeld(),
        release: async () => {
          sandbox.faults.release();
          await ended;
        },
      });
    },
    close: async () => {
      // In this order, so that a request which a failed test left held cannot keep the publisher waiting.
      await sandbox.close();
      await publisher.close();
    },
  };
}

export async function accountOf(serverUrl: string, handle: string): Promise<PublishingAccount> {
  const { remoteId, token } = await connectSandboxAccount(serverUrl, { handle, displayName: handle });
  return { id: `id-of-${handle}`, handle, remoteId, serverUrl, credentials: { token } };
}

function withToken(account: PublishingAccount, token: string): PublishingAccount {
  return { ...account, credentials: { token } };
}

async function newToken(
  sandbox: RunningSandbox,
  { handle }: PublishingAccount,
  body: object,
): Promise<string> {
  const answer = await fetch(`${sandbox.url}/api/accounts/${handle}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}

/** An address of this machine where nobody listens any more. */
async function addressThatRefuses(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${address.port}`;
}
