import { Injectable } from '@nestjs/common';
import type { AffectedPost, ReleaseCorrection } from '../../../contract/releases.js';
import { reanchor, type Reanchoring } from '../../../domain/extraction/index.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { takeGateExclusively } from '../../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { QuotedPhrases } from '../phrases/quoted-phrases.js';
import { proposedRow } from '../proposal.js';
import { correctedBefore, noSuchRelease, sameText, statementChangedMeanwhile } from '../release.refusals.js';
import { ReleaseRepository, type ReleaseRow } from '../release.repository.js';
import { checkText, digestOf, inTextOrder } from '../release.service.js';
import { StatementHistoryRepository } from '../review/statement-history.repository.js';
import { SourceListeners } from '../source-listener.js';
import { type StandingStatement, StatementRepository } from '../statement.repository.js';

/** A release as corrected, and what became of its statements and of the posts made of them. */
export interface CorrectedRelease {
  /** False where this very correction was brought in before. */
  readonly created: boolean;
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
    private readonly phrases: QuotedPhrases,
    private readonly listeners: SourceListeners,
  ) {}

  /** The same correction again changes nothing. A correction may go back to the text of an earlier version. */
  async correct(releaseId: string, correction: ReleaseCorrection): Promise<CorrectedRelease> {
    const { text } = correction;
    checkText(text);
    const old = await this.releases.find(releaseId);
    if (old === undefined) throw noSuchRelease(releaseId);
    const sha256 = digestOf(text);
    if (old.correctedById !== null) return this.correctedAlready(old, sha256);
    const same = await this.releases.findByDigest(old.campaignId, sha256);
    const isOfItsOwn = same !== undefined && (same.firstId ?? same.id) === (old.firstId ?? old.id);
    if (same !== undefined && (same.id === old.id || !isOfItsOwn)) throw sameText(same);
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
      const before = await this.releases.find(old.id, trx);
      if (before === undefined || before.correctedById !== null) {
        return this.correctedAlready(before ?? old, sha256);
      }
      const current = notWithdrawn(await this.statements.lockStandingIn(trx, old.id));
      if (!sameRevisions(reviewed, current)) throw statementChangedMeanwhile();
      const release = await this.insert(trx, before, {
        ...correction,
        sha256,
        partners: reanchored.partners,
      });
      await this.statements.anchor(trx, release.id, reanchored.standing);
      const fresh = inTextOrder(reanchored.fresh);
      const rows = fresh.map((finding, position) => proposedRow(release.id, position, finding));
      await this.statements.insert(trx, rows);
      const posts = [
        ...(await this.withdraw(trx, reanchored.flagged, correction.by)),
        ...(await this.phrases.withdraw(trx, old.campaignId, this.clock.now())),
      ];
      const { standing, flagged } = reanchored;
      return { created: true, release, standing: standing.length, flagged, posts };
    });
  }

  private async correctedAlready(old: ReleaseRow, sha256: string): Promise<CorrectedRelease> {
    const newer = old.correctedById === null ? undefined : await this.releases.find(old.correctedById);
    if (newer?.sha256 !== sha256) throw correctedBefore(old);
    const standing = await this.statements.standingIn(newer.id);
    const kept = standing.filter((one) => one.releaseId !== newer.id);
    return { created: false, release: newer, standing: kept.length, flagged: [], posts: [] };
  }

  private async insert(
    trx: LedgerTransaction,
    before: ReleaseRow,
    {
      text,
      sha256,
      by,
      note,
      partners,
    }: ReleaseCorrection & { readonly sha256: string; readonly partners: readonly string[] },
  ): Promise<ReleaseRow> {
    const id = await this.releases.insert(trx, {
      campaignId: before.campaignId,
      text,
      sha256,
      partners: [...partners],
      version: before.version + 1,
      firstId: before.firstId ?? before.id,
      correctsId: before.id,
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
