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
    await trx
      .insertInto('phrase')
      .values(phrase)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return trx
      .selectFrom('phrase')
      .selectAll()
      .where('campaignId', '=', phrase.campaignId)
      .where('text', '=', phrase.text)
      .where('withdrawnAt', 'is', null)
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

  /** The words of every quotation in the campaign's releases, whatever was decided on it. */
  async quotedWords(campaignId: string): Promise<readonly { readonly text: string }[]> {
    const rows: readonly { readonly spans: readonly Span[]; readonly text: string }[] = await this.ledger
      .selectFrom('statement')
      .innerJoin('release', 'release.id', 'statement.releaseId')
      .select(['statement.spans', 'release.text'])
      .where('release.campaignId', '=', campaignId)
      .where('statement.kind', '=', 'quotation')
      .execute();
    return rows.flatMap(({ spans, text }) =>
      spans.map(({ start, end }) => ({ text: text.slice(start, end) })),
    );
  }
}
