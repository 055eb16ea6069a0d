import type { PostStatus } from '../post/status.js';

/** How a try at one part ended, as the ledger keeps it. Durations are counted from the record. */
export type Outcome =
  | { readonly kind: 'published'; readonly remoteId: string; readonly url: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'deferred'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'unknown'; readonly evidence: string }
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
    case 'not-sent':
    case 'deferred': {
      const backoff =
        outcome.kind === 'not-sent' ? outcome.retryInMs * 2 ** tried.failures : outcome.retryInMs;
      const dueAt = now + backoff;
      const givenUp = outcome.kind === 'not-sent' && tried.failures + 1 >= MAX_FAILURES;
      if (givenUp || dueAt > latestAt) {
        return { to: stopped, dueAt: null, reason: `${outcome.kind}: ${outcome.reason}` };
      }
      return {
        to: tried.part === 0 ? 'approved' : 'partly-published',
        dueAt,
        reason: `${outcome.kind}: ${outcome.reason}`,
      };
    }
  }
}

/**
 * When an attempt in doubt is looked for again, in epoch milliseconds: soon at first, then ever more rarely, at
 * most an hour apart, by the age of its claim.
 */
export function nextLookAt(claimedAt: number, now: number): number {
  return now + Math.min(3_600_000, Math.max(5_000, (now - claimedAt) / 2));
}
