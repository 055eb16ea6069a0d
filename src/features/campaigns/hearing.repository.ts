import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { HearingHistoryQuery } from '../../contract/campaigns.js';
import type { Hearing } from '../../domain/campaign/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { HearingChangeTable, HearingTable } from '../../infrastructure/database/tables.js';

export type HearingRow = Selectable<HearingTable>;
export type HearingChangeRow = Selectable<HearingChangeTable>;

@Injectable()
export class HearingRepository {
  constructor(private readonly ledger: Ledger) {}

  /** A campaign has a hearing from the start, without a date. */
  async start(trx: LedgerTransaction, campaignId: string, zone: string): Promise<void> {
    await trx.insertInto('hearing').values({ campaignId, zone, status: 'unannounced' }).execute();
  }

  /** Every change of the plan begins here, so that two of them wait for each other. */
  lock(trx: LedgerTransaction, campaignId: string): Promise<HearingRow | undefined> {
    return trx
      .selectFrom('hearing')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .forUpdate()
      .executeTakeFirst();
  }

  save(trx: LedgerTransaction, campaignId: string, hearing: Hearing): Promise<HearingRow> {
    return trx
      .updateTable('hearing')
      .set({
        status: hearing.status,
        startsAt: hearing.startsAt === null ? null : new Date(hearing.startsAt),
        zone: hearing.zone,
        revision: sql<number>`revision + 1`,
      })
      .where('campaignId', '=', campaignId)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async record(trx: LedgerTransaction, change: Insertable<HearingChangeTable>): Promise<void> {
    await trx.insertInto('hearingChange').values(change).execute();
  }

  /** Up to one beyond the limit, the newest first. */
  history(campaignId: string, { limit, cursor }: HearingHistoryQuery): Promise<HearingChangeRow[]> {
    let query = this.ledger
      .selectFrom('hearingChange')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (cursor !== undefined) query = query.where('id', '<', cursor);
    return query.execute();
  }
}
