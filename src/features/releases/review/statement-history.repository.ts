import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import type { StatementChangeTable } from '../../../infrastructure/database/release-tables.js';

export type StatementChangeRow = Selectable<StatementChangeTable>;

/** One change of one statement, for the record. */
export interface NewChange {
  readonly statementId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Who decided what on a statement, and when. */
@Injectable()
export class StatementHistoryRepository {
  constructor(private readonly ledger: Ledger) {}

  /** To be called after the change, since it keeps the revision that the change made. */
  async record(
    trx: LedgerTransaction,
    changes: readonly NewChange[],
    what: { readonly change: StatementChangeRow['change']; readonly by: string; readonly at: number },
  ): Promise<void> {
    if (changes.length === 0) return;
    await sql`
      insert into statement_change (statement_id, revision, change, detail, changed_by, changed_at)
      select s.id, s.revision, ${what.change}, c.detail, ${what.by}, ${new Date(what.at)}
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c("statementId" uuid, detail jsonb)
      join statement s on s.id = c."statementId"`.execute(trx);
  }

  async of(statementId: string): Promise<readonly StatementChangeRow[]> {
    return this.ledger
      .selectFrom('statementChange')
      .selectAll()
      .where('statementId', '=', statementId)
      .orderBy('id')
      .execute();
  }
}
