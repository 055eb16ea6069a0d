import { type Hearing, offsetLabel, plannedInstant } from '../../domain/campaign/index.js';
import type { PlannedWave } from './plan-listener.js';
import type { WaveRow } from './wave.repository.js';

/** A wave as its posts follow it, while the hearing stands so. */
export function plannedWave(wave: WaveRow, hearing: Hearing): PlannedWave {
  return {
    id: wave.id,
    timing: wave.timing,
    label: offsetLabel(wave.timing),
    spreadMs: wave.spreadMs,
    graceMs: wave.graceMs,
    instantAt: plannedInstant(wave.timing, hearing),
  };
}
