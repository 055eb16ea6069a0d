/**
 * The one clock. Instants are epoch milliseconds as the database counts them, so that a machine whose own
 * clock is wrong publishes on time all the same; tests set it.
 */
export abstract class Clock {
  /** The instant now, with fractions of a millisecond. */
  abstract now(): number;
  /** Milliseconds that never go backwards, for measuring durations. */
  abstract elapsed(): number;
  /**
   * Resolves at the instant, never before; at once when it has passed. Resolves `false`, early, when `signal`
   * aborts. All who hold for one instant share one timer and wake in the order in which they came.
   */
  abstract holdUntil(at: number, signal?: AbortSignal): Promise<boolean>;
}
