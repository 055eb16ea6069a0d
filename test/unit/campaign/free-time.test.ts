import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  blackoutAt,
  dateIn,
  freeTime,
  type NoPosting,
  quietUntil,
  type Seat,
  type SeatedWave,
  seatWave,
} from '../../../src/domain/campaign/index.js';

const court = 'America/New_York';
const ZONES = Intl.supportedValuesOf('timeZone');
const none: NoPosting = { court, blackouts: new Map() };
const anySecond = { find: (at: number) => at, take: () => undefined };
const hearingAt = Date.parse('2026-03-10T14:00:00Z');
const at = (text: string) => Date.parse(text);
const night = { from: '21:00', to: '08:00' };

const wanted = (instant: string, quiet: typeof night | null = night) => ({
  at: at(instant),
  eventAt: hearingAt,
  quiet,
  zone: court,
});

describe('a time that is wanted', () => {
  it('is free outside quiet hours, and moves to their end within the day', () => {
    expect(freeTime(wanted('2026-03-09T10:00:00-04:00'), none, anySecond)).toEqual({
      kind: 'free',
      at: at('2026-03-09T10:00:00-04:00'),
    });
    expect(freeTime(wanted('2026-03-09T06:30:00-04:00'), none, anySecond)).toEqual({
      kind: 'free',
      at: at('2026-03-09T08:00:00-04:00'),
    });
  });

  it('is none where quiet hours end on another day at the court', () => {
    expect(freeTime(wanted('2026-03-08T22:30:00-04:00'), none, anySecond)).toEqual({
      kind: 'none',
      obstacle: { kind: 'quiet-hours', until: at('2026-03-09T08:00:00-04:00') },
    });
  });

  it('never moves across its event: what is for before does not appear after', () => {
    const late = { ...wanted('2026-03-10T09:30:00-04:00'), quiet: { from: '20:00', to: '10:30' } };
    expect(freeTime(late, none, anySecond)).toMatchObject({
      kind: 'none',
      obstacle: { kind: 'quiet-hours' },
    });
    const after = { ...late, at: hearingAt + 60_000, quiet: { from: '20:00', to: '10:30' } };
    expect(freeTime(after, none, anySecond)).toEqual({ kind: 'free', at: at('2026-03-10T10:30:00-04:00') });
  });

  it('is none on a blackout date at the court, whatever day it is for the partner', () => {
    const noPosting = { court, blackouts: new Map([['2026-03-09', 'a day of mourning']]) };
    const tokyo = { ...wanted('2026-03-09T23:00:00-04:00', null), zone: 'Asia/Tokyo' };
    expect(freeTime(tokyo, noPosting, anySecond)).toEqual({
      kind: 'none',
      obstacle: { kind: 'blackout', date: '2026-03-09', reason: 'a day of mourning' },
    });
    expect(blackoutAt(at('2026-03-10T00:00:00-04:00'), noPosting)).toBeNull();
  });
});

describe('a wave among quiet hours and blackout dates', () => {
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`);
  const quiet = fc.option(
    fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
    { nil: null },
  );
  const seats = fc
    .array(fc.record({ zone: fc.option(fc.constantFrom(...ZONES), { nil: null }), quiet }), {
      minLength: 1,
      maxLength: 20,
    })
    .map((all) => all.map((seat, n): Seat => ({ ...seat, accountId: `${n}`, network: 'bluesky' })));
  const waves = fc
    .record({
      days: fc.integer({ min: -3, max: 2 }),
      time,
      clock: fc.constantFrom('court' as const, 'partner' as const),
      eventAt: fc.integer({ min: 1_100_000_000, max: 2_300_000_000 }).map((second) => second * 1_000),
      spreadMs: fc.constantFrom(0, 60_000, 7_200_000),
    })
    .map(({ eventAt, spreadMs, ...offset }): SeatedWave & { eventAt: number } => ({
      timing: { kind: 'days', ...offset },
      fate: { kind: 'leaves', eventAt },
      eventAt,
      spreadMs,
      together: false,
    }));

  it('places nobody in quiet hours, on a blackout date, on another day, across the event or in a taken second', () => {
    fc.assert(
      fc.property(waves, seats, fc.boolean(), (wave, all, black) => {
        const free = seatWave(
          wave,
          all.map((seat) => ({ ...seat, quiet: null })),
          new Map(),
          none,
        );
        const first = free.get('0')?.plannedAt ?? 0;
        const blackouts = new Map(black ? [[dateIn(court, first), 'a holiday']] : []);
        const seatings = seatWave(wave, all, new Map(), { court, blackouts });
        const seconds = new Set<number>();
        for (const { accountId, quiet: hours, zone } of all) {
          const { plannedAt, obstacle, shifted, delayMs } = seatings.get(accountId) ?? {};
          if (plannedAt === undefined || plannedAt === null) {
            expect(obstacle).not.toBeNull();
            continue;
          }
          expect(obstacle).toBeNull();
          expect(hours === null ? null : quietUntil(plannedAt, hours, zone ?? court)).toBeNull();
          expect(blackoutAt(plannedAt, { court, blackouts })).toBeNull();
          expect(seconds.has(Math.floor(plannedAt / 1_000))).toBe(false);
          seconds.add(Math.floor(plannedAt / 1_000));
          expect(delayMs).toBe(free.get(accountId)?.delayMs);
          if (shifted !== true) continue;
          const post = { delayMs: delayMs ?? 0, plannedAt: null, stays: false };
          const alone = { accountId, zone, quiet: null, network: 'bluesky' };
          const wantedAt =
            seatWave(wave, [alone], new Map([[accountId, post]]), none).get(accountId)?.plannedAt ?? 0;
          expect(plannedAt).toBeGreaterThan(wantedAt);
          // Those who come to one end of quiet hours follow one another by seconds.
          expect(wantedAt < wave.eventAt && plannedAt >= wave.eventAt + 20_000).toBe(false);
        }
      }),
      { numRuns: 700 },
    );
  });
});
