import { blackoutAt, type NoPosting, type Obstacle } from '../../domain/campaign/index.js';
import { Conflict } from '../../infrastructure/http/index.js';

/** Why a post has no time, as it stands on the post. */
export function noTimeReason(obstacle: Obstacle): string {
  return `${obstacle.kind}: ${noTimeSentence(obstacle)}; choose a time for it, or drop it`;
}

/** Why there is no time, within a sentence. */
export function noTimeSentence(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'quiet-hours':
      return 'its time falls into the quiet hours of its organization, which end too late for it';
    case 'blackout':
      return `${obstacle.date} is a blackout date of the campaign (${obstacle.reason})`;
  }
}

/** Nobody puts a post on a day on which its campaign does not post. `plannedAt` in epoch milliseconds. */
export function refuseOnBlackout(plannedAt: number, noPosting: NoPosting): void {
  const blackout = blackoutAt(plannedAt, noPosting);
  if (blackout === null) return;
  const message = `${blackout.date} is a blackout date of the campaign (${blackout.reason}): choose another day.`;
  throw new Conflict('blackout-date', message, [{ field: 'plannedAt', message }]);
}
