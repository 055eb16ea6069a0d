import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import type { SourcedStatement, StatementLookup } from '../../domain/statement/proof.js';
import type { Statement } from '../../domain/statement/statement.js';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';
import type { StatementTable } from '../../infrastructure/database/tables.js';

/** Texts kept in memory; a release is frozen, so a kept text is never old. */
const KEPT_TEXTS = 50;

/** Statements with the frozen text that their spans point into: what posts are made from and proved against. */
@Injectable()
export class StatementSources {
  private readonly texts = new Map<string, string>();

  constructor(private readonly ledger: Ledger) {}

  /** These statements, whatever their status: the proof refuses those that are not accepted. */
  async lookup(ids: readonly string[], db: LedgerReader = this.ledger): Promise<StatementLookup> {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('statement')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return this.sourced(rows, db);
  }

  /** The accepted statements of a campaign, in the order of its releases. */
  async accepted(campaignId: string, db: LedgerReader): Promise<StatementLookup> {
    const rows = await db
      .selectFrom('statement')
      .innerJoin('release', 'release.id', 'statement.releaseId')
      .selectAll('statement')
      .where('release.campaignId', '=', campaignId)
      .where('statement.status', '=', 'accepted')
      .orderBy('release.createdAt')
      .orderBy('statement.position')
      .execute();
    return this.sourced(rows, db);
  }

  private async sourced(
    rows: readonly Selectable<StatementTable>[],
    db: LedgerReader,
  ): Promise<StatementLookup> {
    const sources = new Map<string, SourcedStatement>();
    for (const row of rows) {
      sources.set(row.id, { statement: statementOf(row), releaseText: await this.text(row.releaseId, db) });
    }
    return sources;
  }

  private async text(releaseId: string, db: LedgerReader): Promise<string> {
    const kept = this.texts.get(releaseId);
    if (kept !== undefined) return kept;
    const { text } = await db
      .selectFrom('release')
      .select('text')
      .where('id', '=', releaseId)
      .executeTakeFirstOrThrow();
    if (this.texts.size >= KEPT_TEXTS) this.texts.clear();
    this.texts.set(releaseId, text);
    return text;
  }
}

/** A statement as the domain knows it. */
export function statementOf(row: Selectable<StatementTable>): Statement {
  const { id, releaseId, revision, status, spans } = row;
  const kept = { id, releaseId, revision, status };
  if (row.kind === 'quotation') {
    const { speaker, role, organization } = row;
    return { ...kept, kind: 'quotation', spans, speaker, role, organization };
  }
  const [span] = spans;
  if (span === undefined) throw new Error(`The fact ${id} has no span`);
  return { ...kept, kind: 'fact', spans: [span], figures: row.figures, source: row.source };
}
