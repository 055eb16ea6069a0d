import { dateIn, type QuietHours, quietUntil } from './quiet-hours.js';

/** Days on which a campaign does not post, each with its reason, by the date at the court. */
export type Blackouts = ReadonlyMap<string, string>;

/** When accounts of a campaign do not post. */
export interface NoPosting {
  /** The court's IANA zone. */
  readonly court: string;
  readonly blackouts: Blackouts;
}

/** Why a post has no time in its wave. */
export type Obstacle =
  | { readonly kind: 'quiet-hours'; readonly until: number }
  | { readonly kind: 'blackout'; readonly date: string; readonly reason: string };

export type FreeTime =
  { readonly kind: 'free'; readonly at: number } | { readonly kind: 'none'; readonly obstacle: Obstacle };

/** An instant as it is wanted, and whose quiet hours hold there. Instants in epoch milliseconds. */
export interface WantedTime {
  readonly at: number;
  /** The event that its wave counts from. */
  readonly eventAt: number;
  readonly quiet: QuietHours | null;
  /** The organization's IANA zone. */
  readonly zone: string;
}

/**
 * When a post can leave that is wanted at an instant. Out of quiet hours it moves to their end, as long as that is
 * the same day at the court and on the same side of its event: a text for the eve must not appear on the day, nor one
 * for the hour before during the hearing. A blackout date leaves it no time. `take` answers the first second from an
 * instant on that is free; it takes it where it is the answer.
 */
export function freeTime(
  wanted: WantedTime,
  { court, blackouts }: NoPosting,
  take: { find(at: number): number; take(at: number): void },
): FreeTime {
  const { quiet, zone, eventAt } = wanted;
  let at = wanted.at;
  for (;;) {
    const until = quiet === null ? null : quietUntil(at, quiet, zone);
    if (until !== null) {
      const crosses = wanted.at < eventAt && until >= eventAt;
      if (crosses || dateIn(court, until) !== dateIn(court, wanted.at))
        return { kind: 'none', obstacle: { kind: 'quiet-hours', until } };
      at = until;
    }
    const free = take.find(at);
    if (free === at || quiet === null || quietUntil(free, quiet, zone) === null) {
      at = free;
      break;
    }
    at = free;
  }
  const obstacle = blackoutAt(at, { court, blackouts });
  if (obstacle !== null) return { kind: 'none', obstacle };
  take.take(at);
  return { kind: 'free', at };
}

/** The blackout date that an instant (epoch milliseconds) falls on, or null. */
export function blackoutAt(
  at: number,
  { court, blackouts }: NoPosting,
): Extract<Obstacle, { kind: 'blackout' }> | null {
  if (blackouts.size === 0) return null;
  const date = dateIn(court, at);
  const reason = blackouts.get(date);
  return reason === undefined ? null : { kind: 'blackout', date, reason };
}
