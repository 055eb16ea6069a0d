import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../infrastructure/clock/index.js';
import { withAdvisoryLock } from '../../infrastructure/database/advisory-lock.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { AlarmQueue } from '../../infrastructure/queue/index.js';
import { AlarmRepository, ExpiryRepository } from '../posts/index.js';
import { Enqueuer } from './enqueuer.js';
import { PublishingOptions } from './publishing.options.js';
import { Reconciler } from './reconciler.js';

/** Any number that nothing else locks. */
export const SWEEP_LOCK = 4_730_002;
/** A post that is this late although an alarm was set has lost its alarm. */
const LOST_AFTER_MS = 10_000;
const SLICE = 1_000;
/** How many sweeps in a row are left to another process. */
const PATIENCE = 2;

/**
 * Repairs by the ledger what the queue or a dead worker lost: sets missing alarms, notices a queue that was
 * emptied, wakes posts whose alarm never rang, looks for attempts in doubt, and lets posts that nobody approved
 * in time stand as missed. One worker sweeps at a time.
 */
@Injectable()
export class Sweep {
  private readonly logger = new Logger(Sweep.name);
  private running: Promise<void> | undefined;
  /** How often in a row another process held the lock. */
  private passedOver = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly queue: AlarmQueue,
    private readonly alarms: AlarmRepository,
    private readonly expiry: ExpiryRepository,
    private readonly enqueuer: Enqueuer,
    private readonly reconciler: Reconciler,
    private readonly options: PublishingOptions,
  ) {}

  /** Sweeps once; a sweep under way in this process is joined, one in another process is left to it. */
  async run(): Promise<void> {
    this.running ??= this.sweepAlone().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  /** The same for a timer: trouble is logged, the next sweep tries again. */
  async runQuietly(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.logger.warn(`The sweep failed and will run again: ${String(error)}`);
    }
  }

  /**
   * The lock spares work and guards nothing: every step may run twice at once. Whoever holds it time and again may be
   * a process that stands still, or whose connection is dead without PostgreSQL having noticed.
   */
  private async sweepAlone(): Promise<void> {
    if (await withAdvisoryLock(this.ledger, SWEEP_LOCK, () => this.sweep())) {
      this.passedOver = 0;
      return;
    }
    this.passedOver += 1;
    if (this.passedOver > PATIENCE) await this.sweep();
  }

  /**
   * Each step by itself: one in trouble keeps none of the others from its work. Looking for posts in doubt comes
   * last, since it may wait for networks that do not answer; what it frees gets its alarm at once.
   */
  private async sweep(): Promise<void> {
    const steps = [
      () => this.expiry.missUnapproved(this.clock.now()),
      () => this.noticeEmptiedQueue(),
      () => this.wakeOverdue(),
      () => this.enqueuer.enqueueDue(),
      () => this.reconciler.reconcileDue(),
      () => this.enqueuer.enqueueDue(),
    ];
    const troubles: unknown[] = [];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        troubles.push(error);
      }
    }
    if (troubles.length > 0) throw new AggregateError(troubles, troubles.map(String).join('; '));
  }

  private async wakeOverdue(): Promise<void> {
    const before = this.clock.now() - LOST_AFTER_MS - this.options.requestLimitMs;
    const lost = await this.alarms.overdue(before, SLICE);
    if (lost.length === 0) return;
    this.logger.warn(`${lost.length} posts are overdue and get new alarms`);
    await this.alarms.wakeAgain(this.ledger, lost);
  }

  /** The queue holds the epoch that the ledger holds, or it lost all that it held. */
  private async noticeEmptiedQueue(): Promise<void> {
    try {
      const known = await this.ledger.selectFrom('queueEpoch').select('epoch').executeTakeFirst();
      if (known !== undefined && known.epoch === (await this.queue.epoch())) return;
      const epoch = randomUUID();
      if (known !== undefined) this.logger.warn('The queue was emptied: every post gets a new alarm');
      await this.alarms.wakeAll(this.ledger);
      await this.queue.setEpoch(epoch);
      await this.ledger
        .insertInto('queueEpoch')
        .values({ id: 1, epoch })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ epoch }))
        .execute();
    } catch (error) {
      this.logger.warn(`The queue does not answer: ${String(error)}`);
    }
  }
}
