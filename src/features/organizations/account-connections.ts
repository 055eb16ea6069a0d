import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { AccountCreation } from '../../contract/organizations.js';
import type { AccountTable } from '../../infrastructure/database/tables.js';
import { type Credentials, Vault } from '../../infrastructure/vault/index.js';
import { AccountConnector, type Connection } from './account-connector.js';
import type { AccountRow } from './account.repository.js';
import {
  accountDiffers,
  accountTaken,
  incompleteAccount,
  notConnected,
  serverNeeded,
  unknownNetwork,
} from './organization.refusals.js';
import type { OrganizationRow } from './organization.repository.js';

const LONGEST_DISPLAY_NAME = 100;

/** Connects accounts on their networks, and tells whether a standing one is what is asked for. */
@Injectable()
export class AccountConnections {
  constructor(
    private readonly vault: Vault,
    private readonly connector: AccountConnector,
  ) {}

  /** The server that the request means. */
  serverOf({ network, serverUrl }: Pick<AccountCreation, 'network' | 'serverUrl'>): string {
    if (!this.connector.networks.includes(network)) throw unknownNetwork(network, this.connector.networks);
    const server = serverUrl ?? this.connector.usualServer(network);
    if (server === null) throw serverNeeded(network);
    return server;
  }

  /** Refuses a request that gives an account's id without its credentials, or the other way round. */
  checkComplete({ remoteId, credentials }: AccountCreation): void {
    if ((credentials === undefined) !== (remoteId === undefined)) throw incompleteAccount();
  }

  /** Asks the network, unless the request has an account's id and credentials already. */
  async connect(
    organization: OrganizationRow,
    request: AccountCreation,
    serverUrl: string,
  ): Promise<Connection> {
    const { network, handle, displayName, remoteId, credentials } = request;
    if (credentials !== undefined && remoteId !== undefined) {
      return { handle, remoteId, serverUrl, credentials };
    }
    this.checkComplete(request);
    try {
      return await this.connector.connect(network, {
        handle,
        displayName: displayName ?? organization.name.slice(0, LONGEST_DISPLAY_NAME),
        serverUrl,
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw notConnected(error.message);
    }
  }

  /** The account to be written, its credentials sealed for it alone. */
  newAccount(
    organizationId: string,
    network: string,
    { handle, remoteId, serverUrl, credentials }: Connection,
  ): Insertable<AccountTable> {
    const id = randomUUID();
    const sealed = this.vault.seal(credentials, id);
    return { id, organizationId, network, handle, remoteId, serverUrl, credentials: sealed };
  }

  /** Refuses a request for anything else than the standing account is; `owner` is the name of whose it is. */
  checkSame(
    account: AccountRow,
    organizationId: string,
    { credentials, remoteId }: AccountCreation,
    owner: string,
  ): void {
    const { handle, network } = account;
    if (account.organizationId !== organizationId) throw accountTaken(handle, network, owner);
    const differs =
      (remoteId !== undefined && remoteId !== account.remoteId) ||
      (credentials !== undefined &&
        !sameCredentials(credentials, this.vault.open(account.credentials, account.id)));
    if (differs) throw accountDiffers(handle, network);
  }
}

function sameCredentials(one: Credentials, other: Credentials): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
