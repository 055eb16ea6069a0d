import { type PlanCalendar, waveFate } from '../../domain/campaign/index.js';
import type { PlannedWave } from './plan-listener.js';
import type { WaveRow } from './wave.repository.js';

/** A wave as its posts follow it, while the campaign stands so. */
export function plannedWave(wave: WaveRow, calendar: PlanCalendar): PlannedWave {
  const { id, timing, outcome, spreadMs, together, graceMs, freezeMs } = wave;
  return { id, timing, outcome, spreadMs, together, graceMs, freezeMs, fate: waveFate(wave, calendar) };
}
