import { Injectable } from '@nestjs/common';
import type { AccountCreation, AccountSwitches } from '../../contract/organizations.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { AccountConnections } from './account-connections.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { noSuchAccount, noSuchOrganization } from './organization.refusals.js';
import { OrganizationRepository } from './organization.repository.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly ledger: Ledger,
    private readonly connections: AccountConnections,
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
    const serverUrl = this.connections.serverOf(request);
    const standing = await this.accounts.findByHandle(network, serverUrl, handle);
    if (standing !== undefined) {
      return { created: false, account: await this.same(standing, organizationId, request) };
    }
    const connection = await this.connections.connect(organization, request, serverUrl);
    const account = await this.accounts.insert(
      this.connections.newAccount(organizationId, network, connection),
    );
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

  /** The standing account, where the request asks for nothing else than it is. */
  private async same(
    account: AccountRow,
    organizationId: string,
    request: AccountCreation,
  ): Promise<AccountRow> {
    const owner = await this.organizations.find(account.organizationId);
    this.connections.checkSame(account, organizationId, request, owner?.name ?? 'another organization');
    return account;
  }
}
