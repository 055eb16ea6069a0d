import { DelayedError, type Job, type Queue, type Worker } from 'bullmq';
import type { Clock } from '../clock/index.js';
import type { QueueBackend } from './backend.js';

/** Wakes a worker for a post at an instant. Worth nothing by itself: the ledger decides what happens then. */
export interface Alarm {
  /** Set twice under one id, an alarm rings once. */
  readonly id: string;
  readonly postId: string;
  readonly revision: number;
  /** Epoch milliseconds on the database's clock. */
  readonly at: number;
}

export type AlarmData = Pick<Alarm, 'postId' | 'revision'>;

/** What a rung alarm asks for: null when done, or the instant at which it wants to ring again. */
export type AlarmHandler = (alarm: AlarmData) => Promise<{ readonly againAt: number } | null>;

export interface AlarmWorkerOptions {
  readonly concurrency: number;
  readonly lockDurationMs: number;
}

export interface AlarmWorker {
  /** Stops taking alarms and waits for those that ring. */
  close(): Promise<void>;
}

/** How long a call to the queue may take: BullMQ waits for a Redis that is away without an end. */
const CALL_LIMIT_MS = 5_000;

/** A worker that died is noticed within two of these. */
const STALLED_CHECKS_PER_LOCK = 2;

/** A BullMQ worker takes one alarm after the other: several take a wave's thousand alarms in time. */
const FETCHERS = 3;

const EPOCH_JOB = 'epoch';
const FAR_AWAY_MS = 10 * 365 * 86_400_000;

/** The alarm clock: delayed BullMQ jobs, and an epoch by which the ledger notices that all of them were lost. */
export class AlarmQueue {
  private readonly alarms: Queue<AlarmData>;
  private readonly epochs: Queue<{ epoch: string }>;

  constructor(
    private readonly backend: QueueBackend,
    private readonly clock: Clock,
    private readonly onTrouble: (error: Error) => void,
  ) {
    this.alarms = backend.newQueue('posts');
    this.epochs = backend.newQueue('epoch');
    this.alarms.on('error', onTrouble);
    this.epochs.on('error', onTrouble);
  }

  /** @throws QueueTimeout when the queue does not answer: the sweep sets them again. */
  async set(alarms: readonly Alarm[]): Promise<void> {
    const now = this.clock.now();
    const jobs = alarms.map(({ id, postId, revision, at }) => ({
      name: 'post',
      data: { postId, revision },
      opts: {
        jobId: id,
        delay: Math.max(0, Math.floor(at - now)),
        removeOnComplete: true,
        removeOnFail: true,
        attempts: 5,
        backoff: { type: 'fixed' as const, delay: 1_000 },
      },
    }));
    if (jobs.length > 0) await limited(this.alarms.addBulk(jobs));
  }

  /** The epoch that the queue holds, or null when it holds none: then every job is lost. */
  async epoch(): Promise<string | null> {
    const job = await limited(this.epochs.getJob(EPOCH_JOB));
    return job?.data.epoch ?? null;
  }

  async setEpoch(epoch: string): Promise<void> {
    await limited(this.epochs.remove(EPOCH_JOB));
    await limited(this.epochs.add('epoch', { epoch }, { jobId: EPOCH_JOB, delay: FAR_AWAY_MS }));
  }

  ring(handler: AlarmHandler, { concurrency, lockDurationMs }: AlarmWorkerOptions): AlarmWorker {
    const fetchers = Math.min(FETCHERS, concurrency);
    const workers = Array.from({ length: fetchers }, () =>
      this.newWorker(handler, Math.ceil(concurrency / fetchers), lockDurationMs),
    );
    return {
      close: async () => {
        await Promise.all(workers.map((worker) => worker.close()));
      },
    };
  }

  private newWorker(handler: AlarmHandler, concurrency: number, lockDurationMs: number): Worker<AlarmData> {
    const worker = this.backend.newWorker<AlarmData>(
      'posts',
      async (job, token) => this.handle(job, token, handler),
      {
        concurrency,
        lockDuration: lockDurationMs,
        stalledInterval: lockDurationMs / STALLED_CHECKS_PER_LOCK,
        // A post that is handled twice is decided by the ledger; a stalled alarm is never given up for lost.
        maxStalledCount: 100,
        drainDelay: 1,
      },
    );
    worker.on('error', this.onTrouble);
    worker.on('failed', (_, error) => this.onTrouble(error));
    return worker;
  }

  async counts(): Promise<Readonly<Record<'waiting' | 'active' | 'delayed', number>>> {
    const counts = await limited(this.alarms.getJobCounts('waiting', 'active', 'delayed', 'prioritized'));
    return {
      waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
    };
  }

  /** Rings every delayed alarm now; those that come too early ask for a later one. For repairs and tests. */
  async ringAll(): Promise<void> {
    await limited(this.alarms.promoteJobs());
  }

  async close(): Promise<void> {
    await Promise.all([this.alarms.close(), this.epochs.close()]);
    await this.backend.close();
  }

  private async handle(job: Job<AlarmData>, token: string | undefined, handler: AlarmHandler): Promise<void> {
    const wish = await handler(job.data);
    if (wish === null) return;
    await job.moveToDelayed(Date.now() + Math.max(0, wish.againAt - this.clock.now()), token);
    throw new DelayedError();
  }
}

class QueueTimeout extends Error {
  constructor() {
    super(`The queue did not answer within ${CALL_LIMIT_MS / 1_000} s; the sweep repairs what it missed`);
  }
}

async function limited<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueTimeout()), CALL_LIMIT_MS);
  });
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
    call.catch(() => undefined);
  }
}
