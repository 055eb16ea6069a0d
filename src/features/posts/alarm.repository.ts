import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';

/** A post that wants to be woken: its alarm's id is made of all three, so that a new wake is a new alarm. */
export interface Wakeable {
  readonly id: string;
  readonly revision: number;
  readonly wake: number;
  readonly dueAt: number;
}

/**
 * Which posts have an alarm. The alarm itself may be lost; these columns say whether one was set. Many posts are
 * locked in the order of their ids, as everywhere, so that nobody who moves posts at the same time deadlocks.
 */
@Injectable()
export class AlarmRepository {
  constructor(private readonly ledger: Ledger) {}

  /** Due until `until` and without an alarm, soonest first. */
  async withoutAlarm(until: number, limit: number): Promise<readonly Wakeable[]> {
    const { rows } = await sql<Wakeable>`
      select id, revision, wake, due_at from post
      where due_at <= ${new Date(until)} and queued_at is null
      order by due_at limit ${limit}`.execute(this.ledger);
    return rows;
  }

  async markSet(posts: readonly Wakeable[], now: number): Promise<void> {
    await sql`
      with chosen as materialized (
        select p.id from post p
        join jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as m(id uuid, revision integer, wake integer)
          on p.id = m.id and p.revision = m.revision and p.wake = m.wake
        where p.due_at is not null
        order by p.id for no key update of p
      )
      update post set queued_at = ${new Date(now)} from chosen where post.id = chosen.id`.execute(
      this.ledger,
    );
  }

  /** Wants new alarms for these posts, whatever alarms they have. */
  async wakeAgain(db: LedgerReader, ids: readonly string[]): Promise<void> {
    await sql`
      with chosen as materialized (
        select id from post where id = any(${ids}::uuid[]) and due_at is not null order by id for no key update
      )
      update post set wake = wake + 1, queued_at = null from chosen where post.id = chosen.id`.execute(db);
  }

  /** Every alarm is lost: all posts with a due instant want new ones. */
  async wakeAll(db: LedgerReader): Promise<void> {
    await sql`
      with chosen as materialized (
        select id from post where due_at is not null and queued_at is not null order by id for no key update
      )
      update post set wake = wake + 1, queued_at = null from chosen where post.id = chosen.id`.execute(db);
  }

  /**
   * Posts that ought to have left by `before`, whose alarm was set before that too, and that no pause keeps:
   * their alarms were lost.
   */
  async overdue(before: number, limit: number): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select p.id from post p
      where p.due_at < ${new Date(before)} and p.queued_at < ${new Date(before)}
        and not is_paused(p.campaign_id, p.account_id)
      order by p.due_at limit ${limit}`.execute(this.ledger);
    return rows.map((row) => row.id);
  }
}
