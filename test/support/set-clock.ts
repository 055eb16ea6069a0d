import { Clock } from '../../src/infrastructure/clock/clock.js';

interface Hold {
  readonly at: number;
  readonly release: (reached: boolean) => void;
}

/**
 * A clock whose time a test sets by hand. Holds resolve when the time reaches them, the earliest first, and
 * those of one instant in the order in which they came. `nextHoldAt` lets a test step from hold to hold, so
 * that nothing wakes later than its instant.
 */
export class SetClock extends Clock {
  private nowAt: number;
  private elapsedMs = 0;
  private holds: Hold[] = [];

  constructor(start: number | string = '2026-03-01T15:00:00Z') {
    super();
    this.nowAt = instantOf(start);
  }

  now(): number {
    return this.nowAt;
  }

  elapsed(): number {
    return this.elapsedMs;
  }

  /** The instant of the earliest hold, or null when nobody holds. */
  get nextHoldAt(): number | null {
    return this.holds.length === 0 ? null : Math.min(...this.holds.map((hold) => hold.at));
  }

  /** How many hold just now. */
  get holding(): number {
    return this.holds.length;
  }

  /** Sets the time, also backwards; what has elapsed never goes backwards. */
  set(to: number | string): void {
    const at = instantOf(to);
    this.elapsedMs += Math.max(0, at - this.nowAt);
    this.nowAt = at;
    const due = this.holds.filter((hold) => hold.at <= at).sort((a, b) => a.at - b.at);
    this.holds = this.holds.filter((hold) => hold.at > at);
    for (const hold of due) hold.release(true);
  }

  advance(ms: number): void {
    this.set(this.nowAt + ms);
  }

  holdUntil(at: number, signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted === true) return Promise.resolve(false);
    if (this.nowAt >= at) return Promise.resolve(true);
    return new Promise((resolve) => {
      const hold: Hold = {
        at,
        release: (reached) => {
          signal?.removeEventListener('abort', abandon);
          resolve(reached);
        },
      };
      const abandon = (): void => {
        this.holds = this.holds.filter((other) => other !== hold);
        resolve(false);
      };
      signal?.addEventListener('abort', abandon, { once: true });
      this.holds.push(hold);
    });
  }
}

function instantOf(instant: number | string): number {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(at))
    throw new Error(`“${instant}” is no instant: write it like 2026-03-01T15:00:00Z.`);
  return at;
}
