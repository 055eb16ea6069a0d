import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { TemplateTable } from '../../infrastructure/database/template-table.js';

export type TemplateRow = Selectable<TemplateTable>;

/** The templates that users added. */
@Injectable()
export class TemplateRepository {
  constructor(private readonly ledger: Ledger) {}

  /** Those that stand, by name. */
  standing(db: LedgerReader = this.ledger): Promise<readonly TemplateRow[]> {
    return db.selectFrom('template').selectAll().where('removedAt', 'is', null).orderBy('name').execute();
  }

  /** The one of that name, which nobody else changes until the transaction ends. */
  lock(trx: LedgerTransaction, name: string): Promise<TemplateRow | undefined> {
    return trx
      .selectFrom('template')
      .selectAll()
      .where('name', '=', name)
      .where('removedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
  }

  async insert(
    trx: LedgerTransaction,
    template: Pick<TemplateRow, 'name' | 'source' | 'addedBy'> & { readonly addedAt: Date },
  ): Promise<void> {
    await trx.insertInto('template').values(template).execute();
  }

  async remove(trx: LedgerTransaction, id: string, by: string, at: number): Promise<void> {
    await trx
      .updateTable('template')
      .set({ removedBy: by, removedAt: new Date(at) })
      .where('id', '=', id)
      .execute();
  }
}
