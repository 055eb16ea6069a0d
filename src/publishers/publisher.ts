/** The one interface to the outside: what Chorus asks of a network, and every answer it understands. */

/** An account as a publisher needs it; `credentials` are decrypted for this call and never logged. */
export interface PublishingAccount {
  readonly id: string;
  readonly handle: string;
  readonly remoteId: string;
  readonly serverUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

export interface OutgoingPicture {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly altText: string;
}

/** One part of a post on its way out. The same part of the same post always carries the same `key`. */
export interface OutgoingPart {
  readonly account: PublishingAccount;
  readonly key: string;
  readonly text: string;
  readonly pictures: readonly OutgoingPicture[];
  /** The parts before it in a thread, first and last. */
  readonly replyTo: { readonly rootId: string; readonly parentId: string } | null;
}

/** Evidence for a person: what was seen, in one sentence, without secrets. */
export type Evidence = string;

/**
 * What became of one call. A publisher never throws for a network's answer.
 * - `rejected`: the network refused it; never tried again by itself.
 * - `not-sent`: it surely did not arrive (DNS, refused connection, TLS, 401); counted as a try.
 * - `deferred`: a rate limit; not counted.
 * - `unknown`: it may have arrived: only reconciling can tell.
 */
export type SendOutcome =
  | { readonly kind: 'published'; readonly remoteId: string; readonly url: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'deferred'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'unknown'; readonly evidence: Evidence }
  | { readonly kind: 'handed-over'; readonly deadlineInMs: number };

/** What reading the account says of a part whose answer was lost. `unsure` leaves the decision to a person. */
export type Finding =
  | { readonly kind: 'found'; readonly remoteId: string; readonly url: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly evidence: Evidence }
  /** The network could not be asked just now; ask again. */
  | { readonly kind: 'unreachable'; readonly evidence: Evidence };

/** What preparing found before the instant: nothing has been published by it. */
export type Preparation =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'trouble'; readonly reason: string };

export interface Publisher {
  readonly network: string;
  /** Opens connections, refreshes tokens, uploads pictures; may be called again at no harm. */
  prepare(parts: readonly OutgoingPart[], signal: AbortSignal): Promise<Preparation>;
  /** Makes the one call that publishes. After `signal` aborts, the outcome is `unknown` unless surely not sent. */
  send(part: OutgoingPart, signal: AbortSignal): Promise<SendOutcome>;
  /** Looks for the part on the account; reads only. `since` is the instant of its claim, in ms since the epoch. */
  find(part: OutgoingPart, since: number, signal: AbortSignal): Promise<Finding>;
  /** Closes connections. */
  close(): Promise<void>;
}
