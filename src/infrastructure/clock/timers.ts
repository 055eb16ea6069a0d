/** setTimeout fires up to a millisecond or two late; the rest of the way is spun through setImmediate. */
const SPIN_MS = 2;
/** setTimeout's delay is a 32-bit number of milliseconds; a longer hold is renewed. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

interface Held {
  readonly release: (reached: boolean) => void;
}

/** One timer an instant, shared by all who hold for it: a thousand posts due together wake in one turn. */
export class Timers {
  private readonly instants = new Map<number, Set<Held>>();
  private readonly timeouts = new Map<number, NodeJS.Timeout>();
  private readonly abandonments = new WeakMap<AbortSignal, Set<() => void>>();

  constructor(private readonly now: () => number) {}

  hold(at: number, signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted === true) return Promise.resolve(false);
    if (this.now() >= at) return Promise.resolve(true);
    return new Promise((resolve) => {
      const abandonments = signal === undefined ? undefined : this.abandonmentsOf(signal);
      const held: Held = {
        release: (reached) => {
          abandonments?.delete(abandon);
          resolve(reached);
        },
      };
      const abandon = (): void => {
        this.instants.get(at)?.delete(held);
        resolve(false);
      };
      abandonments?.add(abandon);
      const waiting = this.instants.get(at);
      if (waiting !== undefined) {
        waiting.add(held);
        return;
      }
      this.instants.set(at, new Set([held]));
      this.approach(at);
    });
  }

  /** Lets every timer go; holds end as abandoned. */
  stop(): void {
    for (const timeout of this.timeouts.values()) clearTimeout(timeout);
    for (const waiting of this.instants.values()) for (const held of waiting) held.release(false);
    this.timeouts.clear();
    this.instants.clear();
  }

  /** One listener a signal: an event target walks through all of its listeners whenever one is added. */
  private abandonmentsOf(signal: AbortSignal): Set<() => void> {
    const known = this.abandonments.get(signal);
    if (known !== undefined) return known;
    const abandonments = new Set<() => void>();
    signal.addEventListener(
      'abort',
      () => {
        for (const abandon of abandonments) abandon();
        abandonments.clear();
      },
      { once: true },
    );
    this.abandonments.set(signal, abandonments);
    return abandonments;
  }

  private approach(at: number): void {
    const left = at - this.now();
    if (left > SPIN_MS) {
      const timeout = setTimeout(() => this.approach(at), Math.min(left - SPIN_MS, LONGEST_TIMEOUT_MS));
      this.timeouts.set(at, timeout);
      return;
    }
    this.timeouts.delete(at);
    this.spin(at);
  }

  private spin(at: number): void {
    const waiting = this.instants.get(at);
    if (waiting === undefined) return;
    if (this.now() < at) {
      setImmediate(() => this.spin(at));
      return;
    }
    this.instants.delete(at);
    for (const held of waiting) held.release(true);
  }
}
