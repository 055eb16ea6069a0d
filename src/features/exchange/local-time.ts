import { Temporal } from 'temporal-polyfill';

/** An instant (epoch milliseconds) as a clock in that IANA zone shows it. */
export function clockAt(at: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** Such as `2026-03-17 12:00:00`, which spreadsheet programs take for a time. */
export function localTime(at: number, zone: string): string {
  return clockAt(at, zone).toString({ smallestUnit: 'second' }).replace('T', ' ');
}
