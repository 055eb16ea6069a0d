import { Injectable } from '@nestjs/common';
import type { StatementDecisions, StatementDecisionsAnswer } from '../../../contract/releases.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { noSuchRelease, noSuchStatement, statementWithdrawn } from '../release.refusals.js';
import { ReleaseRepository } from '../release.repository.js';
import { lostApproval, SourceListeners } from '../source-listener.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { DECIDED } from './review.service.js';
import { acceptanceFault } from './statement-fields.js';
import { StatementHistoryRepository } from './statement-history.repository.js';

const AT_LEAST = { high: ['high'], medium: ['high', 'medium'], low: ['high', 'medium', 'low'] };

/** Decides on many statements of a release at once; one that is refused keeps none of the others back. */
@Injectable()
export class DecideMany {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
    private readonly history: StatementHistoryRepository,
    private readonly listeners: SourceListeners,
  ) {}

  decide(releaseId: string, request: StatementDecisions): Promise<StatementDecisionsAnswer> {
    return this.ledger.transaction().execute(async (trx) => {
      const release = await this.releases.find(releaseId, trx);
      if (release === undefined) throw noSuchRelease(releaseId);
      const all = await this.statements.lockStandingIn(trx, releaseId);
      const chosen = chosenOf(all, request);
      const status = DECIDED[request.decision];
      const open = chosen.filter((statement) => statement.status !== status);
      const refused = refusedOf(open, request);
      const refusedIds = new Set(refused.map(({ id }) => id));
      const changed = open.map(({ id }) => id).filter((id) => !refusedIds.has(id));
      const decision = { by: request.by, at: this.clock.now() };
      await this.statements.decide(trx, changed, { status, ...decision });
      const records = changed.map((statementId) => ({ statementId, detail: {} }));
      await this.history.record(trx, records, { change: status, ...decision });
      const change = { kind: 'statements-changed', statementIds: changed } as const;
      const posts = await this.listeners.tell(trx, change, decision.at);
      const unchanged = chosen.length - open.length;
      return {
        changed,
        unchanged,
        refused: [...refused, ...strangersOf(all, request)],
        lostApproval: lostApproval(posts),
        posts,
      };
    });
  }
}

/** Those named; or, by confidence, those that nobody has decided on, since a person's decision is not undone in bulk. */
function chosenOf(
  all: readonly StatementRow[],
  { ids, leastConfidence }: StatementDecisions,
): StatementRow[] {
  if (leastConfidence !== undefined) {
    const sure = AT_LEAST[leastConfidence];
    return all.filter((one) => one.status === 'proposed' && sure.includes(one.confidence));
  }
  const named = new Set(ids);
  return all.filter((one) => named.has(one.id));
}

function refusedOf(open: readonly StatementRow[], { decision }: StatementDecisions) {
  return open.flatMap((statement) => {
    const withdrawn = statement.status === 'withdrawn' ? statementWithdrawn(statement) : null;
    const fault = withdrawn ?? (decision === 'accept' ? acceptanceFault(statement) : null);
    return fault === null ? [] : [{ id: statement.id, code: fault.code, detail: fault.message }];
  });
}

/** Ids of no statement, or of one of another release. */
function strangersOf(all: readonly StatementRow[], { ids = [] }: StatementDecisions) {
  const known = new Set(all.map(({ id }) => id));
  return [...new Set(ids)]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, code: 'statement-not-found', detail: noSuchStatement(id).message }));
}
