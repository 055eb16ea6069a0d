import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import type { Outcome, WaveOffset } from '../../domain/campaign/index.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { WaveTable } from '../../infrastructure/database/plan-tables.js';

export type WaveRow = Selectable<WaveTable>;

/** What a person decides about a wave. */
export interface WaveFields {
  readonly name: string;
  readonly timing: WaveOffset;
  readonly spreadMs: number;
  readonly together: boolean;
  readonly graceMs: number;
  readonly freezeMs: number;
  readonly templates: readonly string[];
  readonly outcome: Outcome | null;
}

@Injectable()
export class WaveRepository {
  constructor(private readonly ledger: Ledger) {}

  /** In the order in which they were added. A campaign has few enough waves to read them all. */
  ofCampaign(campaignId: string, db: LedgerReader = this.ledger): Promise<WaveRow[]> {
    return db
      .selectFrom('wave')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('position')
      .orderBy('id')
      .execute();
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<WaveRow | undefined> {
    return db.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirst();
  }

  insert(trx: LedgerTransaction, campaignId: string, position: number, wave: WaveFields): Promise<WaveRow> {
    return trx
      .insertInto('wave')
      .values({ campaignId, position, ...columns(wave) })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  update(trx: LedgerTransaction, id: string, wave: WaveFields): Promise<WaveRow> {
    return trx
      .updateTable('wave')
      .set(columns(wave))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Whether it has posts, cancelled ones too. */
  async hasPosts(trx: LedgerTransaction, id: string): Promise<boolean> {
    const post = await trx
      .selectFrom('post')
      .select('id')
      .where('waveId', '=', id)
      .limit(1)
      .executeTakeFirst();
    return post !== undefined;
  }

  /** Whether there was such a wave. */
  async delete(trx: LedgerTransaction, id: string): Promise<boolean> {
    const deleted = await trx.deleteFrom('wave').where('id', '=', id).executeTakeFirst();
    return deleted.numDeletedRows > 0n;
  }
}

function columns({ timing, templates, ...fields }: WaveFields) {
  return { ...fields, timing: JSON.stringify(timing), templates: [...templates] };
}
