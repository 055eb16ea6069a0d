/** A post's instant (epoch milliseconds, null while it has none), and how long before it nothing changes any more. */
export interface FrozenBefore {
  readonly plannedAt: number | null;
  readonly freezeMs: number;
  readonly graceMs: number;
}

/** When a post's freeze begins, in epoch milliseconds; null where it has none. */
export function frozenFrom({ plannedAt, freezeMs }: Omit<FrozenBefore, 'graceMs'>): number | null {
  return plannedAt === null || freezeMs === 0 ? null : plannedAt - freezeMs;
}

/**
 * Whether a post that waits to be sent is frozen at `now`: from its freeze on, whoever is to be there for the wave can
 * rely on what was agreed, and only a stop applies. Once it can no longer leave, it is free for a new time.
 */
export function isFrozen(post: FrozenBefore, now: number): boolean {
  const from = frozenFrom(post);
  return from !== null && now >= from && post.plannedAt !== null && now <= post.plannedAt + post.graceMs;
}
