import { isoInstant } from '../../contract/instant.js';
import type { RehearsalAnswer } from '../../contract/rehearsals.js';
import type { RehearsalRow } from './rehearsal.repository.js';

export function presentRehearsal(row: RehearsalRow, now: number): RehearsalAnswer {
  return {
    id: row.id,
    campaignId: row.campaignId,
    state: stateOf(row, now),
    seconds: row.seconds,
    planFrom: isoInstant(row.planFrom),
    planUntil: isoInstant(row.planUntil),
    runsFrom: isoInstant(row.runsFrom),
    runsUntil: isoInstant(row.runsUntil),
    startedBy: row.startedBy,
    startedAt: isoInstant(row.startedAt),
    stoppedBy: row.stoppedBy,
    stoppedAt: row.stoppedAt === null ? null : isoInstant(row.stoppedAt),
  };
}

function stateOf({ runsFrom, runsUntil, stoppedAt }: RehearsalRow, now: number): RehearsalAnswer['state'] {
  if (stoppedAt !== null) return 'stopped';
  if (now < runsFrom) return 'about-to-run';
  return now < runsUntil ? 'running' : 'over';
}
