/** A wave that is due in one millisecond: how late each post is sent, with every claim and attempt in the ledger. */
import { sql } from 'kysely';
import type { Ledger } from '../src/infrastructure/database/ledger.js';
import type { Publisher } from '../src/publishers/publisher.js';
import { inventedAccounts, writeAccounts, writeApprovedPosts, writeCampaign } from './approved-posts.ts';
import { newVault, type Opened, openSurroundings, startWorker } from './chorus.ts';
import { Enqueuer, Sweep } from './code.ts';
import { percentile } from './figures.ts';
import { type Servers, until } from './servers.ts';

interface Sent {
  readonly key: string;
  readonly at: number;
}

/** A network that answers at once, and the instants at which it was asked. */
export function instantNetwork(
  clock: Opened['clock'],
  sent: Sent[],
  onReady: (at: number) => void = () => undefined,
): Publisher {
  return {
    network: 'sandbox',
    prepare: () => {
      onReady(clock.now());
      return Promise.resolve({ kind: 'ready' });
    },
    send: ({ key }) => {
      sent.push({ key, at: clock.now() });
      return Promise.resolve({ kind: 'published', remoteId: key, url: `http://127.0.0.1/${key}` });
    },
    find: () => Promise.resolve({ kind: 'absent' }),
    close: () => Promise.resolve(),
  };
}

export interface WaveSize {
  readonly posts: number;
  readonly accounts: number;
  readonly armLeadMs: number;
  readonly claimLeadMs: number;
}

/** The lateness of each send in milliseconds. Throws where one is early, missing, or made twice. */
export async function waveLateness(
  servers: Servers,
  redisUrl: string | null,
  { posts, accounts, armLeadMs, claimLeadMs }: WaveSize,
): Promise<readonly number[]> {
  const sent: Sent[] = [];
  let lastReadyAt = 0;
  const place = {
    databaseUrl: await servers.newDatabase(),
    redisUrl,
    prefix: `wave${posts}`,
    vault: newVault(),
  };
  const surroundings = await openSurroundings(
    place,
    (clock) => instantNetwork(clock, sent, (at) => (lastReadyAt = at)),
    {
      CHORUS_WORKER_CONCURRENCY: '12000',
      CHORUS_ARM_LEAD_MS: String(armLeadMs),
      CHORUS_CLAIM_LEAD_MS: String(claimLeadMs),
      CHORUS_LOCK_DURATION_MS: '30000',
    },
  );
  const { ledger, clock } = surroundings;
  const { app, close } = await startWorker(surroundings);
  await app.get(Sweep).run();
  await writeAccounts(ledger, place.vault, inventedAccounts(accounts));
  const campaignId = await writeCampaign(ledger);
  const dueAt = Math.ceil(clock.now()) + armLeadMs + SETTING_MS + posts * SETTING_MS_PER_POST;
  await writeApprovedPosts(ledger, campaignId, posts, dueAt);
  await app.get(Enqueuer, { strict: false }).enqueueDue();
  const left = dueAt - armLeadMs - clock.now();
  if (left < 0) console.error(`  (alarms were set ${Math.round(-left)} ms after the first was to ring)`);
  await until(async () => (await published(ledger)) === posts, 60_000, 'Not every post was published');
  const spareMs = dueAt - claimLeadMs - lastReadyAt;
  if (spareMs < 0) console.error(`  (the last post was ready ${Math.round(-spareMs)} ms after claims began)`);
  const lateness = sent.map(({ at }) => at - dueAt);
  await check(ledger, sent, lateness, posts);
  await close();
  await surroundings.close();
  return lateness;
}

/** Time to write the posts and set their alarms, on a machine that has other things to do too. */
const SETTING_MS = 2_000;
const SETTING_MS_PER_POST = 1;

async function published(ledger: Ledger): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from post where status = 'published'`.execute(ledger);
  return rows[0]?.count ?? 0;
}

async function check(
  ledger: Ledger,
  sent: readonly Sent[],
  lateness: readonly number[],
  posts: number,
): Promise<void> {
  const { rows } = await sql<{ attempts: number; live: number }>`
    select (select count(*) from attempt where state = 'published') as attempts,
           (select count(*) from publication) as live`.execute(ledger);
  const earliest = percentile(lateness, 0);
  if (earliest < 0) throw new Error(`A post was sent ${-earliest} ms early`);
  if (new Set(sent.map(({ key }) => key)).size !== posts || sent.length !== posts) {
    throw new Error(`${sent.length} sends for ${posts} posts`);
  }
  if (rows[0]?.attempts !== posts || rows[0].live !== posts)
    throw new Error('The ledger does not hold every send');
}
