import { Injectable } from '@nestjs/common';
import type { AffectedPost, StatementDecision, StatementUpdate } from '../../../contract/releases.js';
import { endsFault } from '../../../domain/statement/ends.js';
import type { Span } from '../../../domain/statement/statement.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { NotFound } from '../../../infrastructure/http/index.js';
import { ConsentRepository } from '../consent/consent.repository.js';
import { QuotedPhrases } from '../phrases/quoted-phrases.js';
import { OrganizationNames } from '../organization-names.repository.js';
import {
  endsRefusal,
  noSuchStatement,
  readsOtherwise,
  statementChangedMeanwhile,
  statementWithdrawn,
} from '../release.refusals.js';
import { ReleaseRepository, type ReleaseRow } from '../release.repository.js';
import { SourceListeners } from '../source-listener.js';
import { type StandingStatement, StatementRepository, type StatementRow } from '../statement.repository.js';
import { carriedOver, wordsAt } from './carried-over.js';
import { StatementHistoryRepository } from './statement-history.repository.js';
import { acceptanceFault, attributionOf, changes, correctedFields } from './statement-fields.js';

/** What a decision makes of a statement. */
export const DECIDED = { accept: 'accepted', reject: 'rejected' } as const;

/** What came of a person's decision or correction. */
export interface Reviewed {
  readonly changed: boolean;
  readonly statement: StandingStatement;
  readonly release: ReleaseRow;
  readonly posts: readonly AffectedPost[];
}

/** A statement under review as the newest version has it, with all that stands in that version locked. */
interface UnderReview {
  readonly statement: StandingStatement;
  readonly all: readonly StandingStatement[];
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
    private readonly history: StatementHistoryRepository,
    private readonly consents: ConsentRepository,
    private readonly organizations: OrganizationNames,
    private readonly phrases: QuotedPhrases,
    private readonly listeners: SourceListeners,
  ) {}

  decide(id: string, request: StatementDecision): Promise<Reviewed> {
    return this.ledger.transaction().execute(async (trx) => {
      const { statement, release } = await this.lock(trx, id);
      const status = DECIDED[request.decision];
      if (statement.status === status) return { changed: false, statement, release, posts: [] };
      refuseStale(statement, request.revision);
      const fault = status === 'accepted' ? acceptanceFault(statement) : null;
      if (fault !== null) throw fault;
      const decision = { by: request.by, at: this.clock.now() };
      await this.statements.decide(trx, [id], { status, ...decision });
      await this.history.record(trx, [{ statementId: id, detail: {} }], { change: status, ...decision });
      return this.changed(trx, id, release, decision.at);
    });
  }

  correct(id: string, request: StatementUpdate): Promise<Reviewed> {
    return this.ledger.transaction().execute(async (trx) => {
      const reviewed = await this.lock(trx, id);
      const { statement, release } = reviewed;
      const fields = correctedFields(statement, request);
      const detail = changes(statement, fields);
      if (Object.keys(detail).length === 0) return { changed: false, statement, release, posts: [] };
      refuseStale(statement, request.revision);
      await this.checkConsentingOrganization(trx, request);
      const isMoved = detail['spans'] !== undefined;
      if (isMoved) await this.moveEnds(trx, reviewed, fields.spans);
      const fault = statement.status === 'accepted' ? acceptanceFault({ ...statement, ...fields }) : null;
      if (fault !== null) throw fault;
      const change = { by: request.by, at: this.clock.now() };
      await this.statements.correct(trx, id, attributionOf(fields), change);
      // What was consented to was said otherwise, by somebody else, or is another organization's to decide.
      await this.consents.void(trx, id, { moved: isMoved, ...change });
      await this.history.record(trx, [{ statementId: id, detail }], { change: 'corrected', ...change });
      const after = await this.changed(trx, id, release, change.at);
      if (!isMoved) return after;
      const holding = await this.phrases.withdraw(trx, release.campaignId, change.at);
      return { ...after, posts: [...after.posts, ...holding] };
    });
  }

  /** Ends are judged in the newest version, which has to have the same words there as the one they are given for. */
  private async moveEnds(
    trx: LedgerTransaction,
    { statement, all, release }: UnderReview,
    wanted: readonly Span[],
  ): Promise<void> {
    const { id, kind, spans, spansHere, figuresHere } = statement;
    const others = all.filter((other) => other.id !== id && other.status !== 'rejected');
    const movable = {
      kind,
      spans: spansHere,
      figures: figuresHere,
      others: others.flatMap((other) => other.spansHere),
    };
    const here = carriedOver(wanted, spans, spansHere);
    const fault = endsFault(release.text, movable, here);
    if (fault !== null) throw endsRefusal(fault);
    const found =
      statement.releaseId === release.id ? release : await this.releases.find(statement.releaseId, trx);
    if (found === undefined) throw noSuchStatement(id);
    const words = wordsAt(found.text, wanted);
    if (wordsAt(release.text, here) !== words) throw readsOtherwise();
    const anchors = (await this.statements.anchors(trx, id))
      .map((anchor) => ({ ...anchor, spans: carriedOver(wanted, spans, anchor.spans) }))
      .filter((anchor) => wordsAt(anchor.text, anchor.spans) === words);
    await this.statements.moveEnds(
      trx,
      id,
      wanted,
      anchors.map(({ releaseId, spans: moved }) => ({ releaseId, spans: moved })),
    );
  }

  /** Locks all that stands in the newest version with the statement, which is read under the lock. */
  private async lock(trx: LedgerTransaction, id: string): Promise<UnderReview> {
    const release = await this.releases.newestWith(id, trx);
    if (release === undefined) throw noSuchStatement(id);
    const all = await this.statements.lockStandingIn(trx, release.id);
    const statement = all.find((one) => one.id === id);
    const newest = await this.releases.newestWith(id, trx);
    if (statement === undefined || newest?.id !== release.id) throw statementChangedMeanwhile();
    if (statement.status === 'withdrawn') throw statementWithdrawn(statement);
    return { statement, all, release };
  }

  private async checkConsentingOrganization(
    trx: LedgerTransaction,
    { consentOrganizationId }: StatementUpdate,
  ): Promise<void> {
    if (consentOrganizationId === undefined || consentOrganizationId === null) return;
    const known = await this.organizations.all(trx);
    if (known.some(({ id }) => id === consentOrganizationId)) return;
    throw new NotFound('organization-not-found', `There is no organization ${consentOrganizationId}.`);
  }

  private async changed(
    trx: LedgerTransaction,
    id: string,
    release: ReleaseRow,
    changedAt: number,
  ): Promise<Reviewed> {
    const change = { kind: 'statements-changed', statementIds: [id] } as const;
    const posts = await this.listeners.tell(trx, change, changedAt);
    const standing = await this.statements.standingIn(release.id, trx);
    const statement = standing.find((one) => one.id === id);
    if (statement === undefined) throw noSuchStatement(id);
    return { changed: true, statement, release, posts };
  }
}

function refuseStale(statement: StatementRow, seen: number | undefined): void {
  if (seen !== undefined && seen !== statement.revision) throw statementChangedMeanwhile();
}
