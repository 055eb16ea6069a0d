import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
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
}
