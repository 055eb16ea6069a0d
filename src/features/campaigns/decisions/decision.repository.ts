import { Injectable } from '@nestjs/common';
import type { Insertable, Selectable } from 'kysely';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import type { DecisionTable } from '../../../infrastructure/database/plan-tables.js';

export type DecisionRow = Selectable<DecisionTable>;

/** Written only while the campaign's hearing is locked. */
@Injectable()
export class DecisionRepository {
  constructor(private readonly ledger: Ledger) {}

  /** What is proposed or released. */
  async standing(trx: LedgerTransaction, campaignId: string): Promise<DecisionRow | undefined> {
    return trx
      .selectFrom('decision')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
  }

  /** All proposals, the newest first. */
  async ofCampaign(campaignId: string): Promise<DecisionRow[]> {
    return this.ledger
      .selectFrom('decision')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('proposedAt', 'desc')
      .orderBy('id')
      .execute();
  }

  async insert(trx: LedgerTransaction, decision: Insertable<DecisionTable>): Promise<DecisionRow> {
    return trx.insertInto('decision').values(decision).returningAll().executeTakeFirstOrThrow();
  }

  async confirm(trx: LedgerTransaction, id: string, by: string, now: number): Promise<DecisionRow> {
    return trx
      .updateTable('decision')
      .set({ confirmedBy: by, confirmedAt: new Date(now) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async withdraw(trx: LedgerTransaction, id: string, by: string, now: number): Promise<DecisionRow> {
    return trx
      .updateTable('decision')
      .set({ withdrawnBy: by, withdrawnAt: new Date(now) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
