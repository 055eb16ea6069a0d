import { Temporal } from 'temporal-polyfill';

/** A time as a court announces it: `2026-11-03`, `10:00`, and the IANA name of the court's time zone. */
export interface CourtTime {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

export type CourtTimeReading =
  | { readonly kind: 'read'; readonly at: number; readonly zone: string }
  | { readonly kind: 'refuse'; readonly because: CourtTimeFault };

export type CourtTimeFault = 'unknown-zone' | 'no-such-date' | 'no-such-time' | 'skipped-time';

/** Names as the IANA database writes them; offsets such as `+05:00` know no daylight saving, so they are none. */
const ZONE_NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;

/**
 * The zone's name as IANA spells it, or null where there is none such. Older names of a zone stay as they are
 * given: they are the same zone.
 */
export function zoneName(name: string): string | null {
  if (!ZONE_NAME.test(name)) return null;
  return whereValid(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId);
}

/**
 * The instant (epoch milliseconds) of a court's local time. A court announces the time itself, so one that
 * daylight saving skips that day is refused as a slip, and not moved as a wave's would be; of one that comes
 * twice, the first is meant.
 */
export function readCourtTime(local: CourtTime): CourtTimeReading {
  const zone = zoneName(local.zone);
  if (zone === null) return { kind: 'refuse', because: 'unknown-zone' };
  const date = whereValid(() => Temporal.PlainDate.from(local.date, { overflow: 'reject' }));
  if (date === null) return { kind: 'refuse', because: 'no-such-date' };
  const time = whereValid(() => Temporal.PlainTime.from(local.time, { overflow: 'reject' }));
  if (time === null) return { kind: 'refuse', because: 'no-such-time' };
  const instant = date.toZonedDateTime({ timeZone: zone, plainTime: time });
  if (!instant.toPlainTime().equals(time) || !instant.toPlainDate().equals(date)) {
    return { kind: 'refuse', because: 'skipped-time' };
  }
  return { kind: 'read', at: instant.epochMilliseconds, zone };
}

/** An instant as the court's clock shows it, e.g. `2026-11-03T10:00:00-05:00`. */
export function courtTimeText(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

/** Temporal refuses with a RangeError what does not exist in the calendar or in the IANA database. */
function whereValid<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
