import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import type { AccountTable } from '../../../infrastructure/database/tables.js';
import { AccountConnections } from '../account-connections.js';
import { AccountConnector } from '../account-connector.js';
import { AccountRepository, type AccountRow } from '../account.repository.js';

/** An account on the sandbox network that stands for one elsewhere. */
export interface TwinWish {
  readonly organizationId: string;
  readonly handle: string;
  readonly displayName: string;
}

/** The sandbox answers quickly, and is no place to open a hundred connections at once. */
const AT_ONCE = 8;
/** What it says was measured by the rules of the network that it stands for. */
const ANY_LENGTH = 10_000;

/** Opens accounts on the sandbox network in which a campaign can be rehearsed. */
@Injectable()
export class TwinAccounts {
  constructor(
    private readonly connector: AccountConnector,
    private readonly connections: AccountConnections,
    private readonly accounts: AccountRepository,
  ) {}

  /** Opens them on the network; nothing is written here yet. @throws Error when the network does not answer. */
  async open(wishes: readonly TwinWish[]): Promise<readonly Insertable<AccountTable>[]> {
    const serverUrl = this.connections.serverOf({ network: 'sandbox' });
    const opened: Insertable<AccountTable>[] = [];
    for (let from = 0; from < wishes.length; from += AT_ONCE) {
      const slice = wishes
        .slice(from, from + AT_ONCE)
        .map(async ({ organizationId, handle, displayName }) => {
          const request = { handle, displayName, serverUrl, textLimit: ANY_LENGTH };
          const connection = await this.connector.connect('sandbox', request);
          return this.connections.newAccount(organizationId, 'sandbox', connection);
        });
      opened.push(...(await Promise.all(slice)));
    }
    return opened;
  }

  /** Writes what was opened, in the same order. */
  async insert(
    trx: LedgerTransaction,
    opened: readonly Insertable<AccountTable>[],
  ): Promise<readonly AccountRow[]> {
    const rows: AccountRow[] = [];
    for (const account of opened) {
      const row = await this.accounts.insert(account, trx);
      if (row === undefined) throw new Error(`The twin @${account.handle} is there already`);
      rows.push(row);
    }
    return rows;
  }
}
