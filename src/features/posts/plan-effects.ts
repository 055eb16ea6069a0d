import { isoInstant } from '../../contract/instant.js';
import type { PlanEffect, PlanMove } from '../../contract/plan-effect.js';
import type { PostNames } from './plan.repository.js';
import type { Replanned } from './replan.js';

/** How many posts an answer names. */
const MOST_SHOWN = 200;
const ORDER: readonly PlanMove['effect'][] = [
  'missed',
  'approve-again',
  'no-time',
  'not-restored',
  'dropped',
  'frozen',
  'waiting',
  'restored',
  'moved',
];

/** How many posts a change of the plan reached, and how. */
export function effectCounts(replanned: readonly Replanned[]): Omit<PlanEffect, 'inFlight' | 'posts'> {
  const count = (wanted: (one: Replanned) => boolean): number => replanned.filter(wanted).length;
  const to = ({ move }: Replanned) => move?.to;
  return {
    moved: count(({ post, place }) => place.plannedAt !== null && place.plannedAt !== post.plannedAt),
    lostApproval: count((one) => one.post.status === 'approved' && to(one) === 'proposed'),
    missed: count((one) => to(one) === 'missed'),
    waiting: count(({ effect }) => effect === 'waiting'),
    dropped: count((one) => to(one) === 'cancelled'),
    noTime: count(({ effect }) => effect === 'no-time'),
    frozen: count(({ effect }) => effect === 'frozen'),
    restored: count(({ effect }) => effect === 'restored'),
    notRestored: count(({ effect }) => effect === 'not-restored'),
  };
}

/** The posts that an answer names: those that somebody has to look at first, then by their new time. */
export function mostUrgent(replanned: readonly Replanned[]): readonly Replanned[] {
  const urgency = ({ effect }: Replanned): number => ORDER.indexOf(effect);
  return replanned
    .toSorted((a, b) => urgency(a) - urgency(b) || (a.place.plannedAt ?? 0) - (b.place.plannedAt ?? 0))
    .slice(0, MOST_SHOWN);
}

export function presentMove({ post, place, effect, reason }: Replanned, names: PostNames): PlanMove {
  const toAt = effect === 'dropped' ? null : isoOrNull(place.plannedAt);
  return { ...names, fromAt: isoOrNull(post.plannedAt), toAt, effect, reason };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
