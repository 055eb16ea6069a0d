/** How a worker departs with posts; durations in milliseconds. Injected under this class. */
export abstract class PublishingOptions {
  /** Names the worker in the ledger. */
  abstract readonly workerName: string;
  abstract readonly concurrency: number;
  abstract readonly lockDurationMs: number;
  /** How long before its instant a post's alarm rings. */
  abstract readonly armLeadMs: number;
  /** How long before its instant a post is claimed. */
  abstract readonly claimLeadMs: number;
  /** How long the network's answer is waited for. */
  abstract readonly requestLimitMs: number;
  /** Age of a claim without an outcome from which it is looked for. */
  abstract readonly reconcileAfterMs: number;
  abstract readonly sweepIntervalMs: number;
}
