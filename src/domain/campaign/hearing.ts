/** Where the court date stands. `set` and `moved` have an instant; the others may have none. */
export const HEARING_STATUSES = ['unannounced', 'set', 'moved', 'argued', 'decided', 'cancelled'] as const;
export type HearingStatus = (typeof HEARING_STATUSES)[number];

/** Which state of a hearing may follow which: nothing follows a decision or a cancellation but a new date. */
export const HEARING_MOVES: Readonly<Record<HearingStatus, readonly HearingStatus[]>> = {
  unannounced: ['set', 'cancelled'],
  set: ['moved', 'unannounced', 'argued', 'cancelled'],
  moved: ['moved', 'unannounced', 'argued', 'cancelled'],
  argued: ['decided'],
  decided: [],
  cancelled: ['set'],
};

/** A hearing with a date: `startsAt` in epoch milliseconds, `zone` the court's IANA time zone. */
export interface ScheduledHearing {
  readonly startsAt: number;
  readonly zone: string;
}

/** A hearing as it stands, with or without a date. */
export interface Hearing {
  readonly status: HearingStatus;
  readonly startsAt: number | null;
  readonly zone: string;
}

/** What became of the hearing, as somebody reports it. */
export type HearingNews =
  | { readonly kind: 'dated'; readonly startsAt: number; readonly zone: string }
  | { readonly kind: Exclude<HearingStatus, 'set' | 'moved'> };

export type HearingDecision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly hearing: Hearing }
  | { readonly kind: 'refuse'; readonly because: HearingRefusal };

export type HearingRefusal = 'in-the-past' | 'too-far-ahead' | 'not-held-yet' | 'not-from-here';

/** A date further ahead is surely a slip of the year. */
const FARTHEST_MS = 10 * 366 * 86_400_000;

/**
 * What news of a hearing makes of it at `now` (epoch milliseconds). The same news again changes nothing, so
 * that a repeated request harms nothing. A date lost (unannounced, cancelled) is forgotten: the waves wait;
 * one that was argued or decided keeps its date, since the waves after it count from it.
 */
export function decideHearing(current: Hearing, news: HearingNews, now: number): HearingDecision {
  if (news.kind === 'dated') return decideDate(current, news, now);
  if (news.kind === current.status) return { kind: 'unchanged' };
  if (!HEARING_MOVES[current.status].includes(news.kind)) return { kind: 'refuse', because: 'not-from-here' };
  const held = news.kind === 'argued' || news.kind === 'decided';
  if (held && current.startsAt !== null && current.startsAt > now) {
    return { kind: 'refuse', because: 'not-held-yet' };
  }
  const startsAt = held ? current.startsAt : null;
  return { kind: 'changed', hearing: { status: news.kind, startsAt, zone: current.zone } };
}

function decideDate(current: Hearing, news: ScheduledHearing, now: number): HearingDecision {
  const dated = current.status === 'set' || current.status === 'moved';
  if (dated && current.startsAt === news.startsAt && current.zone === news.zone) return { kind: 'unchanged' };
  const status = dated ? 'moved' : 'set';
  if (!HEARING_MOVES[current.status].includes(status)) return { kind: 'refuse', because: 'not-from-here' };
  if (news.startsAt <= now) return { kind: 'refuse', because: 'in-the-past' };
  if (news.startsAt > now + FARTHEST_MS) return { kind: 'refuse', because: 'too-far-ahead' };
  return { kind: 'changed', hearing: { status, startsAt: news.startsAt, zone: news.zone } };
}
