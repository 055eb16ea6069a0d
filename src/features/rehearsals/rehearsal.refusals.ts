import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';
import type { RehearsalRow } from './rehearsal.repository.js';

/** A report names each post, and a coalition's plan has far fewer. */
export const MOST_REHEARSED = 10_000;

export function noSuchRehearsal(id: string): NotFound {
  return new NotFound('rehearsal-not-found', `There is no rehearsal ${id}.`);
}

export function isACopy(): Conflict {
  return new Conflict(
    'is-a-rehearsal',
    'This is the copy that a rehearsal runs: rehearse the campaign itself.',
  );
}

export function nothingToRehearse(): Conflict {
  return new Conflict(
    'nothing-to-rehearse',
    'No post of this campaign has a time yet: make its posts, and set the date that its waves count from.',
  );
}

export function tooManyPosts(found: number): Invalid {
  return new Invalid(
    'too-many-posts',
    `The campaign has ${found} posts, and at most ${MOST_REHEARSED} can be rehearsed at once.`,
  );
}

export function rehearsedAlready({ id, runsUntil }: RehearsalRow): Conflict {
  return new Conflict(
    'rehearsal-running',
    `The campaign is being rehearsed until ${new Date(runsUntil).toISOString()} (${id}): wait for its end, or stop it.`,
  );
}
