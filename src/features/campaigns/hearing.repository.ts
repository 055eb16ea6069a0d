import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { HearingHistoryQuery } from '../../contract/campaigns.js';
import type { PlanCalendar, ReportedHearing } from '../../domain/campaign/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { HearingChangeTable, HearingTable } from '../../infrastructure/database/plan-tables.js';

export type HearingRow = Selectable<HearingTable>;
/** All that the plan of a campaign counts from, and the revision of its hearing. */
export type CalendarRow = PlanCalendar & Pick<HearingRow, 'campaignId' | 'revision'>;
export type HearingChangeRow = Selectable<HearingChangeTable>;

@Injectable()
export class HearingRepository {
  constructor(private readonly ledger: Ledger) {}

  /** A campaign has a hearing from the start, without a date. */
  async start(trx: LedgerTransaction, campaignId: string, zone: string): Promise<void> {
    await trx.insertInto('hearing').values({ campaignId, zone, status: 'unannounced' }).execute();
  }

  /**
   * Every change of the plan begins here, so that two of them wait for each other. The launch is read once the lock
   * is held: a statement that had to wait for it would join the new hearing with the old launch.
   */
  async lock(trx: LedgerTransaction, campaignId: string): Promise<CalendarRow | undefined> {
    const hearing = await trx
      .selectFrom('hearing')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .forUpdate()
      .executeTakeFirst();
    if (hearing === undefined) return undefined;
    const { launchAt } = await trx
      .selectFrom('campaign')
      .select('launchAt')
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    return { ...hearing, launchAt };
  }

  save(trx: LedgerTransaction, campaignId: string, hearing: ReportedHearing): Promise<HearingRow> {
    return trx
      .updateTable('hearing')
      .set({
        status: hearing.status,
        startsAt: dateOf(hearing.startsAt),
        zone: hearing.zone,
        arguedAt: dateOf(hearing.arguedAt),
        decidedAt: dateOf(hearing.decidedAt),
        revision: sql<number>`revision + 1`,
      })
      .where('campaignId', '=', campaignId)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** To be called while the hearing is locked. */
  async setLaunch(trx: LedgerTransaction, campaignId: string, launchAt: number | null): Promise<void> {
    await trx
      .updateTable('campaign')
      .set({ launchAt: dateOf(launchAt) })
      .where('id', '=', campaignId)
      .execute();
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

function dateOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
