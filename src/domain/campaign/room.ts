import { isReported, type PlanCalendar } from './event.js';
import { eventOf, waveInstant, type WaveOffset } from './wave.js';

/** Why a wave cannot be added, or `room`. */
export type WaveRoom = 'room' | 'before-its-event' | 'hearing-ended' | 'before-argued-hearing';

/**
 * Whether a campaign still has room for a wave. Nobody knows when the argument ends or the decision comes before it
 * does, so no wave comes before those. A hearing that was cancelled takes no wave that counts from it; nor does one
 * that was decided, whose plan is over but for what follows the argument and the decision; to one that was argued,
 * only waves after it can be added. The launch is the campaign's own, whatever becomes of the hearing.
 */
export function roomForWave(offset: WaveOffset, calendar: PlanCalendar): WaveRoom {
  const event = eventOf(offset);
  const by = offset.kind === 'days' ? offset.days : offset.minutes;
  if (isReported(event) && by < 0) return 'before-its-event';
  if (event === 'launch') return 'room';
  if (calendar.status === 'cancelled') return 'hearing-ended';
  if (event !== 'hearing') return 'room';
  if (calendar.status === 'decided') return 'hearing-ended';
  const { startsAt, zone } = calendar;
  if (calendar.status !== 'argued' || startsAt === null) return 'room';
  return waveInstant(offset, { at: startsAt, zone }) < startsAt ? 'before-argued-hearing' : 'room';
}
