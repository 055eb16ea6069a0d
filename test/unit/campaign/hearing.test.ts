import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  courtTimeText,
  decideHearing,
  HEARING_MOVES,
  HEARING_STATUSES,
  type HearingNews,
  readCourtTime,
  type ReportedHearing,
} from '../../../src/domain/campaign/index.js';

const now = Date.parse('2026-03-01T15:00:00Z');
const startsAt = Date.parse('2026-03-10T14:00:00Z');
const zone = 'America/New_York';
const set: ReportedHearing = { status: 'set', startsAt, zone, arguedAt: null, decidedAt: null };
const news: HearingNews = { kind: 'dated', startsAt, zone };

describe('a court’s local time', () => {
  it('is the instant which the court’s clock shows', () => {
    expect(readCourtTime({ date: '2026-03-10', time: '10:00', zone })).toEqual({
      kind: 'read',
      at: startsAt,
      zone,
    });
    expect(courtTimeText(startsAt, zone)).toBe('2026-03-10T10:00:00-04:00');
  });

  it('spells the zone as IANA does', () => {
    expect(readCourtTime({ date: '2026-03-10', time: '10:00', zone: 'america/new_york' })).toMatchObject({
      zone,
    });
  });

  it('means the first of a time that comes twice', () => {
    expect(readCourtTime({ date: '2026-11-01', time: '01:30', zone })).toMatchObject({
      at: Date.parse('2026-11-01T05:30:00Z'),
    });
  });

  it.each([
    ['2026-03-10', '10:00', 'Mars/Olympus', 'unknown-zone'],
    ['2026-03-10', '10:00', '+05:00', 'unknown-zone'],
    ['2026-03-10', '10:00', '', 'unknown-zone'],
    ['2026-02-30', '10:00', zone, 'no-such-date'],
    ['2027-02-29', '10:00', zone, 'no-such-date'],
    ['2026-03-10', '25:00', zone, 'no-such-time'],
    ['2026-03-08', '02:30', zone, 'skipped-time'],
    ['2011-12-30', '10:00', 'Pacific/Apia', 'skipped-time'],
  ])('%s %s in %j is refused: %4$s', (date, time, inZone, because) => {
    expect(readCourtTime({ date, time, zone: inZone })).toEqual({ kind: 'refuse', because });
  });

  it('shows again what was read, in every zone, or is refused as skipped', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        (moment, anyZone) => {
          const [date = '', time = ''] = moment.toISOString().slice(0, 16).split('T');
          const reading = readCourtTime({ date, time, zone: anyZone });
          if (reading.kind === 'read') {
            expect(courtTimeText(reading.at, reading.zone).slice(0, 16)).toBe(`${date}T${time}`);
          } else {
            expect(reading.because).toBe('skipped-time');
          }
        },
      ),
    );
  });
});

