import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { HearingHistoryQuery } from '../../contract/campaigns.js';
import type { Outcome, PlanCalendar, ReportedHearing } from '../../domain/campaign/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { HearingChangeTable, HearingTable } from '../../infrastructure/database/plan-tables.js';

export type HearingRow = Selectable<HearingTable>;
/** All that the plan of a campaign counts from, and the revision of its hearing. */
export type CalendarRow = PlanCalendar & Pick<HearingRow, 'campaignId' | 'revision'>;
export type HearingChangeRow = Selectable<HearingChangeTable>;

/** Who changed a hearing, by what source, and from what. */
export interface ChangeRecord {
  readonly campaignId: string;
  readonly source: string;
  readonly changedBy: string;
  readonly changedAt: number;
  readonly was: ReportedHearing;
  /** Where it releases how the court decided. */
  readonly outcome: Outcome | null;
  readonly undoes: number | null;
}

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

  /** The hearing as decided, with the outcome that two people released. */
  async decide(
    trx: LedgerTransaction,
    campaignId: string,
    hearing: ReportedHearing,
    outcome: Outcome,
  ): Promise<HearingRow> {
    await this.save(trx, campaignId, hearing);
    return trx
      .updateTable('hearing')
      .set({ outcome })
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

  /** Keeps what the hearing became and what it was before. Answers the id of the change. */
  async record(trx: LedgerTransaction, hearing: ReportedHearing, change: ChangeRecord): Promise<number> {
    const { was, changedAt, ...reported } = change;
    const { id } = await trx
      .insertInto('hearingChange')
      .values({
        ...reported,
        status: hearing.status,
        startsAt: dateOf(hearing.startsAt),
        zone: hearing.zone,
        occurredAt: dateOf(occurredAt(hearing)),
        changedAt: new Date(changedAt),
        wasStatus: was.status,
        wasStartsAt: dateOf(was.startsAt),
        wasZone: was.zone,
        wasArguedAt: dateOf(was.arguedAt),
        wasDecidedAt: dateOf(was.decidedAt),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  async lastChange(trx: LedgerTransaction, campaignId: string): Promise<HearingChangeRow | undefined> {
    return trx
      .selectFrom('hearingChange')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
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

/** When what was reported last happened, where it is an event of its own. */
function occurredAt({ status, arguedAt, decidedAt }: ReportedHearing): number | null {
  return status === 'argued' ? arguedAt : decidedAt;
}

function dateOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
