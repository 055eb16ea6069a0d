import type { Outcome } from './decision.js';
import { eventAt, type PlanCalendar, type PlanEvent } from './event.js';
import { eventOf, waveInstant, type WaveOffset } from './wave.js';

/** A wave as far as its fate hangs on it. One with an `outcome` is of a pack, and takes place with that outcome alone. */
export interface FatedWave {
  readonly timing: WaveOffset;
  readonly outcome?: Outcome | null | undefined;
}

/** What becomes of a wave as its campaign stands. `eventAt` in epoch milliseconds. */
export type WaveFate =
  | { readonly kind: 'leaves'; readonly eventAt: number }
  | { readonly kind: 'waits'; readonly waitsFor: PlanEvent }
  /** It will not take place, and its posts are cancelled. */
  | { readonly kind: 'dropped'; readonly because: 'hearing-cancelled' }
  | { readonly kind: 'dropped'; readonly because: 'other-outcome'; readonly outcome: Outcome };

/**
 * Whether a wave leaves, waits for its event to be known, or is dropped. A hearing that is cancelled drops what
 * counts from it, from its argument or from its decision; what counts from the launch stays. What is written for one
 * outcome waits until two people have released how the court decided, and is dropped by another outcome.
 */
export function waveFate({ timing, outcome }: FatedWave, calendar: PlanCalendar): WaveFate {
  const event = eventOf(timing);
  if (event !== 'launch' && calendar.status === 'cancelled') {
    return { kind: 'dropped', because: 'hearing-cancelled' };
  }
  const at = eventAt(event, calendar);
  if (at === null) return { kind: 'waits', waitsFor: event };
  if (!outcome || outcome === calendar.outcome) return { kind: 'leaves', eventAt: at };
  if (!calendar.outcome) return { kind: 'waits', waitsFor: event };
  return { kind: 'dropped', because: 'other-outcome', outcome: calendar.outcome };
}

/** The instant of a wave of that fate, for a partner of that zone; null while it waits, or once it is dropped. */
export function plannedInstant(
  { timing, fate }: { readonly timing: WaveOffset; readonly fate: WaveFate },
  zones: { readonly court: string; readonly partner: string | null },
): number | null {
  if (fate.kind !== 'leaves') return null;
  return waveInstant(timing, { at: fate.eventAt, zone: zones.court }, zones.partner);
}
