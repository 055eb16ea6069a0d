import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { mayMove, type PostStatus } from '../../domain/post/status.js';
import type { LedgerReader } from '../../infrastructure/database/ledger.js';

/** One move of one post, from what the mover saw. */
export interface PostMove {
  readonly id: string;
  readonly from: PostStatus;
  readonly revision: number;
  readonly to: PostStatus;
  /** When its next part is to be sent; null when nothing is to be sent. Setting it wakes the post anew. */
  readonly dueAt?: number | null;
  /** When its attempt in doubt is to be looked for. */
  readonly reconcileAt?: number | null;
  readonly reason?: string | null;
  /** True where content, instant or approval changed, so that jobs and claims of before are stale. */
  readonly raiseRevision?: boolean;
  /** Where the plan now puts it; left out where the plan stays. */
  readonly place?: Place;
}

/** A post's place in the plan: its instant, null while no date is known, and what belongs to it. */
export interface Place {
  readonly plannedAt: number | null;
  readonly timing: string;
  readonly delayMs: number;
  readonly graceMs: number;
  readonly freezeMs: number;
}

@Injectable()
export class MoveRepository {
  /**
   * The one way a post's status changes: compare-and-set on the status and revision that the mover saw.
   * Answers the ids that moved; a missing one was changed by someone else meanwhile.
   */
  async move(db: LedgerReader, moves: readonly PostMove[], now: number): Promise<ReadonlySet<string>> {
    if (moves.length === 0) return new Set();
    for (const { from, to } of moves) {
      if (from !== to && !mayMove(from, to)) throw new Error(`No post moves from ${from} to ${to}`);
    }
    const rows = JSON.stringify(
      moves.map((move) => ({
        id: move.id,
        from: move.from,
        revision: move.revision,
        to: move.to,
        due: instant(move.dueAt),
        reconcile: instant(move.reconcileAt),
        reason: move.reason ?? null,
        raise: move.raiseRevision === true ? 1 : 0,
        ...(move.place === undefined ? {} : placeColumns(move.place)),
      })),
    );
    const moved = await sql<{ id: string }>`
      update post p
      set status = m."to",
          due_at = m.due,
          reconcile_at = m.reconcile,
          reason = m.reason,
          revision = p.revision + m.raise,
          planned_at = case when m.timing is null then p.planned_at else m.planned end,
          timing = coalesce(m.timing, p.timing),
          delay_ms = coalesce(m.delay, p.delay_ms),
          grace_ms = coalesce(m.grace, p.grace_ms),
          freeze_ms = coalesce(m.freeze_ms, p.freeze_ms),
          wake = p.wake + case when m.due is null then 0 else 1 end,
          queued_at = null,
          updated_at = ${new Date(now)}
      from jsonb_to_recordset(${rows}::jsonb)
        as m(id uuid, "from" text, revision integer, "to" text, due timestamptz, reconcile timestamptz,
             reason text, raise integer, planned timestamptz, timing text, delay integer, grace integer,
             freeze_ms integer)
      where p.id = m.id and p.status = m."from" and p.revision = m.revision
      returning p.id`.execute(db);
    return new Set(moved.rows.map((row) => row.id));
  }
}

function placeColumns({ plannedAt, timing, delayMs, graceMs, freezeMs }: Place): Record<string, unknown> {
  return { planned: instant(plannedAt), timing, delay: delayMs, grace: graceMs, freeze_ms: freezeMs };
}

function instant(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString();
}
