import { Injectable } from '@nestjs/common';
import { takeGateExclusively } from '../../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Conflict, Refusal } from '../../../infrastructure/http/index.js';
import { AccountConnections } from '../account-connections.js';
import type { Connection } from '../account-connector.js';
import { AccountRepository, type AccountRow } from '../account.repository.js';
import { OrganizationRepository } from '../organization.repository.js';
import { type AccountChange, planAccounts, type WantedAccount } from './account-bulk-plan.js';
import { type BulkFault, type BulkReport, faultOf } from './bulk-report.js';

/** A change together with how the network knows the account; null for one that stands. */
interface ReadyChange extends AccountChange {
  readonly connection: Connection | null;
}

/** Many accounts at once: all of a list, or nothing. */
@Injectable()
export class AccountBulk {
  constructor(
    private readonly ledger: Ledger,
    private readonly connections: AccountConnections,
    private readonly organizations: OrganizationRepository,
    private readonly accounts: AccountRepository,
  ) {}

  all(): Promise<readonly AccountRow[]> {
    return this.accounts.all();
  }

  /**
   * Connects new accounts and switches standing ones as the list wants; as a preview it only says so. The networks
   * are asked before anything is written, so that one that refuses keeps the whole list back; an account that was
   * opened there by then is found again by the next try.
   */
  async settle(wanted: readonly WantedAccount[], preview: boolean): Promise<BulkReport> {
    const organizations = await this.organizations.all();
    const { changes, faults } = planAccounts(
      wanted,
      organizations,
      await this.accounts.all(),
      this.connections,
    );
    const outcomes = changes.map(({ outcome }) => outcome);
    if (faults.length > 0) return { outcomes: [], faults };
    if (preview) return { outcomes, faults };
    const { ready, refused } = await this.connectAll(changes);
    if (refused.length > 0) return { outcomes: [], faults: refused };
    await this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      for (const change of ready) await this.write(trx, change);
    });
    return { outcomes, faults };
  }

  private async connectAll(
    changes: readonly AccountChange[],
  ): Promise<{ readonly ready: readonly ReadyChange[]; readonly refused: readonly BulkFault[] }> {
    const ready: ReadyChange[] = [];
    const refused: BulkFault[] = [];
    for (const [index, change] of changes.entries()) {
      const { account, organization, request, serverUrl } = change;
      try {
        const connection =
          account === null ? await this.connections.connect(organization, request, serverUrl) : null;
        ready.push({ ...change, connection });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(faultOf(index, error));
      }
    }
    return { ready, refused };
  }

  private async write(
    trx: LedgerTransaction,
    { account, organization, request, switches, outcome, connection }: ReadyChange,
  ): Promise<void> {
    if (account !== null) {
      if (outcome === 'changed') await this.accounts.update(trx, account.id, switches);
      return;
    }
    if (connection === null) throw new Error('A new account was not connected');
    const row = this.connections.newAccount(organization.id, request.network, connection);
    if ((await this.accounts.insert({ ...row, ...switches }, trx)) === undefined) {
      throw addedMeanwhile(connection.handle, request.network);
    }
  }
}

function addedMeanwhile(handle: string, network: string): Conflict {
  return new Conflict(
    'account-taken',
    `@${handle} on ${network} is connected already under another spelling or by somebody else a moment ago: export the accounts and compare.`,
  );
}
