import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  createDatabase,
  type Ledger,
  type LedgerReader,
} from '../../../src/infrastructure/database/index.js';
import { DatabaseClock } from '../../../src/infrastructure/clock/index.js';
import { type Alarm, AlarmQueue, createQueueBackend } from '../../../src/infrastructure/queue/index.js';
import { Vault } from '../../../src/infrastructure/vault/index.js';
import {
  type FaultInput,
  MemorySandboxStore,
  type RequestEvent,
  type RunningSandbox,
  startSandbox,
} from '../../../src/sandbox/index.js';
import { eventually } from '../eventually.js';
import { createTestDatabase, type PrivatePostgres, startPrivatePostgres } from '../postgres.js';
import { type PrivateRedis, startPrivateRedis } from '../redis.js';
import { ChorusProcess } from './chorus-process.js';
import { type FaultPost, type PostWish, writeApprovedPost } from './fault-posts.js';
import type { QueueKind } from './queue-kind.js';

/** Short enough for a test to see a whole recovery, long enough to act between two steps on a busy machine. */
export const TIMING = {
  armLeadMs: 2_500,
  claimLeadMs: 700,
  lockMs: 1_000,
  sweepMs: 200,
  requestLimitMs: 2_000,
  reconcileAfterMs: 5_000,
} as const;

/** A started worker hears of a post, sets its alarm and is called by it within this time. */
const DUE_IN_MS = 4_500;

export interface WorldOptions {
  /** A server of the world's own, which may be restarted. */
  readonly privatePostgres?: boolean;
}

export interface WorkerOptions {
  readonly preload?: string;
  /** Another way to the same database. */
  readonly databaseUrl?: string;
}

/** A deployment on real servers, whose network runs within the test: it sees each request, and strikes it. */
export class FaultWorld {
  private readonly processes: ChorusProcess[] = [];
  private readonly seen: RequestEvent[] = [];
  private readonly key = randomBytes(32);
  private readonly prefix = `f${randomUUID().slice(0, 8)}`;

  private constructor(
    readonly ledger: Ledger,
    readonly databaseUrl: string,
    readonly sandbox: RunningSandbox,
    private readonly ownPostgres: PrivatePostgres | null,
    private readonly ownRedis: PrivateRedis | null,
    private readonly closers: readonly (() => Promise<void>)[],
  ) {
    sandbox.onRequest((event) => this.seen.push(event));
  }

  static async start(queue: QueueKind, options: WorldOptions = {}): Promise<FaultWorld> {
    const postgres = options.privatePostgres === true ? await startPrivatePostgres() : null;
    const shared = postgres === null ? await createTestDatabase() : null;
    const databaseUrl = postgres?.connectionString ?? shared?.connectionString ?? '';
    const database = createDatabase(databaseUrl, {
      poolSize: 5,
      applicationName: 'chorus-test',
      onConnectionLost: () => undefined,
    });
    const redis = queue === 'redis' ? await startPrivateRedis() : null;
    const sandbox = await startSandbox({ store: new MemorySandboxStore() });
    const closers = [
      () => sandbox.close(),
      () => database.close(),
      async () => redis?.stop(),
      async () => shared?.drop(),
      async () => postgres?.stop(),
    ];
    return new FaultWorld(database.db, databaseUrl, sandbox, postgres, redis, closers);
  }

  get postgres(): PrivatePostgres {
    if (this.ownPostgres === null) throw new Error('This world shares its PostgreSQL with others.');
    return this.ownPostgres;
  }

  get redis(): PrivateRedis {
    if (this.ownRedis === null) throw new Error('This world has its queue on PostgreSQL.');
    return this.ownRedis;
  }

  /** The database's instant, by which posts are due. */
  async now(): Promise<number> {
    const { rows } = await sql<{ at: number }>`
      select extract(epoch from clock_timestamp())::double precision * 1000 as at`.execute(this.ledger);
    return rows[0]?.at ?? Number.NaN;
  }

  async post(wish: Omit<PostWish, 'dueAt'> & { readonly dueInMs?: number } = {}): Promise<FaultPost> {
    const [post] = await this.posts(1, wish);
    if (post === undefined) throw new Error('No post was written.');
    return post;
  }

  /** Approved posts that are all due at the same instant. */
  async posts(
    count: number,
    wish: Omit<PostWish, 'dueAt'> & { readonly dueInMs?: number } = {},
  ): Promise<readonly FaultPost[]> {
    return this.writePosts(this.ledger, count, wish);
  }

  /**
   * The same with alarms that another process of the deployment set, on a machine whose clock is right: one for each
   * ending of an id, and no other.
   */
  async postsWithAlarms(
    count: number,
    idEnds: readonly string[],
    wish: { readonly dueInMs: number },
  ): Promise<readonly FaultPost[]> {
    const posts = await this.ledger.transaction().execute(async (trx) => {
      const written = await this.writePosts(trx, count, wish);
      const ids = written.map(({ id }) => id);
      await trx.updateTable('post').set({ queuedAt: new Date() }).where('id', 'in', ids).execute();
      return written;
    });
    const rows = await Promise.all(posts.map((post) => this.row(post)));
    await this.setAlarms(
      rows.flatMap(({ id, revision }, index) => {
        const at = (posts[index]?.dueAt ?? 0) - TIMING.armLeadMs;
        return idEnds.map((end) => ({ id: `${id}-${end}`, postId: id, revision, at }));
      }),
    );
    return posts;
  }

