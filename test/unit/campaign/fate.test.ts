import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  eventOf,
  HEARING_STATUSES,
  isSamePerson,
  OUTCOMES,
  PLAN_EVENTS,
  type PlanCalendar,
  plannedInstant,
  roomForWave,
  type WaveOffset,
  waveFate,
  waveLabel,
} from '../../../src/domain/campaign/index.js';

const startsAt = Date.parse('2026-03-10T14:00:00Z');
const nothingKnown: PlanCalendar = {
  status: 'unannounced',
  startsAt: null,
  zone: 'America/New_York',
  launchAt: null,
  arguedAt: null,
  decidedAt: null,
};
const set: PlanCalendar = { ...nothingKnown, status: 'set', startsAt };
const argued: PlanCalendar = { ...set, status: 'argued', arguedAt: startsAt + 3_600_000 };
const decided: PlanCalendar = { ...argued, status: 'decided', decidedAt: startsAt + 9e9 };
const cancelled: PlanCalendar = { ...nothingKnown, status: 'cancelled', launchAt: startsAt - 9e9 };
const eve: WaveOffset = { kind: 'days', days: -1, time: '10:00' };
const evening: WaveOffset = { kind: 'days', days: 0, time: '17:00' };
const after = (event: 'launch' | 'argued' | 'decided'): WaveOffset => ({
  event,
  kind: 'minutes',
  minutes: 30,
});

describe('what becomes of a wave', () => {
  it('is to wait until its event is known, and then to leave', () => {
    const known = { hearing: set, launch: { ...nothingKnown, launchAt: 7 }, argued, decided };
    for (const event of PLAN_EVENTS) {
      const timing: WaveOffset = { event, kind: 'minutes', minutes: 30 };
      expect(waveFate({ timing }, nothingKnown)).toEqual({ kind: 'waits', waitsFor: event });
      expect(waveFate({ timing }, known[event])).toMatchObject({ kind: 'leaves' });
    }
    expect(waveFate({ timing: after('argued') }, set)).toEqual({ kind: 'waits', waitsFor: 'argued' });
    expect(waveFate({ timing: after('decided') }, argued)).toEqual({ kind: 'waits', waitsFor: 'decided' });
  });

  it('is to be dropped with a cancelled hearing, unless it counts from the launch', () => {
    for (const timing of [eve, after('argued'), after('decided')]) {
      expect(waveFate({ timing }, cancelled)).toEqual({ kind: 'dropped', because: 'hearing-cancelled' });
    }
    expect(waveFate({ timing: after('launch') }, cancelled)).toEqual({
      kind: 'leaves',
      eventAt: startsAt - 9e9,
    });
  });

  it('has an instant exactly where it leaves, the same number of minutes after its event', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: null });
    const calendar = fc.record({
      status: fc.constantFrom(...HEARING_STATUSES),
      zone: fc.constant('America/New_York'),
      startsAt: instant,
      launchAt: instant,
      arguedAt: instant,
      decidedAt: instant,
    });
    fc.assert(
      fc.property(calendar, fc.constantFrom(...PLAN_EVENTS), (anyCalendar, event) => {
        const timing: WaveOffset = { event, kind: 'minutes', minutes: 30 };
        const fate = waveFate({ timing }, anyCalendar);
        const at = plannedInstant({ timing, fate }, { court: anyCalendar.zone, partner: null });
        expect(at).toBe(fate.kind === 'leaves' ? fate.eventAt + 1_800_000 : null);
      }),
    );
  });
});

describe('a wave that is written for one outcome', () => {
  const pack = { timing: after('decided'), outcome: 'won' } as const;

  it('waits for two people, however long the case has been decided', () => {
    expect(waveFate(pack, argued)).toEqual({ kind: 'waits', waitsFor: 'decided' });
    expect(waveFate(pack, decided)).toEqual({ kind: 'waits', waitsFor: 'decided' });
  });

  it('leaves with that outcome, and is dropped by every other', () => {
    for (const outcome of OUTCOMES) {
      const fate = waveFate(pack, { ...decided, outcome });
      expect(fate).toEqual(
        outcome === 'won'
          ? { kind: 'leaves', eventAt: decided.decidedAt }
          : { kind: 'dropped', because: 'other-outcome', outcome },
      );
      expect(waveFate({ timing: after('decided') }, { ...decided, outcome }).kind).toBe('leaves');
    }
  });

  it('is approved for that outcome alone', () => {
    const labels = [null, ...OUTCOMES].map((outcome) => waveLabel({ timing: after('decided'), outcome }));
    expect(new Set(labels).size).toBe(4);
    expect(labels).toContain('30 minutes after the decision, if won');
    expect(waveLabel({ timing: eve })).toBe('1 day before, 10:00');
  });

  it('has room until the case is decided, on the decision alone', () => {
    expect(roomForWave(pack, argued)).toBe('room');
    expect(roomForWave(pack, decided)).toBe('decision-known');
    expect(roomForWave({ timing: eve, outcome: 'won' }, set)).toBe('outcome-of-no-decision');
    expect(roomForWave({ timing: after('launch'), outcome: 'won' }, set)).toBe('outcome-of-no-decision');
  });
});

describe('a second person', () => {
  it('is not the first in other letters', () => {
    for (const name of ['Ada Finch', 'ada finch', ' ADA  FINCH ', 'Ada\u00a0Finch', 'Ａda Finch']) {
      expect(isSamePerson('Ada Finch', name)).toBe(true);
    }
    expect(isSamePerson('Ada Finch', 'Ada Fink')).toBe(false);
  });
});

describe('room for a wave', () => {
  it('ends with the hearing for what counts from it', () => {
    expect(roomForWave({ timing: eve }, decided)).toBe('hearing-ended');
    expect(roomForWave({ timing: evening }, cancelled)).toBe('hearing-ended');
    expect(roomForWave({ timing: after('argued') }, cancelled)).toBe('hearing-ended');
  });

  it('is left after the argument and the decision, and for the launch always', () => {
    expect(roomForWave({ timing: after('argued') }, decided)).toBe('room');
    expect(roomForWave({ timing: after('decided') }, decided)).toBe('room');
    for (const calendar of [nothingKnown, set, argued, decided, cancelled]) {
      expect(
        roomForWave({ timing: { event: 'launch', kind: 'days', days: -3, time: '10:00' } }, calendar),
      ).toBe('room');
    }
  });

  it('is only after a hearing that was argued', () => {
    expect(roomForWave({ timing: eve }, argued)).toBe('before-argued-hearing');
    expect(roomForWave({ timing: evening }, argued)).toBe('room');
  });

  it('is there before a hearing, with and without a date', () => {
    expect(roomForWave({ timing: eve }, set)).toBe('room');
    expect(roomForWave({ timing: eve }, nothingKnown)).toBe('room');
  });

  it('is never before what nobody knows beforehand', () => {
    for (const event of ['argued', 'decided'] as const) {
      expect(roomForWave({ timing: { event, kind: 'minutes', minutes: -1 } }, set)).toBe('before-its-event');
      expect(roomForWave({ timing: { event, kind: 'days', days: -1, time: '10:00' } }, set)).toBe(
        'before-its-event',
      );
      expect(roomForWave({ timing: { event, kind: 'days', days: 0, time: '10:00' } }, set)).toBe('room');
    }
    expect(eventOf(eve)).toBe('hearing');
  });
});
