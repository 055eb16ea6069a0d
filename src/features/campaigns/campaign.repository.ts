import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { CampaignQuery } from '../../contract/campaigns.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { CampaignTable, HearingTable } from '../../infrastructure/database/plan-tables.js';

/** A campaign together with its hearing. */
export type CampaignRow = Selectable<CampaignTable> & Omit<Selectable<HearingTable>, 'campaignId'>;

@Injectable()
export class CampaignRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new campaign's id, or undefined where the slug is taken. */
  async insert(trx: LedgerTransaction, campaign: Insertable<CampaignTable>): Promise<string | undefined> {
    const inserted = await trx
      .insertInto('campaign')
      .values(campaign)
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    return inserted?.id;
  }

  async update(id: string, changes: Updateable<CampaignTable>): Promise<void> {
    await this.ledger.updateTable('campaign').set(changes).where('id', '=', id).execute();
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<CampaignRow | undefined> {
    return withHearing(db).where('campaign.id', '=', id).executeTakeFirst();
  }

  findBySlug(slug: string, db: LedgerReader = this.ledger): Promise<CampaignRow | undefined> {
    return withHearing(db).where('campaign.slug', '=', slug).executeTakeFirst();
  }

  /** Up to one beyond the limit, the oldest first; those that are rehearsed are copies, and not listed. */
  page({ limit, cursor, slug }: CampaignQuery): Promise<CampaignRow[]> {
    let query = withHearing(this.ledger)
      .where(sql<boolean>`not exists (select from rehearsal where copy_id = campaign.id)`)
      .orderBy('campaign.createdAt')
      .orderBy('campaign.id')
      .limit(limit + 1);
    if (slug !== undefined) query = query.where('campaign.slug', '=', slug);
    if (cursor !== undefined) {
      query = query.where(
        sql<boolean>`(campaign.created_at, campaign.id) > (select created_at, id from campaign where id = ${cursor})`,
      );
    }
    return query.execute();
  }
}

function withHearing(db: LedgerReader) {
  return db
    .selectFrom('campaign')
    .innerJoin('hearing', 'hearing.campaignId', 'campaign.id')
    .selectAll('campaign')
    .select(['hearing.status', 'hearing.startsAt', 'hearing.zone', 'hearing.revision'])
    .select(['hearing.arguedAt', 'hearing.decidedAt', 'hearing.outcome']);
}
