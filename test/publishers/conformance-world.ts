import type { Publisher, PublishingAccount } from '../../src/publishers/publisher.js';

/** Ways in which a network fails, which its simulator can stage. Each strikes the next publishing call. */
export type FaultSwitch =
  | 'answer-lost'
  | 'cut-body'
  | 'reset-before-commit'
  | 'server-error-before-commit'
  | 'server-error-after-commit'
  | 'rate-limited'
  | 'refuse'
  /** The network keeps no idempotency keys, from now on. */
  | 'keys-off';

/** A request that the network holds at one point. */
export interface Hold {
  /** The request has come to that point. */
  readonly reached: Promise<void>;
  /** Lets it go on; resolves when it has ended on the network's side. */
  release(): Promise<void>;
}

/** A post as readers see it. */
export interface LivePost {
  readonly id: string;
  readonly text: string;
  readonly altTexts: readonly string[];
  readonly replyTo: { readonly rootId: string; readonly parentId: string } | null;
}

/** Whom a publisher cannot reach, for a reason that is sure to keep the request from arriving. */
export interface Unreachable {
  readonly refused: PublishingAccount;
  readonly unknownName: PublishingAccount;
  readonly brokenTls: PublishingAccount;
}

/** A network under test, with a publisher for it. */
export interface ConformanceWorld {
  readonly publisher: Publisher;
  readonly unreachable: Unreachable;
  /** An account that can publish. */
  newAccount(): Promise<PublishingAccount>;
  /** The account with a token that was good once. */
  withExpiredToken(account: PublishingAccount): Promise<PublishingAccount>;
  withRevokedToken(account: PublishingAccount): Promise<PublishingAccount>;
  livePosts(account: PublishingAccount): Promise<readonly LivePost[]>;
  fault(fault: FaultSwitch, account: PublishingAccount): Promise<void>;
  hold(account: PublishingAccount, at: 'before-commit' | 'after-commit'): Promise<Hold>;
  close(): Promise<void>;
}

/** What the network under test can do; tests of what it cannot do are left out. */
export interface Capabilities {
  readonly faults: readonly FaultSwitch[];
  /** The same key never makes a second post, and a look-up by key is sure. */
  readonly keepsKeys: boolean;
  /** A text that is one character too long for an account of `newAccount`. */
  readonly tooLongText: string;
  /** For how long its `rate-limited` asks to wait. */
  readonly rateLimitMs: number;
}
