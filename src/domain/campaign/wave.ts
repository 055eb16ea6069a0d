import { Temporal } from 'temporal-polyfill';
import type { PlanEvent } from './event.js';

/** Whose clock shows a wave's time of day: the court's, or that of each partner. */
export const WAVE_CLOCKS = ['court', 'partner'] as const;
export type WaveClock = (typeof WAVE_CLOCKS)[number];

/**
 * When a wave leaves, relative to its event; the hearing where none is named. Days are calendar days from the
 * event's date at the court, at a time of day on the court's clock, or on the partner's; minutes are elapsed
 * time. Negative is before, positive after the event.
 */
export type WaveOffset = { readonly event?: PlanEvent | undefined } & (
  | {
      readonly kind: 'days';
      readonly days: number;
      readonly time: string;
      readonly clock?: WaveClock | undefined;
    }
  | { readonly kind: 'minutes'; readonly minutes: number }
);

/** The event that an offset counts from. */
export function eventOf({ event }: WaveOffset): PlanEvent {
  return event ?? 'hearing';
}

/** An event that has an instant (epoch milliseconds), and the court's IANA zone, in which its date is told. */
export interface PlanMoment {
  readonly at: number;
  readonly zone: string;
}

/**
 * The instant of a wave, in epoch milliseconds. A partner without a zone of its own goes by the court's.
 *
 * A wall-clock time that daylight saving skips moves forward by the gap, and one that happens twice means the
 * first (Temporal's "compatible" rule, RFC 5545 §3.3.5 says the same).
 */
export function waveInstant(
  offset: WaveOffset,
  { at, zone }: PlanMoment,
  partnerZone: string | null = null,
): number {
  if (offset.kind === 'minutes') return at + offset.minutes * 60_000;
  const timeZone = offset.clock === 'partner' ? (partnerZone ?? zone) : zone;
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: offset.days })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(offset.time) }).epochMilliseconds;
}
