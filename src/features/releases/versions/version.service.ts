import { Injectable } from '@nestjs/common';
import type { AffectedPost, ReleaseCorrection } from '../../../contract/releases.js';
import { reanchor, type Reanchoring } from '../../../domain/extraction/index.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { takeGateExclusively } from '../../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { proposedRow } from '../proposal.js';
import { correctedBefore, noSuchRelease, sameText, statementChangedMeanwhile } from '../release.refusals.js';
import { ReleaseRepository, type ReleaseRow } from '../release.repository.js';
import { checkText, digestOf, inTextOrder } from '../release.service.js';
import { StatementHistoryRepository } from '../review/statement-history.repository.js';
import { SourceListeners } from '../source-listener.js';
import { type StandingStatement, StatementRepository } from '../statement.repository.js';

/** A release as corrected, and what became of its statements and of the posts made of them. */
export interface CorrectedRelease {
  readonly release: ReleaseRow;
  readonly standing: number;
  readonly flagged: Reanchoring['flagged'];
  readonly posts: readonly AffectedPost[];
}

/**
 * Brings in a corrected release as a new version of one that stands. Statements keep their ids where the new text
 * has the same words under the same name, so that what was approved with them stays approved; the others are
 * withdrawn, and posts that use them are looked after.
 */
@Injectable()
export class VersionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
    private readonly history: StatementHistoryRepository,
    private readonly listeners: SourceListeners,
  ) {}

  async correct(releaseId: string, correction: ReleaseCorrection): Promise<CorrectedRelease> {
    const { text } = correction;
    checkText(text);
    const old = await this.releases.find(releaseId);
    if (old === undefined) throw noSuchRelease(releaseId);
    if (old.correctedById !== null) throw correctedBefore(old);
    const sha256 = digestOf(text);
    const same = await this.releases.findByDigest(old.campaignId, sha256);
    if (same !== undefined) throw sameText(same);
    const reviewed = notWithdrawn(await this.statements.standingIn(old.id));
    // Before the gate is closed: reading a long text takes longer than claims may wait.
    const reanchored = reanchor(
      old.text,
      text,
      reviewed.map(({ id, kind, spansHere, figuresHere }) => ({
        id,
        kind,
        spans: spansHere,
        figures: figuresHere,
      })),
    );
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const current = notWithdrawn(await this.statements.lockStandingIn(trx, old.id));
      if (!sameRevisions(reviewed, current)) throw statementChangedMeanwhile();
      const release = await this.insert(trx, old, { ...correction, sha256, partners: reanchored.partners });
      await this.statements.anchor(trx, release.id, reanchored.standing);
      const fresh = inTextOrder(reanchored.fresh);
      const rows = fresh.map((finding, position) => proposedRow(release.id, position, finding));
      await this.statements.insert(trx, rows);
      const posts = await this.withdraw(trx, reanchored.flagged, correction.by);
      return { release, standing: reanchored.standing.length, flagged: reanchored.flagged, posts };
    });
  }

  private async insert(
    trx: LedgerTransaction,
    old: ReleaseRow,
    {
      text,
      sha256,
      by,
      note,
      partners,
    }: ReleaseCorrection & { readonly sha256: string; readonly partners: readonly string[] },
  ): Promise<ReleaseRow> {
    const before = await this.releases.find(old.id, trx);
    if (before === undefined || before.correctedById !== null) throw correctedBefore(before ?? old);
    const id = await this.releases.insert(trx, {
      campaignId: old.campaignId,
      text,
      sha256,
      partners: [...partners],
      version: old.version + 1,
      firstId: old.firstId ?? old.id,
      correctsId: old.id,
      embargoUntil: before.embargoUntil === null ? null : new Date(before.embargoUntil),
      addedBy: by,
      note,
    });
    const release = id === undefined ? undefined : await this.releases.find(id, trx);
    if (release === undefined) throw correctedBefore(before);
    return release;
  }

  /** Those that a person rejected, too: accepted later, they would bring back words that the release takes back. */
  private async withdraw(
    trx: LedgerTransaction,
    withdrawn: Reanchoring['flagged'],
    by: string,
  ): Promise<readonly AffectedPost[]> {
    const statementIds = withdrawn.map(({ id }) => id);
    const at = this.clock.now();
    await this.statements.decide(trx, statementIds, { status: 'withdrawn', by, at });
    const records = withdrawn.map(({ id, because, message }) => ({
      statementId: id,
      detail: { because, message },
    }));
    await this.history.record(trx, records, { change: 'withdrawn', by, at });
    return this.listeners.tell(trx, { kind: 'statements-withdrawn', statementIds }, at);
  }
}

function notWithdrawn(statements: readonly StandingStatement[]): readonly StandingStatement[] {
  return statements.filter(({ status }) => status !== 'withdrawn');
}

function sameRevisions(one: readonly StandingStatement[], other: readonly StandingStatement[]): boolean {
  const revisions = new Map(one.map(({ id, revision }) => [id, revision]));
  return one.length === other.length && other.every(({ id, revision }) => revisions.get(id) === revision);
}
