import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Part } from '../../domain/post/segment.js';
import type { PostStatus } from '../../domain/post/status.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type {
  AccountTwinTable,
  RehearsalTable,
  RehearsedPostTable,
} from '../../infrastructure/database/rehearsal-tables.js';

export type RehearsalRow = Selectable<RehearsalTable>;

/** A post of the campaign as it stands, to be rehearsed. */
export interface OriginalPost {
  readonly id: string;
  readonly waveId: string;
  readonly accountId: string;
  readonly account: string;
  readonly network: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly status: PostStatus;
  readonly parts: readonly Part[];
  readonly timing: string;
  readonly graceMs: number;
  readonly plannedAt: number | null;
}

export interface DatedPost extends OriginalPost {
  readonly plannedAt: number;
}

/** A post in a rehearsal, beside the one that it stands for. */
export interface RehearsedRow {
  readonly copyId: string;
  readonly revision: number;
  readonly ofPostId: string;
  readonly wave: string;
  readonly account: string;
  readonly network: string;
  readonly organization: string;
  readonly statusBefore: PostStatus;
  readonly plannedAt: number;
  readonly dueAt: number;
  readonly publishedAt: number | null;
  readonly status: PostStatus;
  readonly reason: string | null;
  readonly parts: readonly Part[];
}

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 2_000;

@Injectable()
export class RehearsalRepository {
  constructor(private readonly ledger: Ledger) {}

  /** Of two rehearsals of a campaign that are started at once, the second sees the first. */
  async lockCampaign(trx: LedgerTransaction, id: string): Promise<void> {
    await trx.selectFrom('campaign').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  }

  async isCopy(campaignId: string): Promise<boolean> {
    const row = await this.ledger
      .selectFrom('rehearsal')
      .select('id')
      .where('copyId', '=', campaignId)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The one that has not ended. */
  async unfinished(
    trx: LedgerTransaction,
    campaignId: string,
    now: number,
  ): Promise<RehearsalRow | undefined> {
    return trx
      .selectFrom('rehearsal')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .where('stoppedAt', 'is', null)
      .where('runsUntil', '>', sql<number>`${new Date(now)}`)
      .executeTakeFirst();
  }

  async insert(trx: LedgerTransaction, rehearsal: Insertable<RehearsalTable>): Promise<RehearsalRow> {
    return trx.insertInto('rehearsal').values(rehearsal).returningAll().executeTakeFirstOrThrow();
  }

  async find(id: string): Promise<RehearsalRow | undefined> {
    return this.ledger.selectFrom('rehearsal').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The newest first. */
  async list(campaignId: string): Promise<readonly RehearsalRow[]> {
    return this.ledger
      .selectFrom('rehearsal')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('startedAt', 'desc')
      .execute();
  }

  /** Whether it was stopped now; false where it had been. */
  async stop(trx: LedgerTransaction, id: string, by: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('rehearsal')
      .set({ stoppedBy: by, stoppedAt: new Date(now) })
      .where('id', '=', id)
      .where('stoppedAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async insertTwins(trx: LedgerTransaction, twins: readonly Insertable<AccountTwinTable>[]): Promise<void> {
    await trx
      .insertInto('accountTwin')
      .values([...twins])
      .execute();
  }

  async insertPosts(trx: LedgerTransaction, posts: readonly Insertable<RehearsedPostTable>[]): Promise<void> {
    for (let from = 0; from < posts.length; from += ROWS_AT_ONCE) {
      await trx
        .insertInto('rehearsedPost')
        .values(posts.slice(from, from + ROWS_AT_ONCE))
        .execute();
    }
  }

  /** All that went out, waits or may yet: none that was cancelled, declined, refused or taken down. */
  async originals(campaignId: string): Promise<readonly OriginalPost[]> {
    const { rows } = await sql<OriginalPost>`
      select p.id, p.wave_id, p.account_id, a.handle as account, a.network, a.organization_id, o.name as organization,
             p.status, p.parts, p.timing, p.grace_ms, p.planned_at
      from post p
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      where p.campaign_id = ${campaignId} and p.status not in ('cancelled','declined','rejected','taken-down')
      order by p.id`.execute(this.ledger);
    return rows;
  }

  /** In the order of the plan. */
  async rehearsed(rehearsalId: string): Promise<readonly RehearsedRow[]> {
    const { rows } = await sql<RehearsedRow>`
      select h.post_id as copy_id, p.revision, h.of_post_id, w.name as wave, a.handle as account, a.network,
             o.name as organization, h.status_before, h.planned_at, p.planned_at as due_at, u.published_at, p.status,
             p.reason, p.parts
      from rehearsed_post h
      join post p on p.id = h.post_id
      join wave w on w.id = p.wave_id
      join account_twin t on t.account_id = p.account_id
      join account a on a.id = t.of_account_id
      join organization o on o.id = a.organization_id
      left join publication u on u.post_id = p.id and u.part = 0
      where h.rehearsal_id = ${rehearsalId}
      order by h.planned_at, h.post_id`.execute(this.ledger);
    return rows;
  }

  async undated(campaignId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from post
      where campaign_id = ${campaignId} and planned_at is null
        and status not in ('cancelled','declined','rejected','taken-down')`.execute(this.ledger);
    return rows[0]?.count ?? 0;
  }
}
