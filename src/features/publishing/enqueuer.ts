import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../infrastructure/clock/index.js';
import { AlarmQueue } from '../../infrastructure/queue/index.js';
import { AlarmRepository, type Wakeable } from '../posts/index.js';
import { PublishingOptions } from './publishing.options.js';

/** Posts due later than this get their alarm when the sweep sees them come near. */
const HORIZON_MS = 86_400_000;
const SLICE = 1_000;

/** Sets an alarm for every approved post that is due within a day and has none. */
@Injectable()
export class Enqueuer {
  private readonly logger = new Logger(Enqueuer.name);
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(
    private readonly alarms: AlarmRepository,
    private readonly queue: AlarmQueue,
    private readonly clock: Clock,
    private readonly options: PublishingOptions,
  ) {}

  /**
   * A queue that is away costs nothing but time: the posts stay without an alarm, and the sweep asks again. A pass
   * under way may have looked before the caller's post was written, so callers share the next one.
   */
  enqueueDue(): Promise<void> {
    this.next ??= this.current.then(() => {
      this.next = undefined;
      this.current = this.enqueueQuietly();
      return this.current;
    });
    return this.next;
  }

  private async enqueueQuietly(): Promise<void> {
    try {
      await this.enqueueSlices();
    } catch (error) {
      this.logger.warn(`Alarms could not be set, the sweep will try again: ${String(error)}`);
    }
  }

  private async enqueueSlices(): Promise<void> {
    for (;;) {
      const posts = await this.alarms.withoutAlarm(this.clock.now() + HORIZON_MS, SLICE);
      if (posts.length === 0) return;
      await this.queue.set(posts.map((post) => this.alarmOf(post)));
      await this.alarms.markSet(posts, this.clock.now());
      if (posts.length < SLICE) return;
    }
  }

  private alarmOf({ id, revision, wake, dueAt }: Wakeable) {
    return { id: `${id}-${revision}-${wake}`, postId: id, revision, at: dueAt - this.options.armLeadMs };
  }
}
