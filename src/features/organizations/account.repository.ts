import { Injectable } from '@nestjs/common';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { AccountQuery } from '../../contract/organizations.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { AccountTable } from '../../infrastructure/database/tables.js';

export type AccountRow = Selectable<AccountTable>;

@Injectable()
export class AccountRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new account, or undefined where its handle or its id on the network is taken. */
  async insert(account: Insertable<AccountTable>): Promise<AccountRow | undefined> {
    return this.ledger
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async find(id: string): Promise<AccountRow | undefined> {
    return this.ledger.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async findByHandle(network: string, serverUrl: string, handle: string): Promise<AccountRow | undefined> {
    return this.ledger
      .selectFrom('account')
      .selectAll()
      .where('network', '=', network)
      .where('serverUrl', '=', serverUrl)
      .where('handle', '=', handle)
      .executeTakeFirst();
  }

  async update(
    trx: LedgerTransaction,
    id: string,
    changes: Updateable<AccountTable>,
  ): Promise<AccountRow | undefined> {
    return trx.updateTable('account').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
  }

  /** Up to one beyond the limit. */
  async page({ limit, cursor, organizationId }: AccountQuery): Promise<AccountRow[]> {
    let query = this.ledger
      .selectFrom('account')
      .selectAll()
      .orderBy('id')
      .limit(limit + 1);
    if (cursor !== undefined) query = query.where('id', '>', cursor);
    if (organizationId !== undefined) query = query.where('organizationId', '=', organizationId);
    return query.execute();
  }
}
