import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dateIn, quietUntil } from '../../../src/domain/campaign/index.js';
import { wall } from './wall-clock.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const MINUTE_MS = 60_000;
const NEW_YORK = 'America/New_York';
const night = { from: '22:00', to: '07:00' };

const twoDigits = (n: number) => String(n).padStart(2, '0');
const minutes = fc.integer({ min: 0, max: 1_439 });
const timeOf = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
const instants = fc
  .integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2044, 0, 1) })
  .map((at) => at - (at % 1_000));

/** The minute of the day that the wall shows, told by Intl and not by the library under test. */
const minuteOfDay = (at: number, zone: string) =>
  Math.floor((((wall(at, zone) % 86_400_000) + 86_400_000) % 86_400_000) / MINUTE_MS);
const isQuiet = (minute: number, from: number, to: number) =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

describe('quiet hours', () => {
  it.each([
    ['2026-03-10T21:59:59-04:00', null],
    ['2026-03-10T22:00:00-04:00', '2026-03-11T11:00:00.000Z'],
    ['2026-03-11T06:59:59-04:00', '2026-03-11T11:00:00.000Z'],
    ['2026-03-11T07:00:00-04:00', null],
  ])('at %s end at %s', (at, until) => {
    const ends = quietUntil(Date.parse(at), night, NEW_YORK);
    expect(ends === null ? null : new Date(ends).toISOString()).toBe(until);
  });

  it.each([
    ['a night that is an hour shorter', '2026-03-07T23:00:00-05:00', night, '2026-03-08T11:00:00.000Z'],
    ['a night that is an hour longer', '2026-10-31T23:00:00-04:00', night, '2026-11-01T12:00:00.000Z'],
    [
      'the jump, where their end is skipped',
      '2026-03-08T01:00:00-05:00',
      { from: '00:00', to: '02:30' },
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'the first of two ends',
      '2026-11-01T00:30:00-04:00',
      { from: '00:00', to: '01:30' },
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'the second of two ends, in the hour that comes again',
      '2026-11-01T01:10:00-05:00',
      { from: '00:00', to: '01:30' },
      '2026-11-01T06:30:00.000Z',
    ],
  ])('end with %s', (_, at, hours, until) => {
    expect(new Date(quietUntil(Date.parse(at), hours, NEW_YORK) ?? 0).toISOString()).toBe(until);
  });

  it('hold exactly while the clock on the wall shows them, in every zone, across daylight saving', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, fc.constantFrom(...ZONES), (at, from, to, zone) => {
        fc.pre(from !== to);
        const until = quietUntil(at, { from: timeOf(from), to: timeOf(to) }, zone);
        expect(until !== null).toBe(isQuiet(minuteOfDay(at, zone), from, to));
      }),
      { numRuns: 2_000 },
    );
  });

  it('end later than they are asked about, when they are over, with the minute of their end or the jump past it', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, fc.constantFrom(...ZONES), (at, from, to, zone) => {
        fc.pre(from !== to);
        const until = quietUntil(at, { from: timeOf(from), to: timeOf(to) }, zone);
        if (until === null) return;
        expect(until).toBeGreaterThan(at);
        expect(until - at).toBeLessThanOrEqual(50 * 3_600_000);
        expect(isQuiet(minuteOfDay(until, zone), from, to)).toBe(false);
        const before = minuteOfDay(until - MINUTE_MS, zone);
        const jumped = (minuteOfDay(until, zone) - before + 1_440) % 1_440 !== 1;
        expect(minuteOfDay(until, zone) === to || jumped).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the date of an instant', () => {
  it('is that of the zone', () => {
    expect(dateIn(NEW_YORK, Date.parse('2026-03-11T03:59:59Z'))).toBe('2026-03-10');
    expect(dateIn(NEW_YORK, Date.parse('2026-03-11T04:00:00Z'))).toBe('2026-03-11');
  });
});
