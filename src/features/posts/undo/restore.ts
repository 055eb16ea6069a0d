import { blackoutAt, type NoPosting } from '../../../domain/campaign/index.js';
import { mayMove } from '../../../domain/post/status.js';
import type { Place, PostMove } from '../move.repository.js';
import { noTimeReason } from '../no-time.js';
import { EMBARGOED, isCovered, isEmbargoed, placeAsItIs, type Replanned } from '../replan.js';
import type { MovedPost } from './plan-move.repository.js';

/** What an undo gives back to a post that nobody changed since the move. `move` is from the status it has now. */
export interface Restored extends Replanned {
  readonly post: MovedPost;
  readonly move: PostMove;
}

/** Whether an undo can give back what the post was: what was cancelled is cancelled for good. */
export function isRestorable({ untouched, status }: MovedPost): boolean {
  return untouched && status !== 'cancelled';
}

/**
 * The post as it was before the move, at `now`: its words, its place, its status, and the approval that stood where
 * that still covers it. Freezes do not hinder it: nothing comes back but what was agreed on before they began.
 */
export function restore(post: MovedPost, noPosting: NoPosting, now: number): Restored {
  const { was } = post;
  const { plannedAt, timing, delayMs, graceMs, freezeMs } = was;
  const place: Place = { plannedAt, timing, delayMs, graceMs, freezeMs };
  const base = { id: post.id, from: post.status, revision: post.revision, raiseRevision: true, place };
  const done = (move: PostMove, effect: Replanned['effect']): Restored => {
    return { post, place, move, effect, reason: move.reason ?? null };
  };
  const blackout = plannedAt === null ? null : blackoutAt(plannedAt, noPosting);
  if (blackout !== null) {
    const to = was.status === 'approved' ? 'proposed' : was.status;
    const without = { ...place, plannedAt: null };
    const move = { ...base, to, place: without, reason: noTimeReason(blackout) };
    return { post, place: without, move, effect: 'no-time', reason: move.reason };
  }
  const passed = plannedAt !== null && plannedAt + graceMs < now;
  if (passed && was.status !== 'draft' && was.status !== 'declined') {
    const reason = 'undone: its time passed before the move was undone; choose a new time or drop it';
    return done({ ...base, to: 'missed', reason }, 'missed');
  }
  if (was.status !== 'approved') return done({ ...base, to: was.status, reason: was.reason }, 'restored');
  const reason = withoutApproval(post, place);
  if (reason !== null) return done({ ...base, to: 'proposed', reason }, 'approve-again');
  return done({ ...base, to: 'approved', reason: was.reason, dueAt: plannedAt }, 'restored');
}

/** Why it does not get its approval back; null where it does. */
function withoutApproval(post: MovedPost, place: Place): string | null {
  if (isEmbargoed(post, place)) return EMBARGOED;
  if (!post.sourcesHold) {
    return 'undone: a statement that it uses was changed since, or may not be used any more; look at it again';
  }
  if (isCovered(post.approval, post.was.fingerprint, place)) return null;
  return 'undone: the approval that it had does not stand any more; approve it again';
}

/** The steps of a move that no post makes at once: `proposed` lies between them. */
export function steps(move: PostMove): readonly PostMove[] {
  if (move.from === move.to || mayMove(move.from, move.to)) return [move];
  const { id, from, revision } = move;
  return [
    { id, from, revision, to: 'proposed' },
    { ...move, from: 'proposed' },
  ];
}

/** What is not given back follows its wave as in any move, or stays as it is, and is listed. */
export function notRestored(post: MovedPost, followed: Replanned | null): Replanned {
  const because =
    post.status === 'cancelled'
      ? 'not-restored: it is cancelled, which is final; make the posts of its wave again'
      : 'not-restored: it was changed after the move, so only its time follows its wave';
  const reason = followed?.reason ? `${because} (${followed.reason})` : because;
  if (followed === null) {
    return { post, place: placeAsItIs(post), move: null, effect: 'not-restored', reason };
  }
  return { ...followed, effect: 'not-restored', reason };
}
