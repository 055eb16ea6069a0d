/** A wave over HTTP to a sandbox network in a process of its own, which says when each request arrived. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { type BenchAccount, writeAccounts, writeApprovedPosts, writeCampaign } from './approved-posts.ts';
import { newVault, openSurroundings, startWorker } from './chorus.ts';
import { builtFile, connectSandboxAccount, createSandboxPublisher, Enqueuer, Sweep } from './code.ts';
import { ended, type Servers, until } from './servers.ts';

const ARM_LEAD_MS = 5_000;
const SETTING_MS = 2_000;

const timeline = z.looseObject({ posts: z.array(z.looseObject({ receivedAt: z.number() })) });

/** How late each request was begun by the worker, and arrived at the network, in milliseconds. */
export interface HttpLateness {
  readonly begun: readonly number[];
  readonly arrived: readonly number[];
}

export async function httpLateness(servers: Servers, posts: number): Promise<HttpLateness> {
  const sandbox = spawn(process.execPath, [builtFile('sandbox/serve.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [first] = (await once(sandbox.stdout, 'data')) as [Buffer];
    return await measure(servers, first.toString('utf8').trim(), posts);
  } finally {
    await ended(sandbox);
  }
}

async function measure(servers: Servers, sandboxUrl: string, posts: number): Promise<HttpLateness> {
  const place = {
    databaseUrl: await servers.newDatabase(),
    redisUrl: servers.redisUrl,
    prefix: 'http',
    vault: newVault(),
  };
  const surroundings = await openSurroundings(place, () => createSandboxPublisher());
  const { ledger, clock } = surroundings;
  const { app, close } = await startWorker(surroundings);
  await app.get(Sweep).run();
  const accounts: Omit<BenchAccount, 'id'>[] = [];
  for (let index = 0; index < posts; index += 1) {
    const handle = `account-${index}`;
    const { remoteId, token } = await connectSandboxAccount(sandboxUrl, { handle, displayName: handle });
    accounts.push({ handle, remoteId, token, serverUrl: sandboxUrl });
  }
  await writeAccounts(ledger, place.vault, accounts);
  const dueAt = Math.ceil(clock.now()) + ARM_LEAD_MS + SETTING_MS;
  await writeApprovedPosts(ledger, await writeCampaign(ledger), posts, dueAt);
  await app.get(Enqueuer, { strict: false }).enqueueDue();
  await until(async () => (await live(surroundings)) === posts, 60_000, 'Not every post was published');
  const received = await Promise.all(accounts.map(({ handle }) => receivedAt(sandboxUrl, handle)));
  const attempts = await ledger.selectFrom('attempt').select('sentAt').execute();
  await close();
  await surroundings.close();
  return {
    begun: attempts.map(({ sentAt }) => (sentAt ?? Number.NaN) - dueAt),
    arrived: received.flat().map((at) => at - dueAt),
  };
}

async function live({ ledger }: Awaited<ReturnType<typeof openSurroundings>>): Promise<number> {
  const { count } = await ledger
    .selectFrom('publication')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function receivedAt(sandboxUrl: string, handle: string): Promise<readonly number[]> {
  const answer = await fetch(`${sandboxUrl}/api/accounts/${handle}/posts`);
  return timeline.parse(await answer.json()).posts.map((post) => post.receivedAt);
}
