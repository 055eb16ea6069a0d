import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { ApprovalTable } from '../../infrastructure/database/tables.js';

export type ApprovalRow = Selectable<ApprovalTable>;

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 2_000;

@Injectable()
export class ApprovalRepository {
  constructor(private readonly ledger: Ledger) {}

  async insert(trx: LedgerTransaction, approval: Insertable<ApprovalTable>): Promise<void> {
    await trx.insertInto('approval').values(approval).execute();
  }

  async insertAll(trx: LedgerTransaction, approvals: readonly Insertable<ApprovalTable>[]): Promise<void> {
    for (let from = 0; from < approvals.length; from += ROWS_AT_ONCE) {
      await trx
        .insertInto('approval')
        .values(approvals.slice(from, from + ROWS_AT_ONCE))
        .execute();
    }
  }

  async standing(trx: LedgerTransaction, postId: string): Promise<ApprovalRow | undefined> {
    return trx
      .selectFrom('approval')
      .selectAll()
      .where('postId', '=', postId)
      .where('decision', '=', 'approved')
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
  }

  /** The record stays; the approval stands no more. */
  async withdraw(trx: LedgerTransaction, id: string, now: number): Promise<void> {
    await trx
      .updateTable('approval')
      .set({ withdrawnAt: new Date(now) })
      .where('id', '=', id)
      .execute();
  }

  async list(postId: string): Promise<readonly ApprovalRow[]> {
    return this.ledger
      .selectFrom('approval')
      .selectAll()
      .where('postId', '=', postId)
      .orderBy('decidedAt')
      .execute();
  }

  async liveParts(trx: LedgerTransaction, postId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from publication where post_id = ${postId}`.execute(trx);
    return rows[0]?.count ?? 0;
  }
}
