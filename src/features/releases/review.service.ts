import { Injectable } from '@nestjs/common';
import type { StatementDecision, StatementUpdate } from '../../contract/releases.js';
import { endsFault } from '../../domain/statement/ends.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { acceptanceFault, correctedFields, isSame } from './correction.js';
import { endsRefusal, noSuchStatement, statementChangedMeanwhile } from './release.refusals.js';
import { ReleaseRepository, type ReleaseRow } from './release.repository.js';
import { StatementListeners } from './statement-listener.js';
import { StatementRepository, type StatementRow } from './statement.repository.js';

/** What a decision makes of a statement. */
export const DECIDED = { accept: 'accepted', reject: 'rejected' } as const;

/** What came of a person's decision or correction. */
export interface Reviewed {
  readonly changed: boolean;
  readonly statement: StatementRow;
  readonly release: ReleaseRow;
  readonly lostApproval: number;
}

/** A statement under review, with all of its release locked. */
interface UnderReview {
  readonly statement: StatementRow;
  readonly all: readonly StatementRow[];
  readonly release: ReleaseRow;
}

/** How people review statements. What changes raises a statement's revision; what says the same again does not. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
    private readonly listeners: StatementListeners,
  ) {}

  decide(id: string, request: StatementDecision): Promise<Reviewed> {
    return this.ledger.transaction().execute(async (trx) => {
      const { statement, release } = await this.lock(trx, id);
      const status = DECIDED[request.decision];
      if (statement.status === status) return { changed: false, statement, release, lostApproval: 0 };
      refuseStale(statement, request.revision);
      const fault = status === 'accepted' ? acceptanceFault(statement) : null;
      if (fault !== null) throw fault;
      const at = this.clock.now();
      await this.statements.decide(trx, [id], { status, by: request.by, at });
      return this.changed(trx, id, release, at);
    });
  }

  correct(id: string, request: StatementUpdate): Promise<Reviewed> {
    return this.ledger.transaction().execute(async (trx) => {
      const { statement, all, release } = await this.lock(trx, id);
      const fields = correctedFields(statement, request);
      if (isSame(statement, fields)) return { changed: false, statement, release, lostApproval: 0 };
      refuseStale(statement, request.revision);
      if (request.spans !== undefined) {
        const others = all.filter((other) => other.id !== id && other.status !== 'rejected');
        const { kind, spans, figures } = statement;
        const movable = { kind, spans, figures, others: others.flatMap((other) => other.spans) };
        const fault = endsFault(release.text, movable, fields.spans);
        if (fault !== null) throw endsRefusal(fault);
      }
      const fault = statement.status === 'accepted' ? acceptanceFault({ ...statement, ...fields }) : null;
      if (fault !== null) throw fault;
      const at = this.clock.now();
      await this.statements.correct(trx, id, fields, { by: request.by, at });
      return this.changed(trx, id, release, at);
    });
  }

  /** Locks all statements of its release; the statement is read under the lock. */
  private async lock(trx: LedgerTransaction, id: string): Promise<UnderReview> {
    const found = await this.statements.find(id, trx);
    if (found === undefined) throw noSuchStatement(id);
    const release = await this.releases.find(found.releaseId, trx);
    const all = await this.statements.lockRelease(trx, found.releaseId);
    const statement = all.find((one) => one.id === id);
    if (release === undefined || statement === undefined) throw noSuchStatement(id);
    return { statement, all, release };
  }

  private async changed(
    trx: LedgerTransaction,
    id: string,
    release: ReleaseRow,
    changedAt: number,
  ): Promise<Reviewed> {
    const { campaignId } = release;
    const lostApproval = await this.listeners.tell(trx, { campaignId, statementIds: [id], changedAt });
    const statement = await this.statements.find(id, trx);
    if (statement === undefined) throw noSuchStatement(id);
    return { changed: true, statement, release, lostApproval };
  }
}

function refuseStale(statement: StatementRow, seen: number | undefined): void {
  if (seen !== undefined && seen !== statement.revision) throw statementChangedMeanwhile();
}
