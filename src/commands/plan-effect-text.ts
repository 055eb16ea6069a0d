import type { PlanEffect } from '../contract/plan-effect.js';
import { listing, table } from './table.js';

/** What a change of the plan does to the posts: how many, and those that somebody has to look at. */
export function planEffectText(effect: PlanEffect): string {
  const counts = listing([
    ['posts moved', effect.moved],
    ['to be approved again', effect.lostApproval],
    ['missed', effect.missed],
    ['cancelled', effect.dropped],
    ['without a date now', effect.waiting],
    ['without a time', effect.noTime],
    ['frozen, left as they are', effect.frozen],
    ['put back', effect.restored],
    ['not put back', effect.notRestored],
    ['being sent, not moved', effect.inFlight],
  ]);
  const urgent = effect.posts.filter((post) => URGENT.includes(post.effect));
  if (urgent.length === 0) return counts;
  const rows = urgent.map(({ account, wave, toAt, reason }) => [`@${account}`, wave, toAt, reason]);
  return `${counts}\n\n${table(['TO LOOK AT', 'WAVE', 'NEW TIME', 'WHY'], rows, '')}`;
}

const URGENT: readonly PlanEffect['posts'][number]['effect'][] = [
  'missed',
  'approve-again',
  'dropped',
  'no-time',
  'frozen',
  'not-restored',
];

/** A preview says first that nothing has happened. */
export function previewedText(preview: boolean, told: string): string {
  return preview ? `Nothing is changed yet. This would happen:\n\n${told}` : told;
}
