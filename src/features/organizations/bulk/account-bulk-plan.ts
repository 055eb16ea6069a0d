import { accountCreation, type AccountCreation } from '../../../contract/organizations.js';
import { type FieldFault, Refusal } from '../../../infrastructure/http/index.js';
import type { AccountConnections } from '../account-connections.js';
import type { AccountRow } from '../account.repository.js';
import type { OrganizationRow } from '../organization.repository.js';
import { type BulkFault, type BulkOutcome, faultOf, readBy } from './bulk-report.js';

/** An account as a list wants it: whose it is, by the organization's name, and what its network needs. */
export interface WantedAccount {
  readonly organization: string;
  readonly network: string;
  readonly handle: string;
  /** Undefined, here and below, where the list says nothing of it. */
  readonly serverUrl: string | undefined;
  readonly remoteId: string | undefined;
  readonly token: string | undefined;
  readonly connected: boolean | undefined;
  readonly optedOut: boolean | undefined;
}

/** What is to be done about one of them: `account` is null for a new one. */
export interface AccountChange {
  readonly account: AccountRow | null;
  readonly organization: OrganizationRow;
  readonly request: AccountCreation;
  readonly serverUrl: string;
  readonly switches: { readonly connected?: boolean; readonly optedOut?: boolean };
  readonly outcome: BulkOutcome;
}

type Decision = { readonly change: AccountChange } | { readonly faults: readonly BulkFault[] };

/** What the list would make of the accounts that stand. No network is asked. */
export function planAccounts(
  wanted: readonly WantedAccount[],
  organizations: readonly OrganizationRow[],
  accounts: readonly AccountRow[],
  connections: AccountConnections,
): { readonly changes: readonly AccountChange[]; readonly faults: readonly BulkFault[] } {
  const seen = new Set<string>();
  const decisions = wanted.map((one, index): Decision => {
    try {
      const decision = decide(one, index, { organizations, accounts, connections });
      if ('faults' in decision) return decision;
      const { request, serverUrl } = decision.change;
      const key = `${request.network} ${serverUrl} ${request.handle.toLowerCase()}`;
      if (seen.has(key)) {
        const message = 'An earlier row is about this account: keep one of them.';
        return { faults: [{ index, field: 'handle', message }] };
      }
      seen.add(key);
      return decision;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { faults: [faultOf(index, error)] };
    }
  });
  return {
    changes: decisions.flatMap((decision) => ('change' in decision ? [decision.change] : [])),
    faults: decisions.flatMap((decision) => ('faults' in decision ? decision.faults : [])),
  };
}

interface Known {
  readonly organizations: readonly OrganizationRow[];
  readonly accounts: readonly AccountRow[];
  readonly connections: AccountConnections;
}

function decide(one: WantedAccount, index: number, known: Known): Decision {
  const { network, handle, serverUrl, remoteId, token } = one;
  const credentials = token === undefined ? undefined : { token };
  const read = readBy(accountCreation, { network, handle, serverUrl, remoteId, credentials }, index);
  if ('faults' in read) return read;
  const request = read.value;
  const organization = ownerOf(one.organization, known.organizations);
  if (organization === undefined) {
    const message = `There is no organization “${one.organization}”: add it first, or check the spelling.`;
    return { faults: [{ index, field: 'organization', message }] };
  }
  const server = known.connections.serverOf(request);
  const account = known.accounts.find(
    (row) =>
      row.network === request.network &&
      row.serverUrl === server &&
      row.handle.toLowerCase() === request.handle.toLowerCase(),
  );
  const change = { organization, request, serverUrl: server };
  const switches = switchesOf(one);
  if (account === undefined) {
    known.connections.checkComplete(request);
    return { change: { ...change, account: null, switches, outcome: 'created' } };
  }
  const owner = known.organizations.find(({ id }) => id === account.organizationId);
  known.connections.checkSame(account, organization.id, request, owner?.name ?? 'another organization');
  const back = objectToSwitchingBack(account, switches);
  if (back !== null) return { faults: [{ index, ...back }] };
  const same =
    (switches.connected ?? account.connected) === account.connected &&
    (switches.optedOut ?? account.optedOut) === account.optedOut;
  return { change: { ...change, account, switches, outcome: same ? 'unchanged' : 'changed' } };
}

/** A list may be old: it takes accounts out, and never brings back one that its organization took out since. */
function objectToSwitchingBack(
  { id, connected, optedOut }: AccountRow,
  wanted: AccountChange['switches'],
): FieldFault | null {
  const how = `that is done on the account itself (PATCH /api/accounts/${id}), so that an old file cannot do it.`;
  if (wanted.connected === true && !connected) {
    return { field: 'connected', message: `This account is disconnected. To connect it again: ${how}` };
  }
  if (wanted.optedOut === false && optedOut) {
    return { field: 'optedOut', message: `This account is opted out. To opt it in again: ${how}` };
  }
  return null;
}

/** The organization of that name, whatever its case; of two, the one that is written so. */
function ownerOf(name: string, organizations: readonly OrganizationRow[]): OrganizationRow | undefined {
  const namesakes = organizations.filter((row) => row.name.toLowerCase() === name.trim().toLowerCase());
  return namesakes.find((row) => row.name === name.trim()) ?? namesakes[0];
}

function switchesOf({ connected, optedOut }: WantedAccount): AccountChange['switches'] {
  return {
    ...(connected === undefined ? {} : { connected }),
    ...(optedOut === undefined ? {} : { optedOut }),
  };
}
