import type { PlanMove } from '../../contract/plan-effect.js';
import { type Approval, covers } from '../../domain/approval/index.js';
import {
  blackoutAt,
  type NoPosting,
  type Obstacle,
  type PlanCalendar,
  plannedInstant,
  type Seating,
  type WaveFate,
  waveLabel,
} from '../../domain/campaign/index.js';
import type { PlanChange, PlannedWave } from '../campaigns/index.js';
import { isFrozenPost } from './freeze.js';
import { noTimeReason } from './no-time.js';
import type { Place, PostMove } from './move.repository.js';
import type { UnsentPost } from './plan.repository.js';
import type { Reworded } from './post.rerender.js';

/** A post, its place in the new plan, and the move that takes it there; null where it stays as it is. */
export interface Replanned {
  readonly post: UnsentPost;
  readonly place: Place;
  readonly move: PostMove | null;
  readonly effect: PlanMove['effect'];
  readonly reason: string | null;
}

/** The plan as it now is, for one post. */
export interface NewPlan {
  readonly wave: PlannedWave;
  readonly calendar: PlanCalendar;
  /** When its account posts in the wave. */
  readonly seating: Seating;
  /** What became of its words, where they name the date. */
  readonly words: Reworded | undefined;
  readonly cause: PlanChange['cause'];
  readonly noPosting: NoPosting;
  readonly changedAt: number;
}

/** What the new plan makes of an unsent post; null where it leaves the post as it is. */
export function replan(post: UnsentPost, plan: NewPlan): Replanned | null {
  const { wave, words, cause, changedAt } = plan;
  if (wave.fate.kind === 'dropped') return dropped(post, wave.fate);
  if (staysFrozen(post, plan)) return frozen(post, plan);
  const obstacle = obstacleOf(post, plan);
  if (obstacle !== null) return withoutTime(post, plan, obstacle);
  const place = post.pinned ? placeAsItIs(post) : placeOf(post, plan);
  if (words === undefined && samePlace(post, place)) return null;
  const move = moveOf(post, place, words, changedAt);
  if (
    cause === 'hearing' &&
    isFrozenPost(post, changedAt) &&
    post.status === 'approved' &&
    move.to !== 'missed'
  ) {
    return moved(post, place, unapproved(move));
  }
  const one = moved(post, place, move);
  return plan.seating.shifted && one.reason === null ? { ...one, reason: SHIFTED } : one;
}

const SHIFTED = 'quiet-hours: it leaves at the end of its organization’s quiet hours';

/** What keeps a post from its time. A time that a person chose is kept from blackout dates alone. */
function obstacleOf({ pinned, plannedAt }: UnsentPost, { seating, noPosting }: NewPlan): Obstacle | null {
  if (!pinned) return seating.obstacle;
  return plannedAt === null ? null : blackoutAt(plannedAt, noPosting);
}

/** It has no instant until the plan gives it one again or a person does, and leaves only if it is approved for that. */
function withoutTime(post: UnsentPost, plan: NewPlan, obstacle: Obstacle): Replanned | null {
  const place = { ...(post.pinned ? placeAsItIs(post) : placeOf(post, plan)), plannedAt: null };
  const reason = noTimeReason(obstacle);
  if (samePlace(post, place) && post.reason === reason) return null;
  const to = post.status === 'approved' ? 'proposed' : post.status;
  const { id, status: from, revision } = post;
  const move = { id, from, revision, to, reason, raiseRevision: true, place };
  return { post, place, move, effect: 'no-time', reason };
}

/** Whether a post is left alone, since it leaves soon and the change is no stop and none of the court's. */
export function staysFrozen(
  post: UnsentPost,
  { cause, changedAt, noPosting }: Pick<NewPlan, 'cause' | 'changedAt' | 'noPosting'>,
): boolean {
  if (cause === 'hearing' || !isFrozenPost(post, changedAt)) return false;
  return post.plannedAt === null || blackoutAt(post.plannedAt, noPosting) === null;
}

/** Null where it would not have moved in any case. */
function frozen(post: UnsentPost, { wave, calendar }: NewPlan): Replanned | null {
  const waveAt = plannedInstant(wave, { court: calendar.zone, partner: post.zone });
  const wanted = {
    ...placeAsItIs(post),
    plannedAt: waveAt === null ? null : waveAt + post.delayMs,
    timing: waveLabel(wave, post.zone ?? calendar.zone),
  };
  if (post.pinned || samePlace(post, wanted)) return null;
  const reason = 'frozen: it leaves soon, so it stays as it is and can only be stopped';
  return { post, place: placeAsItIs(post), move: null, effect: 'frozen', reason };
}

/** A hearing that moved after the freeze began: what was agreed does not hold any more, and a wrong date is worse. */
function unapproved(move: PostMove): PostMove {
  const reason =
    'frozen: the hearing changed when it was frozen already, so it does not leave without being approved again';
  return { ...move, to: 'proposed', dueAt: null, reason };
}

