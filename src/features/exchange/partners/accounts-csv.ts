import { Injectable } from '@nestjs/common';
import type { CsvQuery, ImportAnswer } from '../../../contract/exchange.js';
import type { CsvColumns, CsvFault, CsvRow } from '../../../infrastructure/csv/index.js';
import { AccountBulk, OrganizationBulk, type WantedAccount } from '../../organizations/index.js';
import type { MadeFile } from '../file-answer.js';
import { cellOf, csvFile, importAnswer, refuseFaults, tableIn } from '../csv-import.js';

/** What an exported file has; never an account's credentials. */
const EXPORTED = ['organization', 'network', 'handle', 'server', 'connected', 'opted_out'] as const;
/** What connects an account that exists on its network already. */
const CREDENTIALS = ['remote_id', 'token'] as const;

const COLUMNS: CsvColumns = {
  required: ['organization', 'network', 'handle'],
  optional: ['server', 'connected', 'opted_out', ...CREDENTIALS],
};
const EXAMPLE = 'River Friends (example)';
const EXAMPLE_ROW = [EXAMPLE, 'sandbox', 'river-friends', '', 'yes', 'no', '', ''];

/** The columns that hold what the API calls otherwise. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  serverUrl: 'server',
  remoteId: 'remote_id',
  credentials: 'token',
  optedOut: 'opted_out',
  'credentials.token': 'token',
};

/** Accounts as CSV: whose they are, where they are, and whether they take part. */
@Injectable()
export class AccountsCsv {
  constructor(
    private readonly organizations: OrganizationBulk,
    private readonly accounts: AccountBulk,
  ) {}

  template(separator: CsvQuery['separator']): MadeFile {
    const header = [...EXPORTED, ...CREDENTIALS];
    return csvFile('accounts-template.csv', header, [EXAMPLE_ROW], separator);
  }

  async export({ separator }: CsvQuery): Promise<MadeFile> {
    const organizations = await this.organizations.all();
    const accounts = await this.accounts.all();
    const rows = organizations.flatMap(({ id, name }) =>
      accounts
        .filter(({ organizationId }) => organizationId === id)
        .map((row) => [name, row.network, row.handle, row.serverUrl, row.connected, row.optedOut]),
    );
    return csvFile('accounts.csv', EXPORTED, rows, separator);
  }

  async import(bytes: Uint8Array, preview: boolean): Promise<ImportAnswer> {
    const table = tableIn(bytes, COLUMNS, EXAMPLE);
    const { rows } = table;
    const faults = [...table.faults, ...rows.flatMap(unreadableSwitches)];
    const report = await this.accounts.settle(rows.map(wantedIn), preview || faults.length > 0);
    refuseFaults([
      ...faults,
      ...report.faults.map(({ index, field, message }) => ({
        line: rows[index]?.line ?? 0,
        column: COLUMN_OF[field] ?? field,
        message,
      })),
    ]);
    return importAnswer(
      rows.map((row, index) => ({
        line: row.line,
        name: `${cellOf(row, 'handle') ?? ''} on ${cellOf(row, 'network') ?? ''}`,
        outcome: report.outcomes[index] ?? 'unchanged',
        note: null,
      })),
      preview,
    );
  }
}

function wantedIn(row: CsvRow): WantedAccount {
  return {
    organization: cellOf(row, 'organization') ?? '',
    network: cellOf(row, 'network') ?? '',
    handle: cellOf(row, 'handle') ?? '',
    serverUrl: cellOf(row, 'server'),
    remoteId: cellOf(row, 'remote_id'),
    token: cellOf(row, 'token'),
    connected: switchIn(row, 'connected'),
    optedOut: switchIn(row, 'opted_out'),
  };
}

/** As spreadsheet programs write a yes and a no. */
const SWITCHES: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

function switchIn(row: CsvRow, column: string): boolean | undefined {
  return SWITCHES[cellOf(row, column)?.toLowerCase() ?? ''];
}

function unreadableSwitches(row: CsvRow): CsvFault[] {
  return ['connected', 'opted_out'].flatMap((column) =>
    cellOf(row, column) === undefined || switchIn(row, column) !== undefined
      ? []
      : [{ line: row.line, column, message: 'This must be yes or no, or empty to leave it as it is.' }],
  );
}
