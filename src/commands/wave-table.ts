import type { WaveAnswer } from '../contract/campaigns.js';
import { table } from './table.js';

export function waveTable(waves: readonly WaveAnswer[]): string {
  return table(
    ['WAVE', 'WHEN', 'LEAVES', 'SPREAD', 'GRACE', 'FREEZE', 'TEMPLATES', 'ID'],
    waves.map((one) => [
      one.name,
      one.label,
      one.leavesAtLocal ?? one.waitsFor,
      one.together ? 'together' : `${one.spreadSeconds} s`,
      `${one.graceMinutes} min`,
      one.freezeMinutes === 0 ? null : `${one.freezeMinutes} min`,
      one.templates.join(', ') || 'any',
      one.id,
    ]),
    'There is no wave yet: add one with chorus waves add.',
  );
}
