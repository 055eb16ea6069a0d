import { Clock } from './clock.js';
import { Timers } from './timers.js';

/** Reads the database's clock once, in epoch milliseconds. */
export type ReadInstant = () => Promise<number>;

const SAMPLES = 5;

/**
 * A clock anchored on the database's `clock_timestamp()` and advanced by `performance.now()`: a machine clock
 * that is wrong or stepped does not reach it. Anchoring keeps the sample with the shortest round trip.
 */
export class DatabaseClock extends Clock {
  private readonly timers = new Timers(() => this.now());
  private renewal: NodeJS.Timeout | undefined;

  private constructor(private offset: number) {
    super();
  }

  /** Anchors, and anchors again every `renewMs` while the process lives. Errors of a renewal keep the old anchor. */
  static async start(read: ReadInstant, renewMs: number): Promise<DatabaseClock> {
    const clock = new DatabaseClock(await measureOffset(read));
    clock.renewal = setInterval(() => void clock.renew(read), renewMs);
    clock.renewal.unref();
    return clock;
  }

  /** A database that does not answer keeps the anchor that stands. */
  private async renew(read: ReadInstant): Promise<void> {
    this.offset = await measureOffset(read).catch(() => this.offset);
  }

  now(): number {
    return this.offset + performance.now();
  }

  elapsed(): number {
    return performance.now();
  }

  holdUntil(at: number, signal?: AbortSignal): Promise<boolean> {
    return this.timers.hold(at, signal);
  }

  stop(): void {
    clearInterval(this.renewal);
    this.timers.stop();
  }
}

async function measureOffset(read: ReadInstant): Promise<number> {
  let best = { roundTrip: Infinity, offset: 0 };
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const before = performance.now();
    const instant = await read();
    const after = performance.now();
    if (after - before < best.roundTrip) {
      best = { roundTrip: after - before, offset: instant - (before + after) / 2 };
    }
  }
  return best.offset;
}
