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

/** A hearing with what was reported of its end: when the argument ended, and when the decision came. */
export interface ReportedHearing extends Hearing {
  readonly arguedAt: number | null;
  readonly decidedAt: number | null;
}

/** What became of the hearing, as somebody reports it; without an instant it happened just now. */
export type HearingNews =
  | { readonly kind: 'dated'; readonly startsAt: number; readonly zone: string }
  | { readonly kind: 'argued' | 'decided'; readonly at?: number | undefined }
  | { readonly kind: 'unannounced' | 'cancelled' };

export type HearingDecision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly hearing: ReportedHearing }
  | { readonly kind: 'refuse'; readonly because: HearingRefusal };

export type HearingRefusal =
  | 'in-the-past'
  | 'too-far-ahead'
  | 'not-held-yet'
  | 'not-yet-argued-then'
  | 'in-the-future'
  | 'not-from-here';

/** A date further ahead is surely a slip of the year. */
const FARTHEST_MS = 10 * 366 * 86_400_000;

/**
 * What news of a hearing makes of it at `now` (epoch milliseconds). The same news again changes nothing, so
 * that a repeated request harms nothing; the end of an argument and a decision can be given another instant, since
 * waves count from it. A date lost (unannounced, cancelled) is forgotten; one that was argued or decided keeps its
 * date, since the waves after it count from it.
 */
export function decideHearing(current: ReportedHearing, news: HearingNews, now: number): HearingDecision {
  if (news.kind === 'dated') return decideDate(current, news, now);
  if (news.kind === 'argued' || news.kind === 'decided') return decideEnd(current, news, now);
  if (news.kind === current.status) return { kind: 'unchanged' };
  if (!HEARING_MOVES[current.status].includes(news.kind)) return { kind: 'refuse', because: 'not-from-here' };
  return {
    kind: 'changed',
    hearing: { ...UNREPORTED, status: news.kind, startsAt: null, zone: current.zone },
  };
}

const UNREPORTED = { arguedAt: null, decidedAt: null } as const;

function decideDate(current: Hearing, news: ScheduledHearing, now: number): HearingDecision {
  const dated = current.status === 'set' || current.status === 'moved';
  if (dated && current.startsAt === news.startsAt && current.zone === news.zone) return { kind: 'unchanged' };
  const status = dated ? 'moved' : 'set';
  if (!HEARING_MOVES[current.status].includes(status)) return { kind: 'refuse', because: 'not-from-here' };
  if (news.startsAt <= now) return { kind: 'refuse', because: 'in-the-past' };
  if (news.startsAt > now + FARTHEST_MS) return { kind: 'refuse', because: 'too-far-ahead' };
  return {
    kind: 'changed',
    hearing: { ...UNREPORTED, status, startsAt: news.startsAt, zone: news.zone },
  };
}

/** Instants of events are whole seconds, so that accounts a second apart stay in seconds of their own. */
function decideEnd(
  current: ReportedHearing,
  news: { readonly kind: 'argued' | 'decided'; readonly at?: number | undefined },
  now: number,
): HearingDecision {
  const known = news.kind === 'argued' ? current.arguedAt : current.decidedAt;
  const at = Math.floor((news.at ?? now) / 1_000) * 1_000;
  const repeated = current.status === news.kind;
  if (repeated && (news.at === undefined || at === known)) return { kind: 'unchanged' };
  if (!repeated && !HEARING_MOVES[current.status].includes(news.kind)) {
    return { kind: 'refuse', because: 'not-from-here' };
  }
  if (at > now) return { kind: 'refuse', because: 'in-the-future' };
  if (current.startsAt !== null && at < current.startsAt) return { kind: 'refuse', because: 'not-held-yet' };
  const { startsAt, zone, arguedAt } = current;
  if (news.kind === 'argued') {
    return { kind: 'changed', hearing: { ...UNREPORTED, status: 'argued', startsAt, zone, arguedAt: at } };
  }
  if (arguedAt !== null && at < arguedAt) {
    return { kind: 'refuse', because: 'not-yet-argued-then' };
  }
  return { kind: 'changed', hearing: { status: 'decided', startsAt, zone, arguedAt, decidedAt: at } };
}
