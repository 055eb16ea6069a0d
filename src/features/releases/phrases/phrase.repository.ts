import { Injectable } from '@nestjs/common';
import type { Insertable, Selectable } from 'kysely';
import type { Span } from '../../../domain/statement/statement.js';
import {
  Ledger,
  type LedgerReader,
  type LedgerTransaction,
} from '../../../infrastructure/database/ledger.js';
import type { PhraseTable } from '../../../infrastructure/database/release-tables.js';

export type PhraseRow = Selectable<PhraseTable>;

@Injectable()
export class PhraseRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The phrase, the one that stands where it was marked before. */
  async mark(trx: LedgerTransaction, phrase: Insertable<PhraseTable>): Promise<PhraseRow> {
    // Updating nothing locks the one that stands: a withdrawal at the same time comes before or after, as a whole.
    return trx
      .insertInto('phrase')
      .values(phrase)
      .onConflict((conflict) =>
        conflict
          .columns(['campaignId', 'text'])
          .where('withdrawnAt', 'is', null)
          .doUpdateSet((update) => ({ text: update.ref('excluded.text') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async find(trx: LedgerTransaction, id: string): Promise<PhraseRow | undefined> {
    return trx.selectFrom('phrase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  }

  async withdraw(trx: LedgerTransaction, id: string, by: string, at: number): Promise<PhraseRow> {
    return trx
      .updateTable('phrase')
      .set({ withdrawnBy: by, withdrawnAt: new Date(at) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Those withdrawn too: the record stays. */
  async list(campaignId: string, db: LedgerReader = this.ledger): Promise<readonly PhraseRow[]> {
    return db
      .selectFrom('phrase')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .orderBy('markedAt')
      .orderBy('id')
      .execute();
  }

  async lockCampaign(trx: LedgerTransaction, id: string): Promise<void> {
    await trx.selectFrom('campaign').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  }

  /** Those that stand. */
  async standing(trx: LedgerTransaction, campaignId: string): Promise<readonly PhraseRow[]> {
    return trx
      .selectFrom('phrase')
      .selectAll()
      .where('campaignId', '=', campaignId)
      .where('withdrawnAt', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
  }

  /** Where every quotation in the campaign's releases stands, whatever was decided on it. */
  async quotations(
    trx: LedgerTransaction,
    campaignId: string,
  ): Promise<readonly { readonly releaseId: string; readonly spans: readonly Span[] }[]> {
    return trx
      .selectFrom('statement')
      .innerJoin('release', 'release.id', 'statement.releaseId')
      .select(['statement.releaseId', 'statement.spans'])
      .where('release.campaignId', '=', campaignId)
      .where('statement.kind', '=', 'quotation')
      .execute();
  }
}
