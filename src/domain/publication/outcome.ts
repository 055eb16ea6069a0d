import type { PostStatus } from '../post/status.js';

/** How a try at one part ended, as the ledger keeps it. Durations are counted from the record. */
export type Outcome =
  | { readonly kind: 'published'; readonly remoteId: string; readonly url: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'deferred'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'unknown'; readonly evidence: string }
  /** Reconciling found that it never arrived: free for a fresh claim. */
  | { readonly kind: 'absent'; readonly reason: string }
  /** A pause was committed after the claim: the call was never made. */
  | { readonly kind: 'held-back'; readonly reason: string }
  | { readonly kind: 'handed-over'; readonly deadlineInMs: number };

/** The part that was tried, and what the post allows. Instants in epoch milliseconds. */
export interface Tried {
  readonly part: number;
  readonly parts: number;
  readonly plannedAt: number;
  readonly graceMs: number;
  /** How many tries at this part were surely not sent, this one left out. */
  readonly failures: number;
}

/** Where the post goes after a try. `dueAt`: when its next part, or the same again, is to be sent. */
export interface Aftermath {
  readonly to: PostStatus;
  readonly dueAt: number | null;
  readonly reason: string | null;
}

/** Tries that surely did not arrive before a post gives up and waits for a person. */
export const MAX_FAILURES = 5;

/**
 * What an outcome does to its post. A thread goes on with its next part at once; one that surely did not arrive
 * is tried again while its grace lasts; whatever is refused or unknown stops the thread.
 */
export function aftermath(outcome: Outcome, tried: Tried, now: number): Aftermath {
  const stopped: PostStatus = tried.part === 0 ? 'missed' : 'partly-published';
  const latestAt = tried.plannedAt + tried.graceMs;
  switch (outcome.kind) {
    case 'published':
      return tried.part + 1 === tried.parts
        ? { to: 'published', dueAt: null, reason: null }
        : { to: 'partly-published', dueAt: now, reason: null };
    case 'rejected':
      return {
        to: tried.part === 0 ? 'rejected' : 'partly-published',
        dueAt: null,
        reason: `rejected: ${outcome.reason}`,
      };
    case 'unknown':
      return { to: 'unknown', dueAt: null, reason: `unknown: ${outcome.evidence}` };
    case 'handed-over':
      return { to: 'handed-over', dueAt: null, reason: null };
    case 'held-back':
      // It came due during a pause, so resuming would miss it in any case: no backlog ever fires.
      return { to: stopped, dueAt: null, reason: `paused: ${outcome.reason}` };
    case 'absent':
    case 'not-sent':
    case 'deferred': {
      const dueAt = now + waitMs(outcome, tried.failures);
      const givenUp = outcome.kind === 'not-sent' && tried.failures + 1 >= MAX_FAILURES;
      const reason = `${outcome.kind}: ${outcome.reason}`;
      if (givenUp || dueAt > latestAt) return { to: stopped, dueAt: null, reason };
      return { to: tried.part === 0 ? 'approved' : 'partly-published', dueAt, reason };
    }
  }
}

type Retriable = Extract<Outcome, { kind: 'absent' | 'not-sent' | 'deferred' }>;

/** Waits double with each try that surely did not arrive; a rate limit says itself how long it lasts. */
function waitMs(outcome: Retriable, failures: number): number {
  if (outcome.kind === 'absent') return 0;
  return outcome.kind === 'not-sent' ? outcome.retryInMs * 2 ** failures : outcome.retryInMs;
}

/**
 * When an attempt in doubt is looked for again, in epoch milliseconds: soon at first, then ever more rarely, at
 * most an hour apart, by the age of its claim.
 */
export function nextLookAt(claimedAt: number, now: number): number {
  return now + Math.min(3_600_000, Math.max(5_000, (now - claimedAt) / 2));
}
