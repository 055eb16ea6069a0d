/** A pause in the middle of a stream of posts over two workers: when the last post leaves after the commit. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inventedAccounts, writeAccounts, writeApprovedPosts, writeCampaign } from './approved-posts.ts';
import { newVault, openSurroundings, startWorker } from './chorus.ts';
import { Enqueuer, PauseService, Sweep } from './code.ts';
import type { Servers } from './servers.ts';
import { instantNetwork } from './wave.ts';

const POSTS = 4_000;
const STREAM_MS = 4_000;
const ARM_LEAD_MS = 5_000;
const SETTING_MS = 2_000;

export interface PauseReport {
  /** From the commit, as the one who paused sees it, to the last send; 0 when nothing left after it. */
  readonly lastSendMs: number;
  readonly sentBefore: number;
  readonly sentAfter: number;
}

export async function pauseOverTwoWorkers(servers: Servers): Promise<PauseReport> {
  const sent: { readonly key: string; readonly at: number }[] = [];
  const place = {
    databaseUrl: await servers.newDatabase(),
    redisUrl: servers.redisUrl,
    prefix: 'pause',
    vault: newVault(),
  };
  const both = [await openWorker(), await openWorker()] as const;
  const [{ surroundings, app }] = both;
  const { ledger, clock } = surroundings;
  await app.get(Sweep).run();
  await writeAccounts(ledger, place.vault, inventedAccounts(POSTS));
  const dueAt = Math.ceil(clock.now()) + ARM_LEAD_MS + SETTING_MS;
  await writeApprovedPosts(ledger, await writeCampaign(ledger), POSTS, dueAt, STREAM_MS / POSTS);
  await app.get(Enqueuer, { strict: false }).enqueueDue();
  await sleep(dueAt + STREAM_MS / 2 - clock.now());
  await app
    .get(PauseService, { strict: false })
    .pause({ scope: 'everything', scopeId: null }, 'bench', 'bench');
  const pausedAt = clock.now();
  await sleep(STREAM_MS);
  for (const { surroundings, close } of both) {
    await close();
    await surroundings.close();
  }
  const after = sent.filter(({ at }) => at > pausedAt);
  if (sent.length === after.length) throw new Error('No post left before the pause');
  if (sent.length === POSTS) throw new Error('The pause held nothing back');
  return {
    lastSendMs: Math.max(0, ...after.map(({ at }) => at - pausedAt)),
    sentBefore: sent.length - after.length,
    sentAfter: after.length,
  };

  async function openWorker() {
    const surroundings = await openSurroundings(place, (clock) => instantNetwork(clock, sent), {
      CHORUS_WORKER_CONCURRENCY: '4000',
    });
    return { surroundings, ...(await startWorker(surroundings)) };
  }
}
