import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { offsetLabel, PLAN_EVENTS, WAVE_CLOCKS, waveInstant } from '../../../src/domain/campaign/index.js';
import { instantsShowing, wall } from './wall-clock.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const DAY_MS = 86_400_000;

const twoDigits = (n: number) => String(n).padStart(2, '0');
const hearings = fc.record({
  at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2045, 0, 1) }).map((at) => at - (at % 60_000)),
  zone: fc.constantFrom(...ZONES),
});
const offsets = fc.record({
  kind: fc.constant('days' as const),
  days: fc.integer({ min: -400, max: 400 }),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
});

/** That day and minute as a clock in the zone shows them first; past the gap where daylight saving skips it. */
function expectShown(at: number, wanted: number, zone: string): void {
  const showing = instantsShowing(wanted, zone);
  if (showing.length > 0) {
    expect(at).toBe(showing[0]);
  } else {
    // Skipped: it moves forward by the gap, so the wall shows a later time and the offset of before holds.
    const beforeGap = wanted - (wall(at - 2 * DAY_MS, zone) - (at - 2 * DAY_MS));
    expect(wall(at, zone)).toBeGreaterThan(wanted);
    expect(at).toBe(beforeGap);
  }
}

const timeOf = (minuteOfDay: number) =>
  `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;

describe('a wave counted in days', () => {
  it('leaves on that calendar day at that wall time, across daylight saving, in every zone', () => {
    fc.assert(
      fc.property(hearings, offsets, (hearing, { kind, days, minuteOfDay }) => {
        const at = waveInstant({ kind, days, time: timeOf(minuteOfDay) }, hearing);
        const hearingDay = Math.floor(wall(hearing.at, hearing.zone) / DAY_MS) * DAY_MS;
        expectShown(at, hearingDay + days * DAY_MS + minuteOfDay * 60_000, hearing.zone);
      }),
      { numRuns: 1_500 },
    );
  });

  it('reads the partner’s clock on the court’s calendar day, across daylight saving in both zones', () => {
    fc.assert(
      fc.property(
        hearings,
        offsets,
        fc.constantFrom(...ZONES),
        (hearing, { kind, days, minuteOfDay }, zone) => {
          const offset = { kind, days, time: timeOf(minuteOfDay), clock: 'partner' } as const;
          const courtDay = Math.floor(wall(hearing.at, hearing.zone) / DAY_MS) * DAY_MS;
          const wanted = courtDay + days * DAY_MS + minuteOfDay * 60_000;
          expectShown(waveInstant(offset, hearing, zone), wanted, zone);
          expectShown(waveInstant(offset, hearing), wanted, hearing.zone);
          expect(waveInstant({ ...offset, clock: 'court' }, hearing, zone)).toBe(
            waveInstant(offset, hearing),
          );
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('leaves at ten in the morning everywhere on the partner’s clock, whoever changes the clocks first', () => {
    // On March 20 New York has changed its clocks already, and London has not.
    const hearing = { at: Date.parse('2026-04-01T14:00:00Z'), zone: 'America/New_York' };
    const offset = { kind: 'days', days: -12, time: '10:00', clock: 'partner' } as const;
    const instant = (zone: string) => new Date(waveInstant(offset, hearing, zone)).toISOString();
    expect(instant('America/New_York')).toBe('2026-03-20T14:00:00.000Z');
    expect(instant('America/Los_Angeles')).toBe('2026-03-20T17:00:00.000Z');
    expect(instant('Europe/London')).toBe('2026-03-20T10:00:00.000Z');
    expect(instant('Australia/Sydney')).toBe('2026-03-19T23:00:00.000Z');
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
    const hearing = { at: Date.parse(startsAt), zone: 'America/New_York' };
    expect(new Date(waveInstant({ kind: 'days', days, time }, hearing)).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });

  it('means the calendar of the court where a whole day was skipped', () => {
    const hearing = { at: Date.parse('2012-01-02T20:00:00Z'), zone: 'Pacific/Apia' };
    expect(waveInstant({ kind: 'days', days: -3, time: '09:00' }, hearing)).toBe(
      Date.parse('2011-12-30T19:00:00Z'),
    );
  });
});

describe('a wave counted in minutes', () => {
  it('is elapsed time from the hearing, whatever the clocks do', () => {
    fc.assert(
      fc.property(hearings, fc.integer({ min: -600_000, max: 600_000 }), (hearing, minutes) => {
        expect(waveInstant({ kind: 'minutes', minutes }, hearing) - hearing.at).toBe(minutes * 60_000);
      }),
    );
  });
});

describe('the label of an offset', () => {
  it('differs for different offsets, so that an approval covers one place only', () => {
    const event = fc.constantFrom(...PLAN_EVENTS);
    const offset = fc.oneof(
      fc.record({
        kind: fc.constant('minutes' as const),
        event,
        minutes: fc.integer({ min: -500, max: 500 }),
      }),
      fc.record({
        kind: fc.constant('days' as const),
        event,
        days: fc.integer({ min: -20, max: 20 }),
        time: fc.constantFrom('08:00', '10:00'),
        clock: fc.constantFrom(...WAVE_CLOCKS),
      }),
    );
    const zone = fc.constantFrom(undefined, 'America/New_York', 'Asia/Tokyo');
    fc.assert(
      fc.property(offset, zone, offset, zone, (one, oneZone, other, otherZone) => {
        const onPartnersClock = one.kind === 'days' && one.clock === 'partner';
        const same =
          JSON.stringify(one) === JSON.stringify(other) && (!onPartnersClock || oneZone === otherZone);
        expect(offsetLabel(one, oneZone) === offsetLabel(other, otherZone)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays as it was for waves of the hearing, since approvals were given to it', () => {
    expect(offsetLabel({ kind: 'days', days: -14, time: '10:00' })).toBe('14 days before, 10:00');
    expect(offsetLabel({ kind: 'days', days: 0, time: '08:00' })).toBe('hearing day, 08:00');
    expect(offsetLabel({ kind: 'days', days: 1, time: '09:00' })).toBe('1 day after, 09:00');
    expect(offsetLabel({ kind: 'minutes', minutes: 0 })).toBe('at the hearing');
    expect(offsetLabel({ kind: 'minutes', minutes: -90 })).toBe('90 minutes before the hearing');
    expect(offsetLabel({ event: 'hearing', kind: 'days', days: 1, time: '09:00', clock: 'court' })).toBe(
      '1 day after, 09:00',
    );
  });

  it.each([
    [{ event: 'launch', kind: 'days', days: -2, time: '10:00' }, '2 days before the launch, 10:00'],
    [{ event: 'launch', kind: 'days', days: 0, time: '10:00' }, 'launch day, 10:00'],
    [{ event: 'argued', kind: 'minutes', minutes: 0 }, 'at the end of the argument'],
    [{ event: 'argued', kind: 'minutes', minutes: 1 }, '1 minute after the argument'],
    [{ event: 'decided', kind: 'days', days: 1, time: '09:00' }, '1 day after the decision, 09:00'],
    [
      { kind: 'days', days: -3, time: '10:00', clock: 'partner' },
      '3 days before, 10:00 on each partner’s clock',
    ],
  ] as const)('reads well: %j', (offset, label) => expect(offsetLabel(offset)).toBe(label));

  it('names the zone of the partner whose clock it means', () => {
    expect(offsetLabel({ kind: 'days', days: -3, time: '10:00', clock: 'partner' }, 'Asia/Tokyo')).toBe(
      '3 days before, 10:00 Asia/Tokyo',
    );
  });
});
