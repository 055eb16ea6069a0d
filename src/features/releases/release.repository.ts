import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { PageQuery } from '../../contract/page.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { ReleaseTable } from '../../infrastructure/database/release-tables.js';

/** A version of a release, and the one that corrects it. */
export type ReleaseRow = Selectable<ReleaseTable> & { readonly correctedById: string | null };

export interface StatementCounts {
  readonly quotations: number;
  readonly facts: number;
  readonly proposed: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

export type ReleaseSummaryRow = Omit<ReleaseRow, 'text' | 'partners' | 'firstId' | 'addedBy'> & {
  readonly opening: string;
} & StatementCounts;

/** Enough of the text to know a release by. */
const OPENING_CHARACTERS = 200;

@Injectable()
export class ReleaseRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new release's id, or undefined where the campaign has this text already, or this version. */
  async insert(trx: LedgerTransaction, release: Insertable<ReleaseTable>): Promise<string | undefined> {
    const inserted = await trx
      .insertInto('release')
      .values(release)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return inserted?.id;
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<ReleaseRow | undefined> {
    return versions(db).where('release.id', '=', id).executeTakeFirst();
  }

  /** The texts of these releases, each read once, by their ids. */
  async texts(ids: readonly string[], db: LedgerReader = this.ledger): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await db.selectFrom('release').select(['id', 'text']).where('id', 'in', wanted).execute();
    return new Map(rows.map(({ id, text }) => [id, text]));
  }

  /** The newest version of this text. */
  findByDigest(campaignId: string, sha256: string): Promise<ReleaseRow | undefined> {
    return versions(this.ledger)
      .where('release.campaignId', '=', campaignId)
      .where('release.sha256', '=', sha256)
      .orderBy('release.version', 'desc')
      .executeTakeFirst();
  }

  /** The newest version in which a statement stands. */
  newestWith(statementId: string, db: LedgerReader): Promise<ReleaseRow | undefined> {
    return versions(db)
      .where(
        sql<boolean>`release.id in (select release_id from statement where id = ${statementId}
                     union all select release_id from statement_anchor where statement_id = ${statementId})`,
      )
      .orderBy('release.version', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /** Up to one beyond the limit, the oldest first, each with the counts of the statements that stand in it. */
  async page(campaignId: string, { limit, cursor }: PageQuery): Promise<readonly ReleaseSummaryRow[]> {
    const after =
      cursor === undefined
        ? sql``
        : sql`and (r.created_at, r.id) > (select created_at, id from release where id = ${cursor})`;
    const { rows } = await sql<ReleaseSummaryRow>`
      select r.id, r.campaign_id, r.sha256, r.created_at, r.version, r.corrects_id, r.embargo_until, r.note,
             n.id as corrected_by_id, left(r.text, ${OPENING_CHARACTERS}) as opening, counts.*
      from release r
      left join release n on n.corrects_id = r.id
      cross join lateral (
        select count(*) filter (where kind = 'quotation') as quotations, count(*) filter (where kind = 'fact') as facts,
               count(*) filter (where status = 'proposed') as proposed,
               count(*) filter (where status = 'accepted') as accepted,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'withdrawn') as withdrawn
        from (select kind, status from statement where release_id = r.id
              union all
              select s.kind, s.status from statement_anchor a join statement s on s.id = a.statement_id
              where a.release_id = r.id) standing
      ) counts
      where r.campaign_id = ${campaignId} ${after}
      order by r.created_at, r.id limit ${limit + 1}`.execute(this.ledger);
    return rows;
  }

  /** The embargo is of a release in all its versions. */
  async setEmbargo(
    trx: LedgerTransaction,
    firstId: string,
    change: {
      readonly until: number | null;
      readonly reason: string | null;
      readonly by: string;
      readonly at: number;
    },
  ): Promise<void> {
    const until = change.until === null ? null : new Date(change.until);
    await sql`
      update release set embargo_until = ${until} where coalesce(first_id, id) = ${firstId}`.execute(trx);
    await trx
      .insertInto('embargoChange')
      .values({
        firstId,
        until,
        reason: change.reason,
        changedBy: change.by,
        changedAt: new Date(change.at),
      })
      .execute();
  }
}

function versions(db: LedgerReader) {
  return db
    .selectFrom('release')
    .leftJoin('release as newer', 'newer.correctsId', 'release.id')
    .selectAll('release')
    .select('newer.id as correctedById');
}
