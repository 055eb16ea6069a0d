import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';

/** Until when a network asked an account to wait (its rate limit), kept in the ledger for every worker. */
@Injectable()
export class AccountBlocks {
  /** Never shortens a wait that stands. */
  async block(trx: LedgerTransaction, accountId: string, until: number): Promise<void> {
    const instant = new Date(until);
    await trx
      .updateTable('account')
      .set({ blockedUntil: instant })
      .where('id', '=', accountId)
      .where((where) =>
        where.or([where('blockedUntil', 'is', null), where('blockedUntil', '<', sql<number>`${instant}`)]),
      )
      .execute();
  }
}
