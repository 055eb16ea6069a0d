import { randomBytes, randomUUID } from 'node:crypto';
import { AppModule } from '../../src/assembly/app.module.js';
import type { Surroundings } from '../../src/assembly/surroundings.js';
import { Sweep } from '../../src/features/publishing/index.js';
import { loadConfig } from '../../src/infrastructure/config/index.js';
import { createDatabase, type Ledger } from '../../src/infrastructure/database/index.js';
import { AlarmQueue, createQueueBackend } from '../../src/infrastructure/queue/index.js';
import { Vault } from '../../src/infrastructure/vault/index.js';
import { createSandboxPublisher } from '../../src/publishers/sandbox/index.js';
import { MemorySandboxStore, type RunningSandbox, startSandbox } from '../../src/sandbox/index.js';
import { TestApp } from './app.js';
import { createTestDatabase } from './postgres.js';
import { SetClock } from './set-clock.js';

/** No sweep runs by itself within a test: it sweeps when it says so. */
const NEVER_MS = '600000';
const ARM_LEAD_MS = 2_000;
const POLL_MS = 5;

/** All of Chorus in the test's process, on a set clock, a real database, a real queue and the sandbox network. */
export class TestChorus {
  private constructor(
    readonly app: TestApp,
    readonly clock: SetClock,
    readonly ledger: Ledger,
    readonly queue: AlarmQueue,
    readonly sandbox: RunningSandbox,
    readonly databaseUrl: string,
    private readonly closers: readonly (() => Promise<void>)[],
  ) {}

  /** `redisUrl` null puts the queue on PostgreSQL. */
  static async start(redisUrl: string | null, startAt: string): Promise<TestChorus> {
    const database = await createTestDatabase();
    const { db: ledger, close: closeLedger } = createDatabase(database.connectionString, {
      poolSize: 10,
      applicationName: 'chorus-test',
    });
    const clock = new SetClock(startAt);
    const sandbox = await startSandbox({ store: new MemorySandboxStore() });
    const place = {
      redisUrl,
      databaseUrl: database.connectionString,
      prefix: `t${randomUUID().slice(0, 8)}`,
    };
    const queue = new AlarmQueue(createQueueBackend(place), clock, () => undefined);
    const publisher = createSandboxPublisher();
    const config = loadConfig({
      DATABASE_URL: database.connectionString,
      CHORUS_SWEEP_INTERVAL_MS: NEVER_MS,
      CHORUS_ARM_LEAD_MS: String(ARM_LEAD_MS),
      CHORUS_LOCK_DURATION_MS: '30000',
    });
    const surroundings: Surroundings = {
      config,
      databaseUrl: database.connectionString,
      ledger,
      clock,
      vault: new Vault(randomBytes(32)),
      queue,
      publishers: new Map([[publisher.network, publisher]]),
      sandboxUrl: sandbox.url,
      workerName: 'test',
      close: () => Promise.resolve(),
    };
    const app = await TestApp.start({ modules: [AppModule.of(surroundings, 'all')], ledger, clock });
    return new TestChorus(app, clock, ledger, queue, sandbox, database.connectionString, [
      () => app.close(),
      () => queue.close(),
      () => publisher.close(),
      () => sandbox.close(),
      closeLedger,
      () => database.drop(),
    ]);
  }

  get sweep(): Sweep {
    return this.app.nest.get(Sweep);
  }

  /** Lets time pass until `to`, stopping at every instant at which something is to happen. */
  async runUntil(to: number | string): Promise<void> {
    const end = typeof to === 'number' ? to : Date.parse(to);
    for (;;) {
      await this.sweep.run();
      await this.queue.ringAll();
      await this.settle();
      const next = Math.min(this.clock.nextHoldAt ?? Infinity, await this.nextRing());
      if (next > end) break;
      this.clock.set(Math.max(next, this.clock.now()));
      await this.passHolds(end);
    }
    this.clock.set(end);
    await this.settle();
    await this.sweep.run();
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }

  /** From hold to hold without sweeping: the posts of one wave leave one after the other. */
  private async passHolds(end: number): Promise<void> {
    for (;;) {
      await this.settle();
      const { nextHoldAt } = this.clock;
      if (nextHoldAt === null || nextHoldAt > end) return;
      this.clock.set(nextHoldAt);
    }
  }

  /** When the ledger next has something to do: an alarm that rings, or an attempt to be looked for. */
  private async nextRing(): Promise<number> {
    const now = this.clock.now();
    const posts = await this.ledger
      .selectFrom('post')
      .select(['dueAt', 'reconcileAt'])
      .where((where) => where.or([where('dueAt', 'is not', null), where('reconcileAt', 'is not', null)]))
      .execute();
    const instants = posts.flatMap(({ dueAt, reconcileAt }) => [
      ...(dueAt === null ? [] : [dueAt - ARM_LEAD_MS]),
      ...(reconcileAt === null ? [] : [reconcileAt]),
    ]);
    return Math.min(...instants.filter((at) => at > now));
  }

  /** Until every alarm that rings has come to its hold or its end. */
  private async settle(): Promise<void> {
    for (let calm = 0; calm < 2;) {
      const { waiting, active } = await this.queue.counts();
      calm = waiting === 0 && active === this.clock.holding ? calm + 1 : 0;
      await new Promise((resolve) => {
        setTimeout(resolve, POLL_MS);
      });
    }
  }
}
