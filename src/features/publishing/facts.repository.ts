import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { PublicationFacts } from '../../domain/publication/index.js';
import type { Part } from '../../domain/post/segment.js';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';

/** A post on its way out: what decides over it, and what is sent. */
export interface DepartingPost extends PublicationFacts {
  readonly id: string;
  readonly revision: number;
  readonly campaignId: string;
  readonly accountId: string;
  readonly network: string;
  readonly parts: readonly Part[];
  /** How many of its parts are live: the index of the next one. */
  readonly liveParts: number;
}

interface Row extends Omit<DepartingPost, 'approval'> {
  readonly approvedFingerprint: string | null;
  readonly approvedInstantAt: number | null;
  readonly leewayMinutes: number | null;
  readonly followsTiming: string | null;
}

@Injectable()
export class FactsRepository {
  constructor(private readonly ledger: Ledger) {}

  /** What the ledger says of these posts now; unknown ids are left out. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, DepartingPost>> {
    return this.query(this.ledger, ids, sql``);
  }

  /** The same with the posts locked until the transaction ends; a post that someone else holds is left out. */
  async lock(trx: LedgerReader, ids: readonly string[]): Promise<ReadonlyMap<string, DepartingPost>> {
    return this.query(trx, ids, sql`order by p.id for update of p skip locked`);
  }

  /** The same, waiting for whoever holds a post. In the order of ids, so that two who wait never deadlock. */
  async lockWaiting(trx: LedgerReader, ids: readonly string[]): Promise<ReadonlyMap<string, DepartingPost>> {
    return this.query(trx, ids, sql`order by p.id for update of p`);
  }

  /**
   * Keeps the hearings of these posts from moving until the transaction ends. To be called before the posts are
   * locked, as the plan does it.
   */
  async holdHearings(trx: LedgerReader, ids: readonly string[]): Promise<void> {
    await sql`
      select h.campaign_id from hearing h
      where h.campaign_id in (select campaign_id from post where id = any(${ids}::uuid[]))
      order by h.campaign_id for share of h`.execute(trx);
  }

  /** The attempts since whose claim the hearing moved, so that their posts' place in the plan is an old one. */
  async hearingMovedSince(trx: LedgerReader, attemptIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ id: string }>`
      select t.id from attempt t join post p on p.id = t.post_id
      where t.id = any(${attemptIds}::uuid[]) and (not p.pinned or p.depends_on_date)
        and exists (select from hearing_change h where h.campaign_id = p.campaign_id
                    and h.changed_at >= t.claimed_at and h.status not in ('argued','decided'))`.execute(trx);
    return new Set(rows.map((row) => row.id));
  }

  private async query(
    db: LedgerReader,
    ids: readonly string[],
    locking: ReturnType<typeof sql>,
  ): Promise<ReadonlyMap<string, DepartingPost>> {
    const { rows } = await sql<Row>`
      select p.id, p.status, p.revision, p.fingerprint, p.planned_at, p.due_at, p.timing, p.grace_ms,
             p.campaign_id, p.account_id, p.parts, a.network, a.connected, a.opted_out, a.blocked_until,
             v.fingerprint as approved_fingerprint, v.instant_at as approved_instant_at,
             v.leeway_minutes, v.follows_timing,
             exists (select from post_statement ps join statement s on s.id = ps.statement_id
                     where ps.post_id = p.id
                       and (s.revision <> ps.statement_revision or s.status <> 'accepted')) as statements_changed,
             case when u.statements then lacks_consent(p.id) else false end as lacks_consent,
             case when u.statements then embargo_of(p.id) end as embargo_until,
             is_paused(p.campaign_id, p.account_id) as paused,
             exists (select from attempt t where t.post_id = p.id
                     and t.state in ('open', 'unknown')) as attempt_in_doubt,
             (select count(*) from publication u where u.post_id = p.id) as live_parts
      from post p
      join account a on a.id = p.account_id
      cross join lateral (select exists (select from post_statement ps where ps.post_id = p.id) as statements) u
      left join approval v on v.post_id = p.id and v.decision = 'approved' and v.withdrawn_at is null
        and v.organization_id = a.organization_id
      where p.id = any(${ids}::uuid[])
      ${locking}`.execute(db);
    return new Map(rows.map((row) => [row.id, departing(row)]));
  }
}

function departing(row: Row): DepartingPost {
  return { ...row, approval: approvalOf(row) };
}

function approvalOf(
  row: Pick<Row, 'approvedFingerprint' | 'approvedInstantAt' | 'leewayMinutes' | 'followsTiming'>,
): PublicationFacts['approval'] {
  if (row.approvedFingerprint === null) return null;
  return {
    fingerprint: row.approvedFingerprint,
    instantAt: row.approvedInstantAt,
    leeway:
      row.followsTiming === null
        ? { kind: 'minutes', minutes: row.leewayMinutes ?? 0 }
        : { kind: 'follows-hearing', timing: row.followsTiming },
  };
}
