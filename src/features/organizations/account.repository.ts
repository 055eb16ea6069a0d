import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { AccountQuery } from '../../contract/organizations.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { AccountTable } from '../../infrastructure/database/tables.js';

export type AccountRow = Selectable<AccountTable>;

/** No twin in a rehearsal. */
const IS_OWN = sql<boolean>`not exists (select from account_twin where account_id = account.id)`;

@Injectable()
export class AccountRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new account, or undefined where its handle or its id on the network is taken. */
  async insert(
    account: Insertable<AccountTable>,
    db: LedgerReader = this.ledger,
  ): Promise<AccountRow | undefined> {
    return db
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async find(id: string): Promise<AccountRow | undefined> {
    return this.ledger.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The account of that handle there, whatever the case: networks take no account of it. */
  async findByHandle(network: string, serverUrl: string, handle: string): Promise<AccountRow | undefined> {
    return this.at(network, serverUrl)
      .where(sql<boolean>`lower(handle) = lower(${handle})`)
      .executeTakeFirst();
  }

  async findByRemoteId(
    network: string,
    serverUrl: string,
    remoteId: string,
  ): Promise<AccountRow | undefined> {
    return this.at(network, serverUrl).where('remoteId', '=', remoteId).executeTakeFirst();
  }

  private at(network: string, serverUrl: string) {
    return this.ledger
      .selectFrom('account')
      .selectAll()
      .where('network', '=', network)
      .where('serverUrl', '=', serverUrl);
  }

  async update(
    trx: LedgerTransaction,
    id: string,
    changes: Updateable<AccountTable>,
  ): Promise<AccountRow | undefined> {
    return trx.updateTable('account').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
  }

  /** All of them, by network and handle: a coalition has some hundreds at most. */
  async all(): Promise<AccountRow[]> {
    return this.ledger
      .selectFrom('account')
      .selectAll()
      .where(IS_OWN)
      .orderBy('network')
      .orderBy('handle')
      .orderBy('id')
      .execute();
  }

  /** Up to one beyond the limit, the oldest first. */
  async page({ limit, cursor, organizationId }: AccountQuery): Promise<AccountRow[]> {
    let query = this.ledger
      .selectFrom('account')
      .selectAll()
      .where(IS_OWN)
      .orderBy('createdAt')
      .orderBy('id')
      .limit(limit + 1);
    if (cursor !== undefined) {
      query = query.where(
        sql<boolean>`(created_at, id) > (select created_at, id from account where id = ${cursor})`,
      );
    }
    if (organizationId !== undefined) query = query.where('organizationId', '=', organizationId);
    return query.execute();
  }
}