  async startWorker({ preload, databaseUrl }: WorkerOptions = {}): Promise<ChorusProcess> {
    const env = { ...this.environment(), DATABASE_URL: databaseUrl ?? this.databaseUrl };
    return this.keep(await ChorusProcess.worker({ env, preload }));
  }

  async startWeb(): Promise<ChorusProcess> {
    return this.keep(await ChorusProcess.web({ env: { ...this.environment(), PORT: '0' } }));
  }

  /** A fault that strikes this post's account alone. */
  fault(post: FaultPost, fault: FaultInput): void {
    this.sandbox.faults.add({ ...fault, account: post.handle });
  }

  /** Resolves when the post's requests have reached this stage so many times, also if that was before. */
  async request(
    post: FaultPost,
    stage: RequestEvent['stage'],
    operation: RequestEvent['operation'] = 'create-post',
    times = 1,
  ): Promise<void> {
    const reached = (): boolean => this.requests(post, stage, operation) >= times;
    if (reached()) return;
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`The network saw no ${operation} ${stage} for ${post.id}.`)),
        20_000,
      );
      const stop = this.sandbox.onRequest(() => {
        if (!reached()) return;
        stop();
        clearTimeout(limit);
        resolve();
      });
    });
  }

  requests(post: FaultPost, stage: RequestEvent['stage'], operation: RequestEvent['operation']): number {
    return this.seen.filter(
      (event) => event.handle === post.handle && event.stage === stage && event.operation === operation,
    ).length;
  }

  /** The publisher has prepared the post: its worker now holds it until the claim. */
  async armed(post: FaultPost): Promise<void> {
    await this.request(post, 'answered', 'read-limits', post.texts.length);
  }

  /** Resolves when the database's clock has reached the instant. */
  async reached(instantAt: number): Promise<void> {
    await eventually(`the instant ${instantAt}`, async () => (await this.now()) >= instantAt);
  }

  /** The post's claim stands in the ledger. */
  async claimed(post: FaultPost): Promise<void> {
    await eventually(`a claim of ${post.id}`, async () => (await this.attempts(post)).length > 0);
  }

  attempts(post: FaultPost) {
    return this.ledger
      .selectFrom('attempt')
      .selectAll()
      .where('postId', '=', post.id)
      .orderBy('claimedAt')
      .execute();
  }

  row(post: FaultPost) {
    return this.ledger.selectFrom('post').selectAll().where('id', '=', post.id).executeTakeFirstOrThrow();
  }

  live(post: FaultPost) {
    return this.sandbox.livePosts(post.handle);
  }

  async stands(post: FaultPost, ...statuses: readonly string[]): Promise<void> {
    let status = '';
    const reached = async (): Promise<boolean> => {
      ({ status } = await this.row(post));
      return statuses.includes(status);
    };
    await eventually(`${post.id} is ${statuses.join(' or ')}`, reached).catch((error: unknown) => {
      throw new Error(`It is ${status}.`, { cause: error });
    });
  }

  /** All that the processes wrote. */
  log(): string {
    return this.processes.map(({ log }) => log).join('\n---\n');
  }

  /** Fails when some process ended by itself: no fault of its surroundings may end one. */
  async close(): Promise<void> {
    const died = this.processes.filter((process) => process.hasDied);
    await Promise.all(this.processes.map((process) => process.kill()));
    for (const close of this.closers) await close();
    if (died.length > 0) throw new Error(`A process ended by itself:\n${this.log()}`);
  }

  private async writePosts(
    ledger: LedgerReader,
    count: number,
    { dueInMs = DUE_IN_MS, ...wish }: Omit<PostWish, 'dueAt'> & { readonly dueInMs?: number },
  ): Promise<readonly FaultPost[]> {
    // A wave's time of day is told to the second.
    const dueAt = Math.ceil(((await this.now()) + dueInMs) / 1_000) * 1_000;
    const place = { ledger, vault: new Vault(this.key), sandboxUrl: this.sandbox.url };
    return Promise.all(Array.from({ length: count }, () => writeApprovedPost(place, { ...wish, dueAt })));
  }

  private async setAlarms(alarms: readonly Alarm[]): Promise<void> {
    const place = {
      redisUrl: this.ownRedis?.url ?? null,
      databaseUrl: this.databaseUrl,
      prefix: this.prefix,
    };
    const clock = await DatabaseClock.start(() => this.now(), 60_000);
    const queue = new AlarmQueue(createQueueBackend(place), clock, () => undefined);
    try {
      await queue.set(alarms);
    } finally {
      await queue.close();
      clock.stop();
    }
  }

  private keep(process: ChorusProcess): ChorusProcess {
    this.processes.push(process);
    return process;
  }

  private environment(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      ...(this.ownRedis === null ? {} : { REDIS_URL: this.ownRedis.url }),
      SANDBOX_URL: this.sandbox.url,
      CHORUS_KEY: this.key.toString('base64'),
      CHORUS_QUEUE_PREFIX: this.prefix,
      LOG_LEVEL: 'warn',
      CHORUS_ARM_LEAD_MS: String(TIMING.armLeadMs),
      CHORUS_CLAIM_LEAD_MS: String(TIMING.claimLeadMs),
      CHORUS_LOCK_DURATION_MS: String(TIMING.lockMs),
      CHORUS_SWEEP_INTERVAL_MS: String(TIMING.sweepMs),
      CHORUS_REQUEST_LIMIT_MS: String(TIMING.requestLimitMs),
      CHORUS_RECONCILE_AFTER_MS: String(TIMING.reconcileAfterMs),
    };
  }
}
