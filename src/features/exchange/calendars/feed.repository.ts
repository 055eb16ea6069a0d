import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { CalendarFeedTable } from '../../../infrastructure/database/exchange-tables.js';
import {
  Ledger,
  type LedgerReader,
  type LedgerTransaction,
} from '../../../infrastructure/database/ledger.js';

/** A feed and the name of what it is of. */
export interface FeedRow extends Omit<Selectable<CalendarFeedTable>, 'keySha256'> {
  readonly name: string;
}

/** Whose posts a feed shows: of an organization, or of a campaign. */
export type FeedScope = { readonly organizationId: string } | { readonly campaignId: string };

@Injectable()
export class FeedRepository {
  constructor(private readonly ledger: Ledger) {}

  async insert(
    trx: LedgerTransaction,
    scope: FeedScope,
    made: { readonly keySha256: string; readonly by: string; readonly at: number },
  ): Promise<string> {
    const { id } = await trx
      .insertInto('calendarFeed')
      .values({ ...scope, keySha256: made.keySha256, madeBy: made.by, madeAt: new Date(made.at) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  /** Whether one stood. */
  async revokeStanding(trx: LedgerTransaction, scope: FeedScope, by: string, at: number): Promise<boolean> {
    const [column, id] =
      'organizationId' in scope
        ? (['organizationId', scope.organizationId] as const)
        : (['campaignId', scope.campaignId] as const);
    const revoked = await trx
      .updateTable('calendarFeed')
      .set({ revokedBy: by, revokedAt: new Date(at) })
      .where(column, '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    return revoked.numUpdatedRows > 0n;
  }

  /** One that is revoked already stays as it was. */
  async revoke(id: string, by: string, at: number): Promise<void> {
    await this.ledger
      .updateTable('calendarFeed')
      .set({ revokedBy: by, revokedAt: new Date(at) })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .execute();
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<FeedRow | undefined> {
    return this.named(db).where('calendarFeed.id', '=', id).executeTakeFirst();
  }

  findByKey(keySha256: string): Promise<FeedRow | undefined> {
    return this.named(this.ledger)
      .where('calendarFeed.keySha256', '=', keySha256)
      .where('calendarFeed.revokedAt', 'is', null)
      .executeTakeFirst();
  }

  /** The newest first. */
  list(limit: number): Promise<FeedRow[]> {
    return this.named(this.ledger)
      .orderBy('calendarFeed.madeAt', 'desc')
      .orderBy('calendarFeed.id')
      .limit(limit)
      .execute();
  }

  private named(db: LedgerReader) {
    return db
      .selectFrom('calendarFeed')
      .leftJoin('organization', 'organization.id', 'calendarFeed.organizationId')
      .leftJoin('campaign', 'campaign.id', 'calendarFeed.campaignId')
      .select(['calendarFeed.id', 'calendarFeed.organizationId', 'calendarFeed.campaignId'])
      .select([
        'calendarFeed.madeBy',
        'calendarFeed.madeAt',
        'calendarFeed.revokedBy',
        'calendarFeed.revokedAt',
      ])
      .select(sql<string>`coalesce(organization.name, campaign.name)`.as('name'));
  }
}
