import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  eventOf,
  HEARING_STATUSES,
  PLAN_EVENTS,
  type PlanCalendar,
  plannedInstant,
  roomForWave,
  type WaveOffset,
  waveFate,
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

describe('room for a wave', () => {
  it('ends with the hearing for what counts from it', () => {
    expect(roomForWave(eve, decided)).toBe('hearing-ended');
    expect(roomForWave(evening, cancelled)).toBe('hearing-ended');
    expect(roomForWave(after('argued'), cancelled)).toBe('hearing-ended');
  });

  it('is left after the argument and the decision, and for the launch always', () => {
    expect(roomForWave(after('argued'), decided)).toBe('room');
    expect(roomForWave(after('decided'), decided)).toBe('room');
    for (const calendar of [nothingKnown, set, argued, decided, cancelled]) {
      expect(roomForWave({ event: 'launch', kind: 'days', days: -3, time: '10:00' }, calendar)).toBe('room');
    }
  });

  it('is only after a hearing that was argued', () => {
    expect(roomForWave(eve, argued)).toBe('before-argued-hearing');
    expect(roomForWave(evening, argued)).toBe('room');
  });

  it('is there before a hearing, with and without a date', () => {
    expect(roomForWave(eve, set)).toBe('room');
    expect(roomForWave(eve, nothingKnown)).toBe('room');
  });

  it('is never before what nobody knows beforehand', () => {
    for (const event of ['argued', 'decided'] as const) {
      expect(roomForWave({ event, kind: 'minutes', minutes: -1 }, set)).toBe('before-its-event');
      expect(roomForWave({ event, kind: 'days', days: -1, time: '10:00' }, set)).toBe('before-its-event');
      expect(roomForWave({ event, kind: 'days', days: 0, time: '10:00' }, set)).toBe('room');
    }
    expect(eventOf(eve)).toBe('hearing');
  });
});
