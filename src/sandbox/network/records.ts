import type { Limits, PictureType } from './limits.js';

/** An account as the network keeps it. */
export interface SandboxAccount {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly limits: Partial<Limits>;
  readonly createdAt: number;
}

export interface AttachedPicture {
  readonly id: string;
  readonly altText: string;
}

/** What a client asks the network to publish. */
export interface Draft {
  readonly text: string;
  readonly pictures: readonly AttachedPicture[];
  readonly replyTo: { readonly root: string; readonly parent: string } | null;
}

/** A post as it stands. `receivedAt` has sub-millisecond precision, so that lateness can be measured. */
export interface SandboxPost extends Draft {
  readonly id: string;
  /** Rises with each post, over the whole network. */
  readonly number: number;
  readonly accountId: string;
  readonly handle: string;
  /** When the request that made it arrived, in ms since the epoch. */
  readonly receivedAt: number;
  /** When it became visible to readers. */
  readonly publishedAt: number;
  readonly deletedAt: number | null;
  readonly key: string | null;
}

/** Where readers find a post. */
export function postPath(post: SandboxPost): string {
  return `/@${post.handle}/${post.id}`;
}

/** What happened, in the order it happened: the network is rebuilt from these lines. */
export type SandboxRecord =
  | { readonly kind: 'account'; readonly account: SandboxAccount }
  | {
      readonly kind: 'token';
      readonly tokenHash: string;
      readonly accountId: string;
      readonly expiresAt: number | null;
    }
  | { readonly kind: 'token-revoked'; readonly tokenHash: string }
  | { readonly kind: 'picture'; readonly id: string; readonly type: PictureType }
  | { readonly kind: 'post'; readonly post: SandboxPost; readonly draftHash: string }
  | { readonly kind: 'post-deleted'; readonly id: string; readonly deletedAt: number };