describe('news of a hearing', () => {
  it('sets its first date, and moves it afterwards', () => {
    const unannounced: ReportedHearing = { ...set, status: 'unannounced', startsAt: null };
    expect(decideHearing(unannounced, news, now)).toEqual({ kind: 'changed', hearing: set });
    const later: HearingNews = { kind: 'dated', startsAt: startsAt + 1, zone };
    expect(decideHearing(set, later, now)).toMatchObject({
      hearing: { status: 'moved', startsAt: startsAt + 1 },
    });
  });

  it('changes nothing when it is no news, even of a date gone by', () => {
    expect(decideHearing(set, news, now)).toEqual({ kind: 'unchanged' });
    expect(decideHearing(set, news, startsAt + 1)).toEqual({ kind: 'unchanged' });
    for (const status of ['unannounced', 'argued', 'decided', 'cancelled'] as const) {
      expect(decideHearing({ ...set, status }, { kind: status }, now)).toEqual({ kind: 'unchanged' });
    }
  });

  it('counts another zone as another date, though the instant is the same', () => {
    const elsewhere: HearingNews = { ...news, zone: 'America/Toronto' };
    expect(decideHearing(set, elsewhere, now)).toMatchObject({ hearing: { status: 'moved' } });
  });

  it('is refused for a date in the past or beyond ten years', () => {
    const refusal = (at: number) => decideHearing(set, { ...news, startsAt: at }, now);
    expect(refusal(now)).toEqual({ kind: 'refuse', because: 'in-the-past' });
    expect(refusal(now + 1)).toMatchObject({ kind: 'changed' });
    expect(refusal(Date.parse('2062-03-10T14:00:00Z'))).toEqual({ kind: 'refuse', because: 'too-far-ahead' });
  });

  it('calls nothing argued before its date', () => {
    const tooEarly = { kind: 'refuse', because: 'not-held-yet' };
    expect(decideHearing(set, { kind: 'argued' }, startsAt - 1)).toEqual(tooEarly);
    expect(decideHearing(set, { kind: 'argued', at: startsAt - 1 }, startsAt + 1)).toEqual(tooEarly);
    expect(decideHearing(set, { kind: 'argued' }, startsAt)).toEqual({
      kind: 'changed',
      hearing: { status: 'argued', startsAt, zone, arguedAt: startsAt, decidedAt: null },
    });
  });

  it('says when the argument ended and the decision came, to the second and not in the future', () => {
    const later = startsAt + 7_200_000;
    expect(decideHearing(set, { kind: 'argued' }, startsAt + 4_999)).toMatchObject({
      hearing: { arguedAt: startsAt + 4_000 },
    });
    const argued: ReportedHearing = { ...set, status: 'argued', arguedAt: startsAt + 4_000 };
    expect(decideHearing(argued, { kind: 'decided', at: later }, later + 1)).toMatchObject({
      hearing: { arguedAt: startsAt + 4_000, decidedAt: later },
    });
    expect(decideHearing(argued, { kind: 'decided', at: later }, later - 1)).toEqual({
      kind: 'refuse',
      because: 'in-the-future',
    });
    expect(decideHearing(argued, { kind: 'decided', at: startsAt }, later)).toEqual({
      kind: 'refuse',
      because: 'not-yet-argued-then',
    });
  });

  it('gives the end of the argument another instant, where one is told', () => {
    const argued: ReportedHearing = { ...set, status: 'argued', arguedAt: startsAt + 4_000 };
    const now = startsAt + 60_000;
    expect(decideHearing(argued, { kind: 'argued' }, now)).toEqual({ kind: 'unchanged' });
    expect(decideHearing(argued, { kind: 'argued', at: startsAt + 4_000 }, now)).toEqual({
      kind: 'unchanged',
    });
    expect(decideHearing(argued, { kind: 'argued', at: startsAt + 9_000 }, now)).toMatchObject({
      hearing: { status: 'argued', arguedAt: startsAt + 9_000 },
    });
    const decided: ReportedHearing = { ...argued, status: 'decided', decidedAt: now };
    expect(decideHearing(decided, { kind: 'argued', at: startsAt + 9_000 }, now)).toEqual({
      kind: 'refuse',
      because: 'not-from-here',
    });
  });

  it('keeps the date of a hearing that was held, and forgets one that will not be', () => {
    expect(decideHearing(set, { kind: 'cancelled' }, now)).toMatchObject({ hearing: { startsAt: null } });
    expect(decideHearing(set, { kind: 'unannounced' }, now)).toMatchObject({ hearing: { startsAt: null } });
    expect(decideHearing({ ...set, status: 'argued' }, { kind: 'decided' }, now + 1e10)).toMatchObject({
      hearing: { startsAt, status: 'decided' },
    });
  });

  it('follows the table of moves and no other way', () => {
    for (const status of HEARING_STATUSES) {
      const current: ReportedHearing = { ...set, status };
      for (const kind of ['unannounced', 'argued', 'decided', 'cancelled'] as const) {
        const allowed = kind === status || HEARING_MOVES[status].includes(kind);
        expect(decideHearing(current, { kind }, startsAt).kind !== 'refuse').toBe(allowed);
      }
      const dated = decideHearing(current, { ...news, startsAt: startsAt + 1 }, now);
      expect(dated.kind === 'changed').toBe(
        HEARING_MOVES[status].some((next) => next === 'set' || next === 'moved'),
      );
    }
  });
});
