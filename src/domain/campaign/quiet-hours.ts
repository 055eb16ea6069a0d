import { Temporal } from 'temporal-polyfill';

/** Times of day between which an organization does not post, on its own clock: `22:00` to `07:00` is a night. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/**
 * When the quiet hours that an instant falls into end, both in epoch milliseconds; null where it falls into none.
 * `zone` is the organization's IANA zone. They begin with the minute of `from` and end with that of `to`, as the clock
 * on the wall shows them: where daylight saving skips their end, they end as the clocks jump past it, and an hour that
 * comes twice is quiet twice.
 */
export function quietUntil(at: number, { from, to }: QuietHours, zone: string): number | null {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const [time, begins, ends] = [
    local.toPlainTime(),
    Temporal.PlainTime.from(from),
    Temporal.PlainTime.from(to),
  ];
  const isAfter = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
    Temporal.PlainTime.compare(one, other) >= 0;
  const overnight = isAfter(begins, ends);
  const quiet = overnight
    ? isAfter(time, begins) || !isAfter(time, ends)
    : isAfter(time, begins) && !isAfter(time, ends);
  if (!quiet) return null;
  const day = local.toPlainDate().add({ days: overnight && isAfter(time, begins) ? 1 : 0 });
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: ends });
  if (!end.toPlainTime().equals(ends)) {
    return end.getTimeZoneTransition('previous')?.epochMilliseconds ?? end.epochMilliseconds;
  }
  if (end.epochMilliseconds > at) return end.epochMilliseconds;
  return day.toPlainDateTime(ends).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

/** The calendar day of an instant (epoch milliseconds) in a zone, e.g. `2026-11-03`. */
export function dateIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
