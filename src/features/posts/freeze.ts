import { type FrozenBefore, frozenFrom, isFrozen } from '../../domain/campaign/index.js';
import { type PostStatus, UNSENT } from '../../domain/post/status.js';
import { Conflict } from '../../infrastructure/http/index.js';

/** Whether a post waits to be sent, and nothing about it changes any more. */
export function isFrozenPost(post: FrozenBefore & { readonly status: PostStatus }, now: number): boolean {
  return UNSENT.includes(post.status) && isFrozen(post, now);
}

/** From its freeze on, a post can only be stopped. */
export function refuseFrozen(post: FrozenBefore & { readonly status: PostStatus }, now: number): void {
  const from = frozenFrom(post);
  if (from === null || post.plannedAt === null || !isFrozenPost(post, now)) return;
  throw new Conflict(
    'post-frozen',
    `It leaves at ${iso(post.plannedAt)} and has been frozen since ${iso(from)}: until it has left it can only be stopped ` +
      '(cancel it, pause it, or withdraw its approval).',
  );
}

/** A time within the freeze is one for which nobody could approve it any more. */
export function refuseWithinFreeze(plannedAt: number, freezeMs: number, now: number): void {
  if (freezeMs === 0 || now < plannedAt - freezeMs) return;
  const message =
    `Its wave is frozen ${freezeMs / 60_000} minutes before it leaves, so nobody could approve it for this time: ` +
    `choose one after ${iso(now + freezeMs)}.`;
  throw new Conflict('within-freeze', message, [{ field: 'plannedAt', message }]);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
