import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountCreation, AccountSwitches } from '../../contract/organizations.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { type Credentials, Vault } from '../../infrastructure/vault/index.js';
import { AccountConnector, type Connection } from './account-connector.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import {
  accountDiffers,
  accountTaken,
  incompleteAccount,
  noSuchAccount,
  noSuchOrganization,
  notConnected,
  serverNeeded,
  unknownNetwork,
} from './organization.refusals.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';

const LONGEST_DISPLAY_NAME = 100;

@Injectable()
export class AccountService {
  constructor(
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly connector: AccountConnector,
    private readonly organizations: OrganizationRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /**
   * Connects an account; the same request again finds the one that it connected. An account that stands is
   * looked for before the network is asked, which would give a new token for somebody else's account.
   */
  async add(
    organizationId: string,
    request: AccountCreation,
  ): Promise<{ readonly created: boolean; readonly account: AccountRow }> {
    const { network, handle } = request;
    const organization = await this.organizations.find(organizationId);
    if (organization === undefined) throw noSuchOrganization(organizationId);
    const serverUrl = this.serverOf(request);
    const standing = await this.accounts.findByHandle(network, serverUrl, handle);
    if (standing !== undefined) {
      return { created: false, account: await this.same(standing, organizationId, request) };
    }
    const connection = await this.connect(organization, request, serverUrl);
    const account = await this.keep(organizationId, network, connection);
    if (account !== undefined) return { created: true, account };
    const met =
      (await this.accounts.findByHandle(network, connection.serverUrl, connection.handle)) ??
      (await this.accounts.findByRemoteId(network, connection.serverUrl, connection.remoteId));
    if (met === undefined) throw new Error(`The account ${handle} on ${network} is neither new nor there`);
    return { created: false, account: await this.same(met, organizationId, request) };
  }

  async get(id: string): Promise<AccountRow> {
    const account = await this.accounts.find(id);
    if (account === undefined) throw noSuchAccount(id);
    return account;
  }

  /** Disconnecting and opting out hold back every claim that comes after; what is on the wire is not recalled. */
  async switch(id: string, switches: AccountSwitches): Promise<AccountRow> {
    const changes = {
      ...(switches.connected === undefined ? {} : { connected: switches.connected }),
      ...(switches.optedOut === undefined ? {} : { optedOut: switches.optedOut }),
    };
    const account = await this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      return Object.keys(changes).length === 0
        ? this.accounts.find(id)
        : this.accounts.update(trx, id, changes);
    });
    if (account === undefined) throw noSuchAccount(id);
    return account;
  }

  private serverOf({ network, serverUrl }: AccountCreation): string {
    if (!this.connector.networks.includes(network)) throw unknownNetwork(network, this.connector.networks);
    const server = serverUrl ?? this.connector.usualServer(network);
    if (server === null) throw serverNeeded(network);
    return server;
  }

  private async connect(
    organization: OrganizationRow,
    { network, handle, displayName, remoteId, credentials }: AccountCreation,
    serverUrl: string,
  ): Promise<Connection> {
    if (credentials !== undefined && remoteId !== undefined) {
      return { handle, remoteId, serverUrl, credentials };
    }
    if (credentials !== undefined || remoteId !== undefined) throw incompleteAccount();
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

  /** The new account, or undefined where another has its handle or its id on the network. */
  private keep(
    organizationId: string,
    network: string,
    { handle, remoteId, serverUrl, credentials }: Connection,
  ): Promise<AccountRow | undefined> {
    const id = randomUUID();
    const sealed = this.vault.seal(credentials, id);
    return this.accounts.insert({
      id,
      organizationId,
      network,
      handle,
      remoteId,
      serverUrl,
      credentials: sealed,
    });
  }

  /** The standing account, where the request asks for nothing else than it is. */
  private async same(
    account: AccountRow,
    organizationId: string,
    { credentials, remoteId }: AccountCreation,
  ): Promise<AccountRow> {
    const { handle, network } = account;
    if (account.organizationId !== organizationId) {
      const owner = await this.organizations.find(account.organizationId);
      throw accountTaken(handle, network, owner?.name ?? 'another organization');
    }
    const differs =
      (remoteId !== undefined && remoteId !== account.remoteId) ||
      (credentials !== undefined &&
        !sameCredentials(credentials, this.vault.open(account.credentials, account.id)));
    if (differs) throw accountDiffers(handle, network);
    return account;
  }
}

function sameCredentials(one: Credentials, other: Credentials): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
