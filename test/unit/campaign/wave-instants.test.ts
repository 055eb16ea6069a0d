import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { accountDelayMs, offsetLabel, roomForWave, waveInstant } from '../../../src/domain/campaign/index.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const DAY_MS = 86_400_000;

/** What a clock on the wall shows, read through Intl and not through the library under test. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();
function wall(at: number, zone: string): number {
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
function instantsShowing(shown: number, zone: string): number[] {
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

const twoDigits = (n: number) => String(n).padStart(2, '0');
const hearings = fc.record({
  startsAt: fc
    .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2045, 0, 1) })
    .map((at) => at - (at % 60_000)),
  zone: fc.constantFrom(...ZONES),
});
const offsets = fc.record({
  kind: fc.constant('days' as const),
  days: fc.integer({ min: -400, max: 400 }),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
});

describe('a wave counted in days', () => {
  it('leaves on that calendar day at that wall time, across daylight saving, in every zone', () => {
    fc.assert(
      fc.property(hearings, offsets, (hearing, { kind, days, minuteOfDay }) => {
        const time = `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
        const at = waveInstant({ kind, days, time }, hearing);
        const hearingDay = Math.floor(wall(hearing.startsAt, hearing.zone) / DAY_MS) * DAY_MS;
        const wanted = hearingDay + days * DAY_MS + minuteOfDay * 60_000;
        const showing = instantsShowing(wanted, hearing.zone);
        if (showing.length > 0) {
          expect(at).toBe(showing[0]);
        } else {
          // Skipped: it moves forward by the gap, so the wall shows a later time and the offset of before holds.
          const beforeGap = wanted - (wall(at - 2 * DAY_MS, hearing.zone) - (at - 2 * DAY_MS));
          expect(wall(at, hearing.zone)).toBeGreaterThan(wanted);
          expect(at).toBe(beforeGap);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ['the first of a time that comes twice', '2026-11-03T15:00:00Z', -2, '01:30', '2026-11-01T05:30:00Z'],
    ['after the gap where the time is skipped', '2026-03-10T14:00:00Z', -2, '02:30', '2026-03-08T07:30:00Z'],
    [
      'ten in the morning before and after the change',
      '2026-03-10T14:00:00Z',
      -3,
      '10:00',
      '2026-03-07T15:00:00Z',
    ],
    ['the hearing’s own day, late in UTC', '2026-03-11T01:00:00Z', 0, '08:00', '2026-03-10T12:00:00Z'],
    ['29 February', '2028-03-01T15:00:00Z', -1, '10:00', '2028-02-29T15:00:00Z'],
  ])('means %s in New York', (_, startsAt, days, time, expected) => {
    const hearing = { startsAt: Date.parse(startsAt), zone: 'America/New_York' };
    expect(new Date(waveInstant({ kind: 'days', days, time }, hearing)).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });

  it('means the calendar of the court where a whole day was skipped', () => {
    const hearing = { startsAt: Date.parse('2012-01-02T20:00:00Z'), zone: 'Pacific/Apia' };
    expect(waveInstant({ kind: 'days', days: -3, time: '09:00' }, hearing)).toBe(
      Date.parse('2011-12-30T19:00:00Z'),
    );
  });
});

describe('a wave counted in minutes', () => {
  it('is elapsed time from the hearing, whatever the clocks do', () => {
    fc.assert(
      fc.property(hearings, fc.integer({ min: -600_000, max: 600_000 }), (hearing, minutes) => {
        expect(waveInstant({ kind: 'minutes', minutes }, hearing) - hearing.startsAt).toBe(minutes * 60_000);
      }),
    );
  });
});

describe('the label of an offset', () => {
  it('differs for different offsets, so that an approval covers one place only', () => {
    const offset = fc.oneof(
      fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: -5000, max: 5000 }) }),
      fc.record({
        kind: fc.constant('days' as const),
        days: fc.integer({ min: -50, max: 50 }),
        time: fc.constantFrom('08:00', '10:00'),
      }),
    );
    fc.assert(
      fc.property(offset, offset, (one, other) => {
        expect(offsetLabel(one) === offsetLabel(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('reads well', () => {
    expect(offsetLabel({ kind: 'days', days: -14, time: '10:00' })).toBe('14 days before, 10:00');
    expect(offsetLabel({ kind: 'days', days: 1, time: '09:00' })).toBe('1 day after, 09:00');
    expect(offsetLabel({ kind: 'minutes', minutes: -90 })).toBe('90 minutes before the hearing');
  });
});

describe('the accounts of a wave', () => {
  it('keep their order and stay within the spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 3_600_000 }),
        (accounts, spreadMs) => {
          const delays = Array.from({ length: accounts }, (_, n) => accountDelayMs(n, accounts, spreadMs));
          expect(delays).toEqual([...delays].sort((a, b) => a - b));
          expect(delays[0]).toBe(0);
          expect(delays.at(-1)).toBeLessThanOrEqual(spreadMs);
        },
      ),
    );
  });
});

describe('room for a wave', () => {
  const startsAt = Date.parse('2026-03-10T14:00:00Z');
  const hearing = { startsAt, zone: 'America/New_York' };
  const before = { kind: 'days', days: -1, time: '10:00' } as const;
  const sameDayAfter = { kind: 'days', days: 0, time: '17:00' } as const;

  it('ends with the hearing', () => {
    expect(roomForWave(before, { ...hearing, status: 'decided' })).toBe('hearing-ended');
    expect(roomForWave(sameDayAfter, { ...hearing, startsAt: null, status: 'cancelled' })).toBe(
      'hearing-ended',
    );
  });

  it('is only after a hearing that was argued', () => {
    expect(roomForWave(before, { ...hearing, status: 'argued' })).toBe('before-argued-hearing');
    expect(roomForWave(sameDayAfter, { ...hearing, status: 'argued' })).toBe('room');
  });

  it('is there before a hearing, with and without a date', () => {
    expect(roomForWave(before, { ...hearing, status: 'moved' })).toBe('room');
    expect(roomForWave(before, { ...hearing, startsAt: null, status: 'unannounced' })).toBe('room');
  });
});