function moved(post: UnsentPost, place: Place, move: PostMove): Replanned {
  return { post, place, move, effect: effectOf(post, place, move), reason: move.reason ?? null };
}

type Dropped = Extract<WaveFate, { kind: 'dropped' }>;

function droppedReason(fate: Dropped): string {
  return fate.because === 'hearing-cancelled'
    ? 'hearing-cancelled: the hearing that it counts from was cancelled'
    : `other-outcome: the case was decided as ${fate.outcome}, and it is written for another outcome`;
}

/** A wave that does not take place has no posts, at whatever instant a person put them. */
function dropped(post: UnsentPost, fate: Dropped): Replanned {
  const { id, status: from, revision } = post;
  const move = {
    id,
    from,
    revision,
    to: 'cancelled',
    reason: droppedReason(fate),
    raiseRevision: true,
  } as const;
  return moved(post, placeAsItIs(post), move);
}

function effectOf(post: UnsentPost, place: Place, move: PostMove): PlanMove['effect'] {
  if (move.to === 'cancelled') return 'dropped';
  if (move.to === 'missed') return 'missed';
  if (post.status === 'approved' && move.to === 'proposed') return 'approve-again';
  return place.plannedAt === null ? 'waiting' : 'moved';
}

function placeOf(post: UnsentPost, { wave, calendar, seating }: NewPlan): Place {
  return {
    plannedAt: seating.plannedAt,
    timing: waveLabel(wave, post.zone ?? calendar.zone),
    delayMs: seating.delayMs,
    graceMs: wave.graceMs,
    freezeMs: wave.freezeMs,
  };
}

export function placeAsItIs({ plannedAt, timing, delayMs, graceMs, freezeMs }: UnsentPost): Place {
  return { plannedAt, timing, delayMs, graceMs, freezeMs };
}

const LOOK_AGAIN: Readonly<Record<Reworded, string>> = {
  anew: 'moved: the text names the date, which changed; approve it again',
  stale: 'moved: the text may name the old date, and could not be filled again; edit it, or approve it again',
};

export const EMBARGOED =
  'embargoed: the new date puts it before the embargo of its release ends; choose a later time or drop it';

function samePlace(post: UnsentPost, place: Place): boolean {
  return (
    post.plannedAt === place.plannedAt &&
    post.timing === place.timing &&
    post.delayMs === place.delayMs &&
    post.graceMs === place.graceMs &&
    post.freezeMs === place.freezeMs
  );
}

function moveOf(post: UnsentPost, place: Place, words: Reworded | undefined, now: number): PostMove {
  const base = { id: post.id, from: post.status, revision: post.revision, raiseRevision: true, place };
  const stays = { ...base, to: post.status };
  const passed = place.plannedAt !== null && place.plannedAt + place.graceMs < now;
  if (passed && post.status !== 'draft' && post.status !== 'declined') {
    return {
      ...base,
      to: 'missed',
      reason: 'moved: the new date put it into the past; choose a new time or drop it',
    };
  }
  const lookAgain = words === undefined ? null : LOOK_AGAIN[words];
  const reason = isEmbargoed(post, place) ? EMBARGOED : lookAgain;
  if (post.status !== 'approved') return { ...stays, reason: reason ?? keptReason(post) };
  if (reason !== null) return { ...base, to: 'proposed', reason };
  if (!isCovered(post.approval, post.fingerprint, place)) {
    return { ...base, to: 'proposed', reason: 'moved: further than was approved; approve its new time' };
  }
  return { ...stays, dueAt: place.plannedAt };
}

/** Whether an approval covers a text at a place in the plan; where that has no instant yet, one that follows it. */
export function isCovered(
  approval: Approval | null,
  fingerprint: string,
  { plannedAt, timing }: Pick<Place, 'plannedAt' | 'timing'>,
): boolean {
  if (approval === null) return false;
  if (plannedAt !== null) return covers(approval, { fingerprint, plannedAt, timing });
  return (
    approval.fingerprint === fingerprint &&
    approval.leeway.kind === 'follows-hearing' &&
    approval.leeway.timing === timing
  );
}

export function isEmbargoed(
  { embargoUntil }: Pick<UnsentPost, 'embargoUntil'>,
  { plannedAt }: Pick<Place, 'plannedAt'>,
): boolean {
  return plannedAt !== null && embargoUntil !== null && plannedAt < embargoUntil;
}

/** What somebody still has to do about it, whatever its time; what an earlier plan said of it is judged anew. */
function keptReason({ reason }: UnsentPost): string | null {
  return reason === null || /^(moved|embargoed|frozen|quiet-hours|blackout):/.test(reason) ? null : reason;
}
