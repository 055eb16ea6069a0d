import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Cut } from '../../domain/statement/statement.js';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';
import type { StatementRow } from './statement.repository.js';

/** A statement with all that decides whether and how it may be used. */
export interface SourceRow extends StatementRow {
  readonly campaignId: string;
  readonly embargoUntil: number | null;
  /** Whether the speaker's organization lets it be used; of no meaning for a fact. */
  readonly consented: boolean;
  readonly agreedCuts: readonly Cut[];
}

/** What posts are made from, as one reading of the ledger. */
@Injectable()
export class SourceRepository {
  constructor(private readonly ledger: Ledger) {}

  /** These statements, or the accepted ones of a campaign in the order of its releases. */
  async statements(
    which: { readonly ids: readonly string[] } | { readonly campaignId: string },
    db: LedgerReader = this.ledger,
  ): Promise<readonly SourceRow[]> {
    const wanted =
      'ids' in which
        ? sql`s.id = any(${[...which.ids]}::uuid[])`
        : sql`r.campaign_id = ${which.campaignId} and s.status = 'accepted'`;
    const { rows } = await sql<SourceRow>`
      select s.*, r.campaign_id, r.embargo_until,
             exists (select from consent c where c.statement_id = s.id and c.cut_id is null
                     and c.withdrawn_at is null) as consented,
             coalesce((select jsonb_agg(k.removed order by k.proposed_at, k.id) from cut k
                       join consent c on c.cut_id = k.id and c.withdrawn_at is null
                       where k.statement_id = s.id and k.voided_at is null), '[]') as agreed_cuts
      from statement s join release r on r.id = s.release_id
      where ${wanted}
      order by r.created_at, r.id, s.position`.execute(db);
    return rows;
  }

  async text(releaseId: string, db: LedgerReader = this.ledger): Promise<string> {
    const { text } = await db
      .selectFrom('release')
      .select('text')
      .where('id', '=', releaseId)
      .executeTakeFirstOrThrow();
    return text;
  }

  /** Each campaign's phrases; one without any is left out. The copy that a rehearsal runs has its campaign's. */
  async phrases(
    campaignIds: readonly string[],
    db: LedgerReader = this.ledger,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { rows } = await sql<{ campaignId: string; phrases: readonly string[] }>`
      select asked.id as campaign_id, array_agg(p.text order by p.text) as phrases
      from unnest(${[...campaignIds]}::uuid[]) as asked(id)
      left join rehearsal h on h.copy_id = asked.id
      join phrase p on p.campaign_id = coalesce(h.campaign_id, asked.id) and p.withdrawn_at is null
      group by asked.id`.execute(db);
    return new Map(rows.map(({ campaignId, phrases }) => [campaignId, phrases]));
  }
}
