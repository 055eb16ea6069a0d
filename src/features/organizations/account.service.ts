import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountCreation, AccountSwitches } from '../../contract/organizations.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';
import { Vault } from '../../infrastructure/vault/index.js';
import { AccountConnector, type Connection } from './account-connector.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { noSuchOrganization } from './organization.service.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly connector: AccountConnector,
    private readonly organizations: OrganizationRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async add(
    organizationId: string,
    request: AccountCreation,
  ): Promise<{ readonly created: boolean; readonly account: AccountRow }> {
    const organization = await this.organizations.find(organizationId);
    if (organization === undefined) throw noSuchOrganization(organizationId);
    if (!this.connector.networks.includes(request.network)) {
      const known = this.connector.networks.join(', ');
      const message = `Accounts on “${request.network}” cannot be connected here: choose one of ${known}.`;
      throw new Invalid('unknown-network', message, [{ field: 'network', message }]);
    }
    const connection = await this.connect(organization, request);
    const id = randomUUID();
    const { handle, remoteId, serverUrl, credentials } = connection;
    const account = await this.accounts.insert({
      id,
      organizationId,
      network: request.network,
      handle,
      remoteId,
      serverUrl,
      credentials: this.vault.seal(credentials, id),
    });
    if (account !== undefined) return { created: true, account };
    return { created: false, account: await this.standing(organizationId, request.network, connection) };
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
    if (account === undefined) throw new NotFound('account-not-found', `There is no account ${id}.`);
    return account;
  }

  private async connect(organization: OrganizationRow, request: AccountCreation): Promise<Connection> {
    const { network, handle, serverUrl, remoteId, credentials } = request;
    if (credentials !== undefined && remoteId !== undefined && serverUrl !== undefined) {
      return { handle, remoteId, serverUrl, credentials };
    }
    if (credentials !== undefined || remoteId !== undefined) {
      const message = 'To connect an existing account give serverUrl, remoteId and credentials together.';
      throw new Invalid('incomplete-account', message, [{ field: 'credentials', message }]);
    }
    const displayName = request.displayName ?? organization.name.slice(0, 100);
    try {
      return await this.connector.connect(network, { handle, displayName, serverUrl });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new Invalid('account-not-connected', error.message, [
        { field: 'handle', message: error.message },
      ]);
    }
  }

  private async standing(
    organizationId: string,
    network: string,
    { serverUrl, handle }: Connection,
  ): Promise<AccountRow> {
    const account = await this.accounts.findByHandle(network, serverUrl, handle);
    if (account?.organizationId === organizationId) return account;
    const owner = account === undefined ? undefined : await this.organizations.find(account.organizationId);
    const whose = owner === undefined ? 'another account’s id' : `an account of ${owner.name}`;
    const message = `@${handle} on ${network} is ${whose} already: an account belongs to one organization.`;
    throw new Conflict('account-taken', message, [{ field: 'handle', message }]);
  }
}
