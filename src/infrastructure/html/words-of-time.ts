/** Instants in words, as a clock in a zone shows them. Instants in epoch milliseconds, zones by their IANA names. */

/** Such as `Tuesday, March 24, 2026`. */
function dayInWords(at: number, zone: string): string {
  return format(at, zone, { dateStyle: 'full' });
}

/** Such as `Tue, Mar 24`. */
export function shortDay(at: number, zone: string): string {
  return format(at, zone, { weekday: 'short', month: 'short', day: 'numeric' });
}

/** Such as `10:00 AM`, with seconds only where there are some. */
export function hourInWords(at: number, zone: string): string {
  const seconds = at % 60_000 < 1_000 ? {} : { second: '2-digit' as const };
  return format(at, zone, { hour: 'numeric', minute: '2-digit', ...seconds });
}

/** Such as `EDT`, the zone's short name on that day. */
export function zoneShown(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Such as `Tuesday, March 24, 2026, at 10:00 AM EDT`. */
export function instantInWords(at: number, zone: string): string {
  return `${dayInWords(at, zone)}, at ${hourInWords(at, zone)} ${zoneShown(at, zone)}`;
}

/** Such as `Tuesday, March 24, 2026, 10:00 AM to 10:20 AM EDT`: from the first instant to the last. */
export function rangeInWords(first: number, last: number, zone: string): string {
  if (first === last) return instantInWords(first, zone);
  const ends = zoneShown(last, zone);
  if (dayInWords(first, zone) === dayInWords(last, zone)) {
    return `${dayInWords(first, zone)}, ${hourInWords(first, zone)} to ${hourInWords(last, zone)} ${ends}`;
  }
  return `${instantInWords(first, zone)} to ${instantInWords(last, zone)}`;
}

function format(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options })
    .format(at)
    .replaceAll('\u202F', ' ');
}
