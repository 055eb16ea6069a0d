import type { PlanMove } from '../../contract/plan-effect.js';
import { covers } from '../../domain/approval/index.js';
import { offsetLabel, type PlanCalendar, type Seating, type WaveFate } from '../../domain/campaign/index.js';
import type { PlannedWave } from '../campaigns/index.js';
import type { Place, PostMove } from './move.repository.js';
import type { UnsentPost } from './plan.repository.js';
import type { Reworded } from './post.rerender.js';

/** A post, its place in the new plan, and the move that takes it there. */
export interface Replanned {
  readonly post: UnsentPost;
  readonly place: Place;
  readonly move: PostMove;
}

/** The plan as it now is, for one post. */
export interface NewPlan {
  readonly wave: PlannedWave;
  readonly calendar: PlanCalendar;
  /** When its account posts in the wave. */
  readonly seating: Seating;
  /** What became of its words, where they name the date. */
  readonly words: Reworded | undefined;
  readonly changedAt: number;
}

/** What the new plan makes of an unsent post; null where it leaves the post as it is. */
export function replan(post: UnsentPost, plan: NewPlan): Replanned | null {
  const { wave, words, changedAt } = plan;
  if (wave.fate.kind === 'dropped') return dropped(post, wave.fate);
  const place = post.pinned ? placeAsItIs(post) : placeOf(post, plan);
  if (words === undefined && samePlace(post, place)) return null;
  return { post, place, move: moveOf(post, place, words, changedAt) };
}

const DROPPED: Readonly<Record<Extract<WaveFate, { kind: 'dropped' }>['because'], string>> = {
  'hearing-cancelled': 'hearing-cancelled: the hearing that it counts from was cancelled',
};

/** A wave that does not take place has no posts, at whatever instant a person put them. */
function dropped(post: UnsentPost, { because }: Extract<WaveFate, { kind: 'dropped' }>): Replanned {
  const { id, status: from, revision } = post;
  const move = {
    id,
    from,
    revision,
    to: 'cancelled',
    reason: DROPPED[because],
    raiseRevision: true,
  } as const;
  return { post, place: placeAsItIs(post), move };
}

export function effectOn({ post, place, move }: Replanned): PlanMove['effect'] {
  if (move.to === 'cancelled') return 'dropped';
  if (move.to === 'missed') return 'missed';
  if (post.status === 'approved' && move.to === 'proposed') return 'approve-again';
  return place.plannedAt === null ? 'waiting' : 'moved';
}

function placeOf(post: UnsentPost, { wave, calendar, seating }: NewPlan): Place {
  return {
    plannedAt: seating.plannedAt,
    timing: offsetLabel(wave.timing, post.zone ?? calendar.zone),
    delayMs: seating.delayMs,
    graceMs: wave.graceMs,
  };
}

function placeAsItIs({ plannedAt, timing, delayMs, graceMs }: UnsentPost): Place {
  return { plannedAt, timing, delayMs, graceMs };
}

const LOOK_AGAIN: Readonly<Record<Reworded, string>> = {
  anew: 'moved: the text names the date, which changed; approve it again',
  stale: 'moved: the text may name the old date, and could not be filled again; edit it, or approve it again',
};

const EMBARGOED =
  'embargoed: the new date puts it before the embargo of its release ends; choose a later time or drop it';

function samePlace(post: UnsentPost, place: Place): boolean {
  return (
    post.plannedAt === place.plannedAt &&
    post.timing === place.timing &&
    post.delayMs === place.delayMs &&
    post.graceMs === place.graceMs
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
  const embargoed =
    place.plannedAt !== null && post.embargoUntil !== null && place.plannedAt < post.embargoUntil;
  const lookAgain = words === undefined ? null : LOOK_AGAIN[words];
  const reason = embargoed ? EMBARGOED : lookAgain;
  if (post.status !== 'approved') return { ...stays, reason: reason ?? keptReason(post) };
  if (reason !== null) return { ...base, to: 'proposed', reason };
  const covered =
    post.approval !== null &&
    (place.plannedAt === null
      ? post.approval.leeway.kind === 'follows-hearing' && post.approval.leeway.timing === place.timing
      : covers(post.approval, {
          fingerprint: post.fingerprint,
          plannedAt: place.plannedAt,
          timing: place.timing,
        }));
  if (!covered) {
    return { ...base, to: 'proposed', reason: 'moved: further than was approved; approve its new time' };
  }
  return { ...stays, dueAt: place.plannedAt };
}

/** What somebody still has to do about it, whatever its time; what an earlier plan said of it is judged anew. */
function keptReason({ reason }: UnsentPost): string | null {
  return reason === null || /^(moved|embargoed):/.test(reason) ? null : reason;
}
