import type { Hearing } from '../../../domain/campaign/index.js';
import { Conflict, Forbidden } from '../../../infrastructure/http/index.js';
import type { DecisionRow } from './decision.repository.js';

export function alreadyReleased({ outcome, proposedBy, confirmedBy }: DecisionRow): Conflict {
  return new Conflict(
    'decision-released',
    `The decision was released as ${outcome}, by ${proposedBy} and ${confirmedBy}: that stands. Pause or cancel what must not leave.`,
  );
}

export function alreadyProposed({ outcome, proposedBy }: DecisionRow): Conflict {
  return new Conflict(
    'decision-proposed',
    `${proposedBy} proposed that the case was decided as ${outcome}: confirm that, or withdraw it first.`,
  );
}

export function nothingProposed(): Conflict {
  return new Conflict(
    'no-decision-proposed',
    'No decision is proposed: propose how the case was decided first.',
  );
}

export function otherOutcome({ outcome, proposedBy }: DecisionRow, confirmed: string): Conflict {
  const message = `${proposedBy} proposed ${outcome} and not ${confirmed}: look at it again.`;
  return new Conflict('other-outcome-proposed', message, [{ field: 'outcome', message }]);
}

export function secondPersonNeeded({ proposedBy }: DecisionRow): Forbidden {
  return new Forbidden(
    'second-person-needed',
    `${proposedBy} proposed it, so a different person has to confirm it.`,
  );
}

/** Why no outcome of a hearing that stands so can be proposed. */
export function notYetArgued({ status }: Hearing): Conflict {
  return status === 'decided'
    ? new Conflict(
        'decided-without-outcome',
        'The hearing was reported as decided, and no wave waits for an outcome.',
      )
    : new Conflict(
        'hearing-not-argued',
        `The hearing is ${status}: report that it was argued before you propose how it was decided.`,
      );
}

/** News of a decision while packs wait for its outcome. */
export function outcomeNeeded(): Conflict {
  return new Conflict(
    'outcome-needed',
    'Waves of this campaign wait for an outcome: propose how the case was decided, and let a second person confirm it.',
  );
}
