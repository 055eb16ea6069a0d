import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Span } from '../../domain/statement/statement.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { StatementTable } from '../../infrastructure/database/tables.js';

export type StatementRow = Selectable<StatementTable>;

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 2_000;

/** What a person may correct. */
export interface StatementFields {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly source: string | null;
  readonly spans: readonly Span[];
}

@Injectable()
export class StatementRepository {
  constructor(private readonly ledger: Ledger) {}

  async insert(trx: LedgerTransaction, statements: readonly Insertable<StatementTable>[]): Promise<void> {
    for (let from = 0; from < statements.length; from += ROWS_AT_ONCE) {
      const rows = statements.slice(from, from + ROWS_AT_ONCE);
      await trx.insertInto('statement').values(rows).execute();
    }
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<StatementRow | undefined> {
    return db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
  }

  ofRelease(releaseId: string, db: LedgerReader = this.ledger): Promise<StatementRow[]> {
    return db
      .selectFrom('statement')
      .selectAll()
      .where('releaseId', '=', releaseId)
      .orderBy('position')
      .execute();
  }

  /**
   * All statements of a release, locked in their order. Whoever changes one locks them all, since whether its ends
   * may move depends on the others. The weaker lock lets posts that use them be written meanwhile: a plan that
   * holds posts and waits for statements could not be waited for by a review that holds statements.
   */
  lockRelease(trx: LedgerTransaction, releaseId: string): Promise<StatementRow[]> {
    return trx
      .selectFrom('statement')
      .selectAll()
      .where('releaseId', '=', releaseId)
      .orderBy('position')
      .forNoKeyUpdate()
      .execute();
  }

  async decide(
    trx: LedgerTransaction,
    ids: readonly string[],
    decision: { readonly status: 'accepted' | 'rejected'; readonly by: string; readonly at: number },
  ): Promise<void> {
    if (ids.length === 0) return;
    await trx
      .updateTable('statement')
      .set({
        status: decision.status,
        revision: sql<number>`revision + 1`,
        decidedBy: decision.by,
        decidedAt: new Date(decision.at),
      })
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
      .execute();
  }

  /** Keeps who changed it last, and when, beside the decision. */
  async correct(
    trx: LedgerTransaction,
    id: string,
    fields: StatementFields,
    change: { readonly by: string; readonly at: number },
  ): Promise<void> {
    await trx
      .updateTable('statement')
      .set({
        ...fields,
        spans: JSON.stringify(fields.spans),
        revision: sql<number>`revision + 1`,
        decidedBy: change.by,
        decidedAt: new Date(change.at),
      })
      .where('id', '=', id)
      .execute();
  }
}
