import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { PostStatus } from '../../domain/post/status.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { SourceChange } from '../releases/index.js';

/** A post that uses a source which no longer holds as it was. */
export interface UsingPost {
  readonly id: string;
  readonly status: PostStatus;
  readonly revision: number;
  readonly account: string;
  readonly network: string;
  readonly organization: string;
  readonly statementIds: readonly string[];
}

/** Which posts a change of the sources concerns. */
@Injectable()
export class AffectedRepository {
  /** Those that are neither cancelled nor taken down, nor only rehearsed, locked in the order of their ids until the transaction ends. */
  async lock(trx: LedgerTransaction, change: SourceChange): Promise<readonly UsingPost[]> {
    const { rows } = await sql<UsingPost>`
      select p.id, p.status, p.revision, a.handle as account, a.network, o.name as organization,
             array(select ps.statement_id from post_statement ps
                   where ps.post_id = p.id and ${isConcerned(change)}) as statement_ids
      from post p
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      where p.status not in ('cancelled', 'taken-down') and ${uses(change)}
        and not exists (select from rehearsed_post h where h.post_id = p.id)
      order by p.id for update of p`.execute(trx);
    return rows;
  }
}

/** Whether a use `ps` of a statement is of what changed. */
function isConcerned(change: SourceChange): RawBuilder<boolean> {
  if (change.kind === 'phrase-withdrawn') return sql`false`;
  const used = sql<boolean>`ps.statement_id = any(${[...change.statementIds]}::uuid[])`;
  if (change.kind !== 'cut-withdrawn') return used;
  return sql`${used} and exists (select from jsonb_array_elements(ps.cuts) as used(removed)
    where used.removed = ${JSON.stringify(change.removed)}::jsonb)`;
}

/** Whether the post `p` uses what changed. */
function uses(change: SourceChange): RawBuilder<boolean> {
  if (change.kind === 'phrase-withdrawn') {
    // As it stands in JSON, where quotation marks are escaped.
    const escaped = JSON.stringify(change.phrase).slice(1, -1);
    return sql`p.campaign_id = ${change.campaignId}
      and strpos(p.parts::text, ${escaped}) > 0`;
  }
  const used = sql<boolean>`exists (select from post_statement ps where ps.post_id = p.id and ${isConcerned(change)})`;
  if (change.kind !== 'embargoed') return used;
  return sql`${used} and p.planned_at < ${new Date(change.until)}
    and p.status not in ('published', 'handed-over', 'missed')`;
}
