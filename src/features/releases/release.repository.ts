import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { PageQuery } from '../../contract/page.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { ReleaseTable } from '../../infrastructure/database/tables.js';

export type ReleaseRow = Selectable<ReleaseTable>;

export interface StatementCounts {
  readonly quotations: number;
  readonly facts: number;
  readonly proposed: number;
  readonly accepted: number;
  readonly rejected: number;
}

export type ReleaseSummaryRow = Pick<ReleaseRow, 'id' | 'campaignId' | 'sha256' | 'createdAt'> & {
  readonly opening: string;
} & StatementCounts;

/** Enough of the text to know a release by. */
const OPENING_CHARACTERS = 200;

@Injectable()
export class ReleaseRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new release, or undefined where the campaign has this text already. */
  insert(trx: LedgerTransaction, release: Insertable<ReleaseTable>): Promise<ReleaseRow | undefined> {
    return trx
      .insertInto('release')
      .values(release)
      .onConflict((conflict) => conflict.columns(['campaignId', 'sha256']).doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<ReleaseRow | undefined> {
    return db.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
  }

  findByDigest(campaignId: string, sha256: string): Promise<ReleaseRow | undefined> {
    return this.ledger
      .selectFrom('release')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
  }

  /** Up to one beyond the limit, the oldest first, each with the counts of its statements. */
  page(campaignId: string, { limit, cursor }: PageQuery): Promise<ReleaseSummaryRow[]> {
    let query = this.ledger
      .selectFrom('release')
      .leftJoin('statement', 'statement.releaseId', 'release.id')
      .select(['release.id', 'release.campaignId', 'release.sha256', 'release.createdAt'])
      .select(sql<string>`left(release.text, ${OPENING_CHARACTERS})`.as('opening'))
      .select([
        count(sql`kind = 'quotation'`).as('quotations'),
        count(sql`kind = 'fact'`).as('facts'),
        count(sql`status = 'proposed'`).as('proposed'),
        count(sql`status = 'accepted'`).as('accepted'),
        count(sql`status = 'rejected'`).as('rejected'),
      ])
      .where('release.campaignId', '=', campaignId)
      .groupBy('release.id')
      .orderBy('release.createdAt')
      .orderBy('release.id')
      .limit(limit + 1);
    if (cursor !== undefined) {
      query = query.where(
        sql<boolean>`(release.created_at, release.id) > (select created_at, id from release where id = ${cursor})`,
      );
    }
    return query.execute();
  }
}

function count(condition: ReturnType<typeof sql>) {
  return sql<number>`count(*) filter (where ${condition})`;
}
