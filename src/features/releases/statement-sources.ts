import { Injectable } from '@nestjs/common';
import type { SourcedStatement, StatementLookup } from '../../domain/statement/proof.js';
import type { Statement } from '../../domain/statement/statement.js';
import type { LedgerReader } from '../../infrastructure/database/ledger.js';
import { type SourceRow, SourceRepository } from './source.repository.js';

/** Texts kept in memory; a release is frozen, so a kept text is never old. */
const KEPT_TEXTS = 50;

/**
 * What posts are made from and proved against: statements with the frozen text that their spans point into and the
 * cuts that were agreed to, and the phrases that are nobody's quotations.
 */
@Injectable()
export class StatementSources {
  private readonly texts = new Map<string, string>();

  constructor(private readonly repository: SourceRepository) {}

  /** These statements, whatever their status: the proof refuses those that are not accepted. */
  async lookup(ids: readonly string[], db?: LedgerReader): Promise<StatementLookup> {
    if (ids.length === 0) return new Map();
    return this.sourced(await this.repository.statements({ ids }, db), db);
  }

  /** The same, less those of other campaigns: consent to the use of words is given for one campaign. */
  async lookupIn(campaignId: string, ids: readonly string[], db?: LedgerReader): Promise<StatementLookup> {
    if (ids.length === 0) return new Map();
    const rows = await this.repository.statements({ ids }, db);
    const own = rows.filter((row) => row.campaignId === campaignId);
    return this.sourced(own, db);
  }

  /** The accepted statements of a campaign, in the order of its releases. */
  async accepted(campaignId: string, db: LedgerReader): Promise<StatementLookup> {
    return this.sourced(await this.repository.statements({ campaignId }, db), db);
  }

  /** The phrases that are marked as nobody's quotations now. */
  async phrases(campaignId: string, db?: LedgerReader): Promise<readonly string[]> {
    return (await this.phrasesOf([campaignId], db)).get(campaignId) ?? [];
  }

  /** The same of several campaigns; one without any is left out. */
  phrasesOf(
    campaignIds: readonly string[],
    db?: LedgerReader,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.repository.phrases(campaignIds, db);
  }

  /** The quotations among these that their speakers' organizations have not agreed to the use of. */
  async unconsented(ids: readonly string[], db?: LedgerReader): Promise<readonly SourceRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.repository.statements({ ids }, db);
    return rows.filter(({ kind, consented }) => kind === 'quotation' && !consented);
  }

  private async sourced(rows: readonly SourceRow[], db?: LedgerReader): Promise<StatementLookup> {
    const sources = new Map<string, SourcedStatement>();
    for (const row of rows) {
      const { embargoUntil } = row;
      sources.set(row.id, {
        statement: statementOf(row),
        releaseText: await this.text(row.releaseId, db),
        embargoedUntil: embargoUntil,
      });
    }
    return sources;
  }

  private async text(releaseId: string, db?: LedgerReader): Promise<string> {
    const kept = this.texts.get(releaseId);
    if (kept !== undefined) return kept;
    const text = await this.repository.text(releaseId, db);
    if (this.texts.size >= KEPT_TEXTS) this.texts.clear();
    this.texts.set(releaseId, text);
    return text;
  }
}

/** A statement as the domain knows it. */
function statementOf(row: SourceRow): Statement {
  const { id, releaseId, revision, status, spans } = row;
  const kept = { id, releaseId, revision, status };
  if (row.kind === 'quotation') {
    const { speaker, role, organization, agreedCuts } = row;
    return { ...kept, kind: 'quotation', spans, speaker, role, organization, agreedCuts };
  }
  const [span] = spans;
  if (span === undefined) throw new Error(`The fact ${id} has no span`);
  return { ...kept, kind: 'fact', spans: [span], figures: row.figures, source: row.source };
}
