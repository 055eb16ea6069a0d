import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Approval } from '../../../domain/approval/index.js';
import type { PostStatus } from '../../../domain/post/status.js';
import type { LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import type { Place, PostMove } from '../move.repository.js';
import { type ApprovalColumns, type UnsentPost, withApproval } from '../plan.repository.js';
import type { NewWords } from '../post.repository.js';

/** A post that a move of the hearing changed: as it is now, and as it was before the move. */
export interface MovedPost extends UnsentPost {
  readonly was: Place & NewWords & { readonly status: PostStatus; readonly reason: string | null };
  /** Whether nobody and nothing changed it since the move. */
  readonly untouched: boolean;
  /** Whether all that it quoted before the move stands as it did, and may be used. */
  readonly sourcesHold: boolean;
  readonly network: string;
}

interface Row extends Omit<UnsentPost, 'approval'>, ApprovalColumns {
  readonly wasStatus: PostStatus;
  readonly wasReason: string | null;
  readonly wasPlannedAt: number | null;
  readonly wasTiming: string;
  readonly wasDelayMs: number;
  readonly wasGraceMs: number;
  readonly wasFreezeMs: number;
  readonly wasParts: NewWords['parts'];
  readonly wasFingerprint: string;
  readonly wasTemplate: string | null;
  readonly wasDependsOnDate: boolean;
  readonly wasStatements: NewWords['statements'];
  readonly untouched: boolean;
  readonly sourcesHold: boolean;
  readonly network: string;
}

/** What posts were before the last move of their hearing: what an undo gives back. */
@Injectable()
export class PlanMoveRepository {
  /**
   * Remembers locked posts whose words a move may change, as they are before it. Of earlier moves nothing is kept:
   * only the last is undone.
   */
  async rememberWords(
    trx: LedgerTransaction,
    campaignId: string,
    moveId: number,
    ids: readonly string[],
  ): Promise<void> {
    await sql`
      delete from plan_move where move_id in
        (select id from hearing_change where campaign_id = ${campaignId} and id < ${moveId})`.execute(trx);
    await sql`
      insert into plan_move
        (move_id, post_id, was_status, was_planned_at, was_timing, was_delay_ms, was_grace_ms, was_freeze_ms, was_reason,
         was_parts, was_fingerprint, was_template, was_depends_on_date, was_statements, became_status, became_revision)
      select ${moveId}, p.id, p.status, p.planned_at, p.timing, p.delay_ms, p.grace_ms, p.freeze_ms, p.reason,
             p.parts, p.fingerprint, p.template, p.depends_on_date,
             coalesce((select jsonb_agg(jsonb_build_object('statementId', s.statement_id,
                         'statementRevision', s.statement_revision, 'cuts', s.cuts) order by s.statement_id)
                       from post_statement s where s.post_id = p.id), '[]'),
             p.status, p.revision
      from post p where p.id = any(${ids}::uuid[])`.execute(trx);
  }

  /**
   * Remembers what a move is about to change, and what it will make of it; what it does not change is forgotten. The
   * others keep their words, so that theirs are not written down: an undo looks at their fingerprint alone.
   */
  async remember(trx: LedgerTransaction, moveId: number, moves: readonly PostMove[]): Promise<void> {
    await sql`
      delete from plan_move
      where move_id = ${moveId} and post_id <> all(${moves.map(({ id }) => id)}::uuid[])`.execute(trx);
    const rows = JSON.stringify(
      moves.map(({ id, to, revision, raiseRevision }) => ({
        id,
        to,
        revision: revision + (raiseRevision === true ? 1 : 0),
      })),
    );
    await sql`
      insert into plan_move
        (move_id, post_id, was_status, was_planned_at, was_timing, was_delay_ms, was_grace_ms, was_freeze_ms, was_reason,
         was_parts, was_fingerprint, was_template, was_depends_on_date, was_statements, became_status, became_revision)
      select ${moveId}, p.id, p.status, p.planned_at, p.timing, p.delay_ms, p.grace_ms, p.freeze_ms, p.reason,
             '[]', p.fingerprint, p.template, p.depends_on_date, '[]', m."to", m.revision
      from jsonb_to_recordset(${rows}::jsonb) as m(id uuid, "to" text, revision integer)
      join post p on p.id = m.id
      on conflict (move_id, post_id) do update
        set became_status = excluded.became_status, became_revision = excluded.became_revision`.execute(trx);
  }

  /**
   * The posts that a move changed. They are locked together with all others that an undo may move, in the order of
   * their ids, so that nobody who locks posts in that order waits for ever.
   */
  async lockMoved(
    trx: LedgerTransaction,
    moveId: number,
    waveIds: readonly string[],
  ): Promise<readonly MovedPost[]> {
    await sql`
      select id from post
      where wave_id = any(${waveIds}::uuid[]) or id in (select post_id from plan_move where move_id = ${moveId})
      order by id for update`.execute(trx);
    const { rows } = await sql<Row>`
      select p.id, p.status, p.revision, p.wave_id, p.account_id, p.fingerprint, p.planned_at, p.timing, p.delay_ms,
             p.grace_ms, p.freeze_ms, p.depends_on_date, p.reason, p.pinned, o.zone, embargo_of(p.id) as embargo_until,
             v.fingerprint as approved_fingerprint, v.instant_at, v.leeway_minutes, v.follows_timing,
             m.was_status, m.was_reason, m.was_planned_at, m.was_timing, m.was_delay_ms, m.was_grace_ms, m.was_freeze_ms,
             m.was_parts, m.was_fingerprint, m.was_template, m.was_depends_on_date, m.was_statements,
             m.became_status = p.status and m.became_revision = p.revision as untouched, a.network,
             not lacks_consent(p.id) and not exists (
               select from (
                 select u."statementId" as id, u."statementRevision" as revision
                 from jsonb_to_recordset(m.was_statements) as u("statementId" uuid, "statementRevision" integer)
                 union all
                 select ps.statement_id, ps.statement_revision from post_statement ps
                 where ps.post_id = p.id and m.was_statements = '[]'
               ) used join statement s on s.id = used.id
               where s.revision <> used.revision or s.status <> 'accepted') as sources_hold
      from plan_move m
      join post p on p.id = m.post_id
      join account a on a.id = p.account_id
      join organization o on o.id = a.organization_id
      left join approval v on v.post_id = p.id and v.decision = 'approved' and v.withdrawn_at is null
      where m.move_id = ${moveId}
      order by p.id`.execute(trx);
    return rows.map(movedPost);
  }

  /**
   * How many posts left by the date that a move gave them, or are leaving: those that it changed, and those that were
   * made by it since, in waves that the court's news moves.
   */
  async left(trx: LedgerTransaction, campaignId: string, moveId: number): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from post p
      join wave w on w.id = p.wave_id
      where p.campaign_id = ${campaignId}
        and p.status in ('publishing','published','partly-published','unknown','handed-over','taken-down')
        and (exists (select from plan_move m where m.move_id = ${moveId} and m.post_id = p.id)
             or (not p.pinned and coalesce(w.timing->>'event', 'hearing') <> 'launch'))
        and exists (select from attempt t join hearing_change c on c.id = ${moveId}
                    where t.post_id = p.id and t.claimed_at >= c.changed_at)`.execute(trx);
    return rows[0]?.count ?? 0;
  }
}

function movedPost(row: Row): MovedPost {
  const { wasStatus, wasReason, wasPlannedAt, wasTiming, wasDelayMs, wasGraceMs, wasFreezeMs, ...others } =
    row;
  const { wasParts, wasFingerprint, wasTemplate, wasDependsOnDate, wasStatements, ...post } = others;
  const place = {
    plannedAt: wasPlannedAt,
    timing: wasTiming,
    delayMs: wasDelayMs,
    graceMs: wasGraceMs,
    freezeMs: wasFreezeMs,
  };
  const words = {
    parts: wasParts,
    fingerprint: wasFingerprint,
    template: wasTemplate,
    dependsOnDate: wasDependsOnDate,
    statements: wasStatements,
  };
  const approved: Omit<Row, keyof ApprovalColumns> & { readonly approval: Approval | null } =
    withApproval(row);
  return {
    ...post,
    approval: approved.approval,
    was: { ...place, ...words, status: wasStatus, reason: wasReason },
  };
}
