import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AlarmQueue, type AlarmWorker } from '../../infrastructure/queue/index.js';
import { Departure } from './departure.js';
import { PublishingOptions } from './publishing.options.js';
import { Sweep } from './sweep.js';

const SWEEP = 'sweep';

/**
 * The worker's job: an alarm rings, its post departs. The life of an alarm: set at approval or by the sweep;
 * rings a lead before the post is due; is done when the post is recorded, or finds that there is nothing to do;
 * when its worker dies another worker hears it again, and the ledger decides what is left to do. An alarm that
 * fails is tried a few times and dropped: the sweep sets a new one as long as the ledger wants it.
 */
@Injectable()
export class PublishJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PublishJob.name);
  private worker: AlarmWorker | undefined;

  constructor(
    private readonly queue: AlarmQueue,
    private readonly departure: Departure,
    private readonly sweep: Sweep,
    private readonly scheduler: SchedulerRegistry,
    private readonly options: PublishingOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = this.queue.ring(({ postId, revision }) => this.departure.depart(postId, revision), {
      concurrency: this.options.concurrency,
      lockDurationMs: this.options.lockDurationMs,
    });
    const sweeping = setInterval(() => void this.sweep.runQuietly(), this.options.sweepIntervalMs);
    this.scheduler.addInterval(SWEEP, sweeping);
    void this.sweep.runQuietly();
  }

  /** Outcomes under way are recorded before the queue and the ledger close. */
  async onApplicationShutdown(): Promise<void> {
    // The scheduler's own hook may have cleared it before.
    if (this.scheduler.doesExist('interval', SWEEP)) this.scheduler.deleteInterval(SWEEP);
    this.departure.stop();
    await this.worker?.close();
    this.logger.log('The worker has stopped; every outcome is recorded');
  }
}
