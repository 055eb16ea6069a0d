import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { CLAIMABLE, type PostStatus } from '../../domain/post/status.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { PauseTable } from '../../infrastructure/database/tables.js';

export type Pause = Selectable<PauseTable>;
export type PauseScope = Pick<Pause, 'scope' | 'scopeId'>;

/** Committed pauses and resumptions are told on this channel, so that each worker's stop flag follows at once. */
export const PAUSE_CHANNEL = 'chorus_pause';

@Injectable()
export class PauseRepository {
  constructor(private readonly ledger: Ledger) {}

  async standing(db: LedgerReader = this.ledger): Promise<readonly Pause[]> {
    return db.selectFrom('pause').selectAll().where('resumedAt', 'is', null).orderBy('pausedAt').execute();
  }

  async list(limit: number): Promise<readonly Pause[]> {
    return this.ledger.selectFrom('pause').selectAll().orderBy('pausedAt', 'desc').limit(limit).execute();
  }

  /** Answers the standing pause of the scope: a scope is paused once, however often it is asked for. */
  async start(
    trx: LedgerTransaction,
    scope: PauseScope,
    reason: string,
    by: string,
    now: number,
  ): Promise<Pause> {
    const standing = (await this.standing(trx)).find(
      (pause) => pause.scope === scope.scope && pause.scopeId === scope.scopeId,
    );
    if (standing !== undefined) return standing;
    const pause = await trx
      .insertInto('pause')
      .values({ ...scope, reason, pausedBy: by, pausedAt: new Date(now) })
      .returningAll()
      .executeTakeFirstOrThrow();
    await sql`select pg_notify(${PAUSE_CHANNEL}, '')`.execute(trx);
    return pause;
  }

  /** Answers the pause, ended; undefined when there is none of that id or it was ended before. */
  async end(trx: LedgerTransaction, id: string, by: string, now: number): Promise<Pause | undefined> {
    const pause = await trx
      .updateTable('pause')
      .set({ resumedBy: by, resumedAt: new Date(now) })
      .where('id', '=', id)
      .where('resumedAt', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (pause !== undefined) await sql`select pg_notify(${PAUSE_CHANNEL}, '')`.execute(trx);
    return pause;
  }

  async find(id: string): Promise<Pause | undefined> {
    return this.ledger.selectFrom('pause').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Posts of the scope that are claimed and not yet recorded. */
  async onTheWire(trx: LedgerTransaction, scope: PauseScope): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from post p where p.status = 'publishing' and ${covers(scope)}`.execute(trx);
    return rows[0]?.count ?? 0;
  }

  /** Posts of the scope that wait to be sent, locked; `stillPaused` where another pause covers them. */
  async lockWaiting(trx: LedgerTransaction, scope: PauseScope): Promise<readonly WaitingPost[]> {
    const { rows } = await sql<WaitingPost>`
      select p.id, p.status, p.revision, p.due_at, is_paused(p.campaign_id, p.account_id) as still_paused
      from post p
      where p.status = any(${CLAIMABLE}) and p.due_at is not null and ${covers(scope)}
      order by p.id for update of p`.execute(trx);
    return rows;
  }
}

export interface WaitingPost {
  readonly id: string;
  readonly status: PostStatus;
  readonly revision: number;
  readonly dueAt: number;
  readonly stillPaused: boolean;
}

function covers({ scope, scopeId }: PauseScope) {
  if (scope === 'everything') return sql`true`;
  return scope === 'campaign' ? sql`p.campaign_id = ${scopeId}` : sql`p.account_id = ${scopeId}`;
}
