import { Temporal } from 'temporal-polyfill';
import type { Hearing, ScheduledHearing } from './hearing.js';

/**
 * When a wave leaves, relative to the hearing. Days are calendar days in the court's zone, at a wall-clock
 * time; minutes are elapsed time. Negative is before, positive after the hearing.
 */
export type WaveOffset =
  | { readonly kind: 'days'; readonly days: number; readonly time: string }
  | { readonly kind: 'minutes'; readonly minutes: number };

/**
 * The instant of a wave, in epoch milliseconds.
 *
 * A wall-clock time that daylight saving skips moves forward by the gap, and one that happens twice means the
 * first (Temporal's "compatible" rule, RFC 5545 §3.3.5 says the same).
 */
export function waveInstant(offset: WaveOffset, hearing: ScheduledHearing): number {
  if (offset.kind === 'minutes') return hearing.startsAt + offset.minutes * 60_000;
  return Temporal.Instant.fromEpochMilliseconds(hearing.startsAt)
    .toZonedDateTimeISO(hearing.zone)
    .toPlainDate()
    .add({ days: offset.days })
    .toZonedDateTime({ timeZone: hearing.zone, plainTime: Temporal.PlainTime.from(offset.time) })
    .epochMilliseconds;
}

/** The offset in words and figures, the same for the same offset: what "follows the hearing" is approved for. */
export function offsetLabel(offset: WaveOffset): string {
  const side = (n: number) => (n > 0 ? 'after' : 'before');
  if (offset.kind === 'minutes') {
    return offset.minutes === 0
      ? 'at the hearing'
      : `${Math.abs(offset.minutes)} minutes ${side(offset.minutes)} the hearing`;
  }
  if (offset.days === 0) return `hearing day, ${offset.time}`;
  const days = Math.abs(offset.days);
  return `${days} ${days === 1 ? 'day' : 'days'} ${side(offset.days)}, ${offset.time}`;
}

/**
 * How long after the wave's instant an account posts, in milliseconds: the accounts of a wave spread evenly
 * over `spreadMs`, in a fixed order, so that a moved hearing keeps their order and distance.
 */
export function accountDelayMs(position: number, accounts: number, spreadMs: number): number {
  if (accounts <= 1 || spreadMs <= 0) return 0;
  return Math.round((position * spreadMs) / accounts);
}

/** The instant of a wave as its hearing stands; null while the hearing has no date. */
export function plannedInstant(offset: WaveOffset, hearing: Hearing): number | null {
  return hearing.startsAt === null
    ? null
    : waveInstant(offset, { startsAt: hearing.startsAt, zone: hearing.zone });
}

/**
 * Whether a hearing still has room for a wave. None can follow a hearing's end state, since its plan is over;
 * to one that was argued, only waves after it can be added.
 */
export function roomForWave(
  offset: WaveOffset,
  hearing: Hearing,
): 'room' | 'hearing-ended' | 'before-argued-hearing' {
  if (hearing.status === 'decided' || hearing.status === 'cancelled') return 'hearing-ended';
  const instantAt = plannedInstant(offset, hearing);
  const tooEarly = instantAt !== null && hearing.startsAt !== null && instantAt < hearing.startsAt;
  return hearing.status === 'argued' && tooEarly ? 'before-argued-hearing' : 'room';
}
