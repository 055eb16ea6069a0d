import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { BlackoutTable } from '../../infrastructure/database/plan-tables.js';

export type BlackoutRow = Selectable<BlackoutTable>;

@Injectable()
export class BlackoutRepository {
  constructor(private readonly ledger: Ledger) {}

  /** In the order of the calendar. */
  async ofCampaign(campaignId: string, db: LedgerReader = this.ledger): Promise<BlackoutRow[]> {
    return db
      .selectFrom('blackout')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('date')
      .execute();
  }

  /** A date that stands gets the new reason. */
  async save(trx: LedgerTransaction, blackout: Insertable<BlackoutTable>): Promise<void> {
    await trx
      .insertInto('blackout')
      .values(blackout)
      .onConflict((conflict) =>
        conflict.columns(['campaignId', 'date']).doUpdateSet({
          reason: sql`excluded.reason`,
          addedBy: sql`excluded.added_by`,
          addedAt: sql`excluded.added_at`,
        }),
      )
      .execute();
  }

  async delete(trx: LedgerTransaction, campaignId: string, date: string): Promise<void> {
    await trx.deleteFrom('blackout').where('campaignId', '=', campaignId).where('date', '=', date).execute();
  }
}
