import type { Operation } from '../faults/fault.js';

/**
 * What a client's request has reached: it arrived, what it asked for is kept (never told of one that only reads), it
 * was answered, or it ended without an answer.
 */
export interface RequestEvent {
  readonly stage: 'arrived' | 'committed' | 'answered' | 'broken';
  readonly operation: Operation;
  readonly handle: string;
  readonly key: string | null;
  /** In ms since the epoch, with sub-millisecond precision. */
  readonly at: number;
}

/** Lets an observer follow requests through the network, so that a test acts exactly between two stages. */
export class Requests {
  readonly #listeners = new Set<(event: RequestEvent) => void>();

  onEvent(listener: (event: RequestEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The next event for which `matches` holds; events of the past are not remembered. */
  next(matches: (event: RequestEvent) => boolean): Promise<RequestEvent> {
    return new Promise((resolve) => {
      const stop = this.onEvent((event) => {
        if (!matches(event)) return;
        stop();
        resolve(event);
      });
    });
  }

  tell(event: RequestEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The present instant in ms since the epoch, with sub-millisecond precision. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
