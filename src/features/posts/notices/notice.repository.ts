import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { PostStatus } from '../../../domain/post/status.js';
import {
  Ledger,
  type LedgerReader,
  type LedgerTransaction,
} from '../../../infrastructure/database/ledger.js';
import type { CorrectionNoticeTable } from '../../../infrastructure/database/tables.js';
import type { UsingPost } from '../affected.repository.js';

/** A notice with what somebody needs to act on it. */
export interface NoticeRow extends Selectable<CorrectionNoticeTable> {
  readonly campaignId: string;
  readonly status: PostStatus;
  readonly revision: number;
  readonly account: string;
  readonly network: string;
  readonly organizationId: string;
  readonly organization: string;
  /** Addresses of its live parts. */
  readonly urls: readonly string[];
}

export interface Resolution {
  readonly resolution: 'corrected' | 'taken-down' | 'left';
  readonly by: string;
  readonly note: string | null;
  readonly url: string | null;
  readonly at: number;
}

/** Live posts that say what their release no longer says. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly ledger: Ledger) {}

  async open(
    trx: LedgerTransaction,
    posts: readonly Pick<UsingPost, 'id' | 'statementIds'>[],
    because: string,
    openedAt: number,
  ): Promise<void> {
    const rows = posts.flatMap(({ id, statementIds }) =>
      statementIds.map((statementId) => ({ postId: id, statementId, because, openedAt: new Date(openedAt) })),
    );
    if (rows.length === 0) return;
    await trx
      .insertInto('correctionNotice')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Those of posts that turned out not to be live, or say something else now, are left out; the oldest first. */
  async list(campaignId: string, only: 'open' | 'all'): Promise<readonly NoticeRow[]> {
    return this.rows(
      this.ledger,
      sql`p.campaign_id = ${campaignId} and ${only === 'open' ? sql`n.resolution is null` : sql`true`}
          and (n.resolution is not null or exists (select from post_statement ps
               where ps.post_id = n.post_id and ps.statement_id = n.statement_id))
          and p.status in ('publishing','unknown','published','partly-published','handed-over','taken-down')`,
    );
  }

  async find(trx: LedgerTransaction, id: string): Promise<NoticeRow | undefined> {
    await sql`select id from correction_notice where id = ${id} for update`.execute(trx);
    return (await this.rows(trx, sql`n.id = ${id}`))[0];
  }

  async resolve(trx: LedgerTransaction, id: string, { by, at, ...resolved }: Resolution): Promise<void> {
    await trx
      .updateTable('correctionNotice')
      .set({ ...resolved, resolvedBy: by, resolvedAt: new Date(at) })
      .where('id', '=', id)
      .execute();
  }

  /** What was taken down says nothing any more, so that all its notices are resolved. */
  async resolveAll(
    trx: LedgerTransaction,
    postId: string,
    { by, at, ...resolved }: Resolution,
  ): Promise<void> {
    await trx
      .updateTable('correctionNotice')
      .set({ ...resolved, resolvedBy: by, resolvedAt: new Date(at) })
      .where('postId', '=', postId)
      .where('resolution', 'is', null)
      .execute();
  }

  private async rows(db: LedgerReader, wanted: ReturnType<typeof sql>): Promise<readonly NoticeRow[]> {
    const { rows } = await sql<NoticeRow>`
      select n.*, p.campaign_id, p.status, p.revision, a.handle as account, a.network, a.organization_id,
             o.name as organization,
             array(select u.url from publication u where u.post_id = p.id order by u.part) as urls
      from correction_notice n
      join post p on p.id = n.post_id
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      where ${wanted} order by n.opened_at, n.id`.execute(db);
    return rows;
  }
}
