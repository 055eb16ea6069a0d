import { Injectable } from '@nestjs/common';
import type { CsvQuery, ImportAnswer } from '../../../contract/exchange.js';
import type { CsvColumns, CsvRow } from '../../../infrastructure/csv/index.js';
import { OrganizationBulk, type WantedOrganization } from '../../organizations/index.js';
import type { MadeFile } from '../file-answer.js';
import { cellOf, csvFile, importAnswer, refuseFaults, tableIn } from '../csv-import.js';

const COLUMNS: CsvColumns = { required: ['name'], optional: ['id'], family: /^blank[.]\w+$/ };
const EXAMPLE = 'River Friends (example)';
const EXAMPLE_ROW = ['', EXAMPLE, 'We swim in this river, and so will our children.'];

/** Organizations as CSV: their names, and their own words for templates, a column `blank.…` for each blank. */
@Injectable()
export class OrganizationsCsv {
  constructor(private readonly organizations: OrganizationBulk) {}

  template(separator: CsvQuery['separator']): MadeFile {
    return csvFile('organizations-template.csv', ['id', 'name', 'blank.why'], [EXAMPLE_ROW], separator);
  }

  async export({ separator }: CsvQuery): Promise<MadeFile> {
    const all = await this.organizations.all();
    const blanks = [...new Set(all.flatMap((row) => Object.keys(row.blanks)))].sort();
    const rows = all.map((row) => [row.id, row.name, ...blanks.map((blank) => row.blanks[blank] ?? null)]);
    const header = ['id', 'name', ...blanks.map((blank) => `blank.${blank}`)];
    return csvFile('organizations.csv', header, rows, separator);
  }

  async import(bytes: Uint8Array, preview: boolean): Promise<ImportAnswer> {
    const { rows, faults } = tableIn(bytes, COLUMNS, EXAMPLE);
    const report = await this.organizations.settle(rows.map(wantedIn), preview || faults.length > 0);
    refuseFaults([
      ...faults,
      ...report.faults.map(({ index, field, message }) => ({
        line: rows[index]?.line ?? 0,
        column: field.replace(/^blanks[.]/, 'blank.'),
        message,
      })),
    ]);
    return importAnswer(
      rows.map((row, index) => ({
        line: row.line,
        name: cellOf(row, 'name') ?? '',
        outcome: report.outcomes[index] ?? 'unchanged',
        note: null,
      })),
      preview,
    );
  }
}

/** An empty cell takes the words away; a blank without a column keeps them. */
function wantedIn(row: CsvRow): WantedOrganization {
  const blanks = [...row.cells.keys()].filter((column) => column.startsWith('blank.'));
  return {
    id: cellOf(row, 'id') ?? null,
    name: row.cells.get('name') ?? '',
    blanks: Object.fromEntries(
      blanks.map((column) => [column.slice('blank.'.length), cellOf(row, column) ?? null]),
    ),
  };
}
