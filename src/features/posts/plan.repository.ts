import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Approval } from '../../domain/approval/index.js';
import type { NoPosting, QuietHours } from '../../domain/campaign/index.js';
import type { PostStatus } from '../../domain/post/status.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';

export interface PlannedAccount {
  readonly id: string;
  readonly network: string;
  readonly remoteId: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly blanks: Readonly<Record<string, string>>;
  /** The organization's own zone; null where it goes by the court's. */
  readonly zone: string | null;
  readonly quiet: QuietHours | null;
  /** Whether posts are made for it now: connected, and not opted out. */
  readonly takesPart: boolean;
}

/** A post in a wave, as far as it takes a second there. */
export interface StandingRow {
  readonly id: string;
  readonly waveId: string;
  readonly accountId: string;
  readonly delayMs: number;
  readonly plannedAt: number | null;
}

/** An unsent post as re-planning sees it. */
export interface UnsentPost {
  readonly id: string;
  readonly status: PostStatus;
  readonly revision: number;
  readonly waveId: string;
  readonly accountId: string;
  readonly fingerprint: string;
  readonly plannedAt: number | null;
  readonly timing: string;
  readonly delayMs: number;
  readonly graceMs: number;
  readonly freezeMs: number;
  readonly dependsOnDate: boolean;
  /** Why somebody has to look at it. */
  readonly reason: string | null;
  /** A person chose its instant, so that only its words follow the hearing. */
  readonly pinned: boolean;
  /** The zone of its organization; null where that goes by the court's. */
  readonly zone: string | null;
  /** When the embargo on what it is made of ends. */
  readonly embargoUntil: number | null;
  readonly approval: Approval | null;
}

/** What people know a post by. */
export interface PostNames {
  readonly id: string;
  readonly account: string;
  readonly network: string;
  readonly organization: string;
  readonly wave: string;
}

/** Told at the commit of a change that gave posts a new instant, so that workers set their alarms at once. */
export const DUE_CHANNEL = 'chorus_due';

/** What planning reads of campaigns, organizations, approvals and posts. */
@Injectable()
export class PlanRepository {
  constructor(private readonly ledger: Ledger) {}

  /**
   * The campaign and its hearing, which keeps its date until the transaction ends. Locked before it is read: a
   * statement that had to wait for the lock would join the new hearing with the old launch.
   */
  async lockCampaign(trx: LedgerTransaction, id: string) {
    await trx.selectFrom('hearing').select('campaignId').where('campaignId', '=', id).forShare().execute();
    return trx
      .selectFrom('campaign')
      .innerJoin('hearing', 'hearing.campaignId', 'campaign.id')
      .selectAll('campaign')
      .select(['hearing.status', 'hearing.startsAt', 'hearing.zone', 'hearing.arguedAt', 'hearing.decidedAt'])
      .select('hearing.outcome')
      .where('campaign.id', '=', id)
      .executeTakeFirst();
  }

  async waves(campaignId: string, db: LedgerReader) {
    return db
      .selectFrom('wave')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('position')
      .orderBy('id')
      .execute();
  }

  /** All accounts but twins in the order of their seats, which is that in which they were connected, whoever takes part. */
  async accounts(db: LedgerReader): Promise<readonly PlannedAccount[]> {
    const { rows } = await sql<PlannedAccount>`
      select a.id, a.network, a.remote_id, a.organization_id, o.name as organization, o.blanks, o.zone,
             case when o.quiet_from is null then null
                  else json_build_object('from', o.quiet_from, 'to', o.quiet_to) end as quiet,
             a.connected and not a.opted_out as takes_part
      from account a join organization o on o.id = a.organization_id
      where not exists (select from account_twin t where t.account_id = a.id)
      order by a.created_at, a.id`.execute(db);
    return rows;
  }

  /** When a campaign does not post. */
  async noPosting(db: LedgerReader, campaignId: string, court: string): Promise<NoPosting> {
    const { rows } = await sql<{ date: string; reason: string }>`
      select date, reason from blackout where campaign_id = ${campaignId}`.execute(db);
    return { court, blackouts: new Map(rows.map(({ date, reason }) => [date, reason])) };
  }

  /** The same, and neither the dates nor the hearing change until the transaction ends. Before any post is locked. */
  async holdNoPosting(trx: LedgerTransaction, campaignId: string): Promise<NoPosting> {
    const { zone } = await trx
      .selectFrom('hearing')
      .select('zone')
      .where('campaignId', '=', campaignId)
      .forShare()
      .executeTakeFirstOrThrow();
    return this.noPosting(trx, campaignId, zone);
  }

  /** Whether a post is written for an outcome that nobody has released, or not the one that was. */
  async awaitsDecision(trx: LedgerTransaction, postId: string): Promise<boolean> {
    const { rows } = await sql<{ awaits: boolean }>`
      select w.outcome is not null and w.outcome is distinct from h.outcome as awaits
      from post p join wave w on w.id = p.wave_id join hearing h on h.campaign_id = p.campaign_id
      where p.id = ${postId}`.execute(trx);
    return rows[0]?.awaits ?? false;
  }

