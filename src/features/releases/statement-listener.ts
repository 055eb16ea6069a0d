import { Injectable } from '@nestjs/common';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';

/** Statements that were decided otherwise or changed; each has a new revision. */
export interface StatementsChange {
  readonly campaignId: string;
  readonly statementIds: readonly string[];
  readonly changedAt: number;
}

/** A feature whose posts are made of statements. */
export abstract class StatementListener {
  /**
   * Voids what was approved with the statements as they were, in the transaction that changes them, and answers
   * how many posts lost their approval. The statements' rows are locked already. Should a post slip through, the
   * claim still compares revisions, so it does not go out.
   */
  abstract statementsChanged(trx: LedgerTransaction, change: StatementsChange): Promise<number>;
}

/** Listeners register when their module starts, so that releases need not know what is made of them. */
@Injectable()
export class StatementListeners {
  private readonly listeners: StatementListener[] = [];

  register(listener: StatementListener): void {
    this.listeners.push(listener);
  }

  async tell(trx: LedgerTransaction, change: StatementsChange): Promise<number> {
    if (change.statementIds.length === 0) return 0;
    let lostApproval = 0;
    for (const listener of this.listeners) lostApproval += await listener.statementsChanged(trx, change);
    return lostApproval;
  }
}
