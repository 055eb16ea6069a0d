/** What a clock on the wall shows, read through Intl and not through the library under test. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();
export function wall(at: number, zone: string): number {
  const clock =
    wallClocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  wallClocks.set(zone, clock);
  const parts = new Map(clock.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Every instant at which the wall shows that time, the earliest first; none when daylight saving skips it. */
export function instantsShowing(shown: number, zone: string): number[] {
  const offsets = new Set<number>();
  for (let hours = -36; hours <= 36; hours += 1) {
    const near = shown + hours * 3_600_000;
    offsets.add(wall(near, zone) - near);
  }
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((at) => wall(at, zone) === shown)
    .sort((a, b) => a - b);
}
