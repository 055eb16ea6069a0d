import type { PlanEvent } from './event.js';
import type { FatedWave } from './fate.js';
import type { WaveOffset } from './wave.js';

/** How labels name an event. Those of the hearing never change: approvals are given to them, word for word. */
const NAMES: Readonly<Record<PlanEvent, { readonly at: string; readonly day: string; readonly of: string }>> =
  {
    hearing: { at: 'at the hearing', day: 'hearing day', of: '' },
    launch: { at: 'at the launch', day: 'launch day', of: ' the launch' },
    argued: { at: 'at the end of the argument', day: 'day of the argument', of: ' the argument' },
    decided: { at: 'at the decision', day: 'decision day', of: ' the decision' },
  };

/**
 * The offset in words and figures, the same for the same offset: what “follows the hearing” is approved for. An
 * offset on the partner's clock names that partner's zone, so that an approval covers the time in that zone only;
 * without `partnerZone` it speaks of all partners.
 */
export function offsetLabel(offset: WaveOffset, partnerZone?: string): string {
  const { at, day, of } = NAMES[offset.event ?? 'hearing'];
  const side = (n: number) => (n > 0 ? 'after' : 'before');
  if (offset.kind === 'minutes') {
    if (offset.minutes === 0) return at;
    const minutes = Math.abs(offset.minutes);
    const unit = minutes === 1 && of !== '' ? 'minute' : 'minutes';
    return `${minutes} ${unit} ${side(offset.minutes)}${of === '' ? ' the hearing' : of}`;
  }
  const clock = offset.clock === 'partner' ? ` ${partnerZone ?? 'on each partner’s clock'}` : '';
  const time = `${offset.time}${clock}`;
  if (offset.days === 0) return `${day}, ${time}`;
  const days = Math.abs(offset.days);
  return `${days} ${days === 1 ? 'day' : 'days'} ${side(offset.days)}${of}, ${time}`;
}

/** The label of a wave: of its offset, and of the outcome that it is written for. */
export function waveLabel({ timing, outcome }: FatedWave, partnerZone?: string): string {
  const label = offsetLabel(timing, partnerZone);
  return outcome ? `${label}, if ${outcome}` : label;
}
