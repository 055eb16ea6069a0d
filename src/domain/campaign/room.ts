import { isReported, type PlanCalendar } from './event.js';
import type { FatedWave } from './fate.js';
import { eventOf, waveInstant } from './wave.js';

/** Why a wave cannot be added, or `room`. */
export type WaveRoom =
  | 'room'
  | 'before-its-event'
  | 'outcome-of-no-decision'
  | 'hearing-ended'
  | 'decision-known'
  | 'before-argued-hearing';

/**
 * Whether a campaign still has room for a wave. Nobody knows when the argument ends or the decision comes before it
 * does, so no wave comes before those. A hearing that was cancelled takes no wave that counts from it; nor does one
 * that was decided, whose plan is over but for what follows the argument and the decision; to one that was argued,
 * only waves after it can be added. What is written for one outcome is added before the decision. The launch is the
 * campaign's own, whatever becomes of the hearing.
 */
export function roomForWave({ timing, outcome }: FatedWave, calendar: PlanCalendar): WaveRoom {
  const event = eventOf(timing);
  const by = timing.kind === 'days' ? timing.days : timing.minutes;
  if (isReported(event) && by < 0) return 'before-its-event';
  if (outcome && event !== 'decided') return 'outcome-of-no-decision';
  if (event === 'launch') return 'room';
  if (calendar.status === 'cancelled') return 'hearing-ended';
  if (outcome && calendar.status === 'decided') return 'decision-known';
  if (event !== 'hearing') return 'room';
  if (calendar.status === 'decided') return 'hearing-ended';
  const { startsAt, zone } = calendar;
  if (calendar.status !== 'argued' || startsAt === null) return 'room';
  return waveInstant(timing, { at: startsAt, zone }) < startsAt ? 'before-argued-hearing' : 'room';
}
