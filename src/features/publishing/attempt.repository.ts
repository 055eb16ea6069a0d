import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { AttemptState } from '../../infrastructure/database/tables.js';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';

/** A try about to be made: the row stands in the ledger before the call is made. */
export interface NewAttempt {
  readonly id: string;
  readonly postId: string;
  readonly part: number;
  readonly key: string;
  readonly fingerprint: string;
  readonly claimedBy: string;
  readonly claimedAt: number;
}

/** How a try ended. Instants in epoch milliseconds. */
export interface ClosedAttempt {
  readonly id: string;
  readonly state: Exclude<AttemptState, 'open'>;
  readonly sentAt: number | null;
  readonly finishedAt: number;
  readonly detail: string | null;
}

export interface NewPublication {
  readonly postId: string;
  readonly part: number;
  readonly attemptId: string;
  readonly remoteId: string;
  readonly url: string;
  readonly publishedAt: number;
  /** Found on the account after its answer was lost. */
  readonly adopted: boolean;
}

@Injectable()
export class AttemptRepository {
  constructor(private readonly ledger: Ledger) {}

  async open(trx: LedgerReader, attempts: readonly NewAttempt[]): Promise<void> {
    const rows = attempts.map(({ claimedAt, ...attempt }) => ({
      ...snake(attempt),
      claimed_at: new Date(claimedAt).toISOString(),
    }));
    await sql`
      insert into attempt (id, post_id, part, key, fingerprint, state, claimed_by, claimed_at)
      select id, post_id, part, key, fingerprint, 'open', claimed_by, claimed_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m(id uuid, post_id uuid, part integer, key text, fingerprint text, claimed_by text,
             claimed_at timestamptz)`.execute(trx);
  }

  /** Closes attempts that are still open or unknown; answers those, others were closed by someone else. */
  async close(trx: LedgerReader, attempts: readonly ClosedAttempt[]): Promise<ReadonlySet<string>> {
    const rows = attempts.map((attempt) => ({
      id: attempt.id,
      state: attempt.state,
      sent: attempt.sentAt === null ? null : new Date(attempt.sentAt).toISOString(),
      finished: new Date(attempt.finishedAt).toISOString(),
      detail: attempt.detail,
    }));
    const closed = await sql<{ id: string }>`
      update attempt t
      set state = m.state, sent_at = coalesce(m.sent, t.sent_at), finished_at = m.finished, detail = m.detail
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m(id uuid, state text, sent timestamptz, finished timestamptz, detail text)
      where t.id = m.id and t.state in ('open', 'unknown')
      returning t.id`.execute(trx);
    return new Set(closed.rows.map((row) => row.id));
  }

  async publish(trx: LedgerReader, publications: readonly NewPublication[]): Promise<void> {
    if (publications.length === 0) return;
    await trx
      .insertInto('publication')
      .values(publications.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt) })))
      .execute();
  }

  /**
   * How many tries at each attempt's part were surely not sent, itself left out. Tries of before the post was
   * given its present instant do not count: whoever chose a new time wants it tried anew.
   */
  async failures(trx: LedgerReader, attemptIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{ id: string; failures: number }>`
      select t.id, count(f.id) as failures
      from attempt t
      join post p on p.id = t.post_id
      left join attempt f on f.post_id = t.post_id and f.part = t.part and f.state = 'not-sent' and f.id <> t.id
        and f.claimed_at >= p.planned_at - interval '10 seconds'
      where t.id = any(${attemptIds}::uuid[])
      group by t.id`.execute(trx);
    return new Map(rows.map((row) => [row.id, row.failures]));
  }

  /** The attempts in doubt of these posts, with where the part before them is live. */
  async inDoubt(postIds: readonly string[]): Promise<readonly AttemptInDoubt[]> {
    return this.ledger
      .selectFrom('attempt')
      .select(['id', 'postId', 'part', 'key', 'state', 'claimedAt', 'sentAt'])
      .where('postId', 'in', [...postIds])
      .where('state', 'in', ['open', 'unknown'])
      .execute();
  }

  /** The live parts of a post in their order. */
  async publications(postId: string): Promise<readonly { part: number; remoteId: string; url: string }[]> {
    return this.ledger
      .selectFrom('publication')
      .select(['part', 'remoteId', 'url'])
      .where('postId', '=', postId)
      .orderBy('part')
      .execute();
  }
}

export interface AttemptInDoubt {
  readonly id: string;
  readonly postId: string;
  readonly part: number;
  readonly key: string;
  readonly state: AttemptState;
  readonly claimedAt: number;
  readonly sentAt: number | null;
}

function snake(attempt: Omit<NewAttempt, 'claimedAt'>): Record<string, unknown> {
  return {
    id: attempt.id,
    post_id: attempt.postId,
    part: attempt.part,
    key: attempt.key,
    fingerprint: attempt.fingerprint,
    claimed_by: attempt.claimedBy,
  };
}
