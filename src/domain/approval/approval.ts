/** How far an approved post may move from its approved instant. */
export type Leeway =
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** Wherever the hearing takes it, as long as its place relative to the hearing (`timing`) is the approved one. */
  | { readonly kind: 'follows-hearing'; readonly timing: string };

/** An organization's yes to one fingerprint at one instant (epoch milliseconds; null while no date is known). */
export interface Approval {
  readonly fingerprint: string;
  readonly instantAt: number | null;
  readonly leeway: Leeway;
}

/** What the post says now and when it would go out. */
export interface Proposal {
  readonly fingerprint: string;
  readonly plannedAt: number;
  readonly timing: string;
}

/**
 * Whether an approval covers a post as it stands: the very fingerprint, at an instant within what was allowed,
 * measured from the approved instant and never from the last move.
 */
export function covers(approval: Approval, post: Proposal): boolean {
  if (approval.fingerprint !== post.fingerprint) return false;
  if (approval.leeway.kind === 'follows-hearing') {
    return approval.instantAt === post.plannedAt || approval.leeway.timing === post.timing;
  }
  if (approval.instantAt === null) return false;
  return Math.abs(post.plannedAt - approval.instantAt) <= approval.leeway.minutes * 60_000;
}