  /** What stands in these waves, by the wave; what was cancelled takes no second any more. */
  async standing(
    db: LedgerReader,
    waveIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StandingRow[]>> {
    const { rows } = await sql<StandingRow>`
      select id, wave_id, account_id, delay_ms, planned_at from post
      where wave_id = any(${waveIds}::uuid[]) and status <> 'cancelled'`.execute(db);
    return Map.groupBy(rows, ({ waveId }) => waveId);
  }

  /**
   * Unsent posts of these waves that follow their wave, or name the date, and in `pinnedTooIds` whatever instant a
   * person gave them, locked, with the approval that stands. Locked before they are read: a statement that had to wait
   * for a lock would join the new post with the old approval.
   */
  async lockUnsent(
    trx: LedgerTransaction,
    waveIds: readonly string[],
    pinnedTooIds: readonly string[],
    statuses: readonly PostStatus[],
  ): Promise<readonly UnsentPost[]> {
    const locked = await sql<{ id: string }>`
      select id from post
      where wave_id = any(${waveIds}::uuid[]) and status = any(${statuses})
        and (not pinned or depends_on_date or wave_id = any(${pinnedTooIds}::uuid[]))
      order by id for update`.execute(trx);
    const { rows } = await sql<UnsentRow>`
      select p.id, p.status, p.revision, p.wave_id, p.account_id, p.fingerprint, p.planned_at, p.timing, p.delay_ms, p.grace_ms,
             p.freeze_ms, p.depends_on_date, p.reason, p.pinned, o.zone, embargo_of(p.id) as embargo_until,
             v.fingerprint as approved_fingerprint, v.instant_at, v.leeway_minutes, v.follows_timing
      from post p
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      left join approval v on v.post_id = p.id and v.decision = 'approved' and v.withdrawn_at is null
      where p.id = any(${locked.rows.map(({ id }) => id)}::uuid[])
      order by p.id`.execute(trx);
    return rows.map(withApproval);
  }

  /** The names that people know these posts by, by their ids. */
  async names(trx: LedgerTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, PostNames>> {
    if (ids.length === 0) return new Map();
    const rows: readonly PostNames[] = await trx
      .selectFrom('post')
      .innerJoin('wave', 'wave.id', 'post.waveId')
      .innerJoin('account', 'account.id', 'post.accountId')
      .innerJoin('organization', 'organization.id', 'account.organizationId')
      .select([
        'post.id',
        'account.handle as account',
        'account.network',
        'organization.name as organization',
        'wave.name as wave',
      ])
      .where('post.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  async announceDue(trx: LedgerTransaction): Promise<void> {
    await sql`select pg_notify(${DUE_CHANNEL}, '')`.execute(trx);
  }

  async inFlight(trx: LedgerTransaction, campaignId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from post where campaign_id = ${campaignId} and status = 'publishing'`.execute(
      trx,
    );
    return rows[0]?.count ?? 0;
  }

  async overview(campaignId: string) {
    const { rows } = await sql<{
      waveId: string;
      name: string;
      firstAt: number | null;
      lastAt: number | null;
      posts: Record<string, number>;
    }>`
      select w.id as wave_id, w.name, min(s.first_at) as first_at, max(s.last_at) as last_at,
             coalesce(jsonb_object_agg(s.status, s.count) filter (where s.status is not null), '{}') as posts
      from wave w
      left join (select wave_id, status, count(*) as count, min(planned_at) as first_at, max(planned_at) as last_at
                 from post where campaign_id = ${campaignId} group by wave_id, status) s on s.wave_id = w.id
      where w.campaign_id = ${campaignId}
      group by w.id order by w.position, w.id`.execute(this.ledger);
    return rows;
  }
}

/** The approval that stands, as a row has it. */
export interface ApprovalColumns {
  readonly approvedFingerprint: string | null;
  readonly instantAt: number | null;
  readonly leewayMinutes: number | null;
  readonly followsTiming: string | null;
}

type UnsentRow = Omit<UnsentPost, 'approval'> & ApprovalColumns;

export function withApproval<Row extends ApprovalColumns>({
  approvedFingerprint,
  instantAt,
  leewayMinutes,
  followsTiming,
  ...post
}: Row): Omit<Row, keyof ApprovalColumns> & { readonly approval: Approval | null } {
  if (approvedFingerprint === null) return { ...post, approval: null };
  const leeway: Approval['leeway'] =
    followsTiming === null
      ? { kind: 'minutes', minutes: leewayMinutes ?? 0 }
      : { kind: 'follows-hearing', timing: followsTiming };
  return { ...post, approval: { fingerprint: approvedFingerprint, instantAt, leeway } };
}
