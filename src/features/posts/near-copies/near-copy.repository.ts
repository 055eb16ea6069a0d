import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Part } from '../../../domain/post/segment.js';
import type { PostStatus } from '../../../domain/post/status.js';
import {
  Ledger,
  type LedgerReader,
  type LedgerTransaction,
} from '../../../infrastructure/database/ledger.js';

/** A post's words, and the names that every post about its subject must carry. */
export interface WrittenPost {
  readonly id: string;
  readonly campaignId: string;
  readonly network: string;
  readonly account: string;
  readonly organization: string;
  readonly wave: string;
  readonly status: PostStatus;
  readonly parts: readonly Part[];
  readonly obliged: readonly string[];
}

/** Any number that nothing else locks, for each campaign and network. */
const NEAR_COPIES = 4_730_003;

/** What a campaign's posts say on a network. */
@Injectable()
export class NearCopyRepository {
  constructor(private readonly ledger: Ledger) {}

  /** All that is or may become public: sent ones too, but none that was cancelled, declined or taken down. */
  ofCampaign(campaignId: string, network: string | undefined): Promise<readonly WrittenPost[]> {
    const there = network === undefined ? sql`true` : sql`a.network = ${network}`;
    return this.written(
      this.ledger,
      sql`p.campaign_id = ${campaignId} and ${there}
          and p.status not in ('cancelled','declined','rejected','taken-down')`,
    );
  }

  /** The same, of the campaign and network of one post, which is among them. */
  ofPost(postId: string): Promise<readonly WrittenPost[]> {
    return this.written(
      this.ledger,
      sql`(p.campaign_id, a.network) = (select q.campaign_id, b.network from post q join account b on b.id = q.account_id
                                        where q.id = ${postId})
          and (p.id = ${postId} or p.status not in ('cancelled','declined','rejected','taken-down'))`,
    );
  }

  /**
   * A post, and the others of its campaign and network that are approved or out. Until the transaction ends no other
   * post is compared with them: of two near copies that are approved at once, the second sees the first.
   */
  async lockApproved(trx: LedgerTransaction, postId: string): Promise<readonly WrittenPost[]> {
    await sql`
      select pg_advisory_xact_lock(${NEAR_COPIES}, hashtext(p.campaign_id || a.network))
      from post p join account a on a.id = p.account_id where p.id = ${postId}`.execute(trx);
    return this.written(
      trx,
      sql`(p.campaign_id, a.network) = (select q.campaign_id, b.network from post q join account b on b.id = q.account_id
                                        where q.id = ${postId})
          and (p.id = ${postId} or p.status in ('approved','publishing','unknown','published','partly-published',
                                                'handed-over'))`,
    );
  }

  private async written(db: LedgerReader, wanted: RawBuilder<unknown>): Promise<readonly WrittenPost[]> {
    const { rows } = await sql<WrittenPost>`
      select p.id, p.campaign_id, a.network, a.handle as account, o.name as organization, w.name as wave, p.status,
             p.parts, array_remove(array[c.name, c.case_name, c.court, c.docket, o.name] || c.hashtags || said.names, null)
               as obliged
      from post p
      join campaign c on c.id = p.campaign_id
      join wave w on w.id = p.wave_id
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      cross join lateral (
        select coalesce(array_agg(name), '{}') as names from post_statement ps
        join statement s on s.id = ps.statement_id
        cross join lateral unnest(array[s.speaker, s.role, s.organization]) as name
        where ps.post_id = p.id) said
      where ${wanted}
      order by p.id`.execute(db);
    return rows;
  }
}
