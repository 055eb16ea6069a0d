import { eventOf, type WaveOffset } from '../../domain/campaign/index.js';

/**
 * A wave's place as texts may tell it: so many days before or after the hearing. An argument ends on the day of its
 * hearing; a wave that counts from the launch or the decision knows no distance to the hearing, just as one of elapsed
 * time, so that no text counts down from it.
 */
export function placeBeforeHearing(timing: WaveOffset): WaveOffset {
  const event = eventOf(timing);
  if (event === 'hearing') return timing;
  if (event === 'argued' && timing.kind === 'days') return { ...timing, event: 'hearing' };
  return { kind: 'minutes', minutes: 1 };
}
