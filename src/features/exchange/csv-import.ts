import type { ImportAnswer } from '../../contract/exchange.js';
import {
  type CsvColumns,
  type CsvFault,
  type CsvRow,
  type CsvSeparator,
  readCsv,
  writeCsv,
} from '../../infrastructure/csv/index.js';
import { Invalid } from '../../infrastructure/http/index.js';
import type { MadeFile } from './file-answer.js';

/** A refusal lists this many faults at most: whoever mends those sends the file again. */
const MOST_FAULTS = 100;

/** One row that was read, and what became of it. */
export interface ImportedRow {
  readonly line: number;
  readonly name: string;
  readonly outcome: ImportAnswer['rows'][number]['outcome'];
  readonly note: string | null;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
}

/**
 * The rows of a file, or a refusal that says what the file is and what to do. A row with the cell `example` is the
 * template's own, and a fault.
 */
export function tableIn(bytes: Uint8Array, columns: CsvColumns, example: string): CsvTable {
  const reading = readCsv(bytes, columns);
  if (reading.kind === 'refuse') throw new Invalid(`csv-${reading.because}`, reading.message);
  const { rows, faults } = reading;
  const examples = rows.filter(({ cells }) => [...cells.values()].includes(example));
  const untouched = examples.map(({ line }) => ({ line, column: null, message: EXAMPLE }));
  return { columns: reading.columns, rows, faults: [...faults, ...untouched] };
}

const EXAMPLE = 'This is the example row of the template: write your own in its place, or delete it.';

/** All faults of a file in the order of its lines; nothing of it was done. */
export function refuseFaults(faults: readonly CsvFault[]): void {
  if (faults.length === 0) return;
  const inOrder = faults.toSorted((a, b) => a.line - b.line);
  const fields = inOrder.slice(0, MOST_FAULTS).map(({ line, column, message }) => ({
    field: column === null ? `line ${line}` : `line ${line}, column ${column}`,
    message,
  }));
  const places = faults.length === 1 ? 'one place' : `${faults.length} places`;
  const shown = faults.length > MOST_FAULTS ? ` These are the first ${MOST_FAULTS}.` : '';
  throw new Invalid(
    'csv-faults',
    `Nothing was imported, since the file is at fault in ${places}: mend it and send it again.${shown}`,
    fields,
  );
}

export function importAnswer(rows: readonly ImportedRow[], preview: boolean): ImportAnswer {
  const count = (outcome: ImportedRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
  };
  return { preview, summary: summary(counts, preview), ...counts, rows: [...rows] };
}

function summary(
  { created, changed, unchanged }: Pick<ImportAnswer, 'created' | 'changed' | 'unchanged'>,
  preview: boolean,
): string {
  if (created + changed + unchanged === 0) return 'The file has no rows under its first line: nothing to do.';
  if (created + changed === 0) {
    const all = unchanged === 1 ? 'the one row stands' : `all ${unchanged} rows stand`;
    return `Nothing ${preview ? 'would change' : 'changed'}: ${all} as the file has it.`;
  }
  const would = preview ? 'would be ' : '';
  return `${created} ${would}created, ${changed} ${would}changed, ${unchanged} left as they are.`;
}

export function csvFile(
  name: string,
  header: readonly string[],
  rows: Parameters<typeof writeCsv>[1],
  separator: CsvSeparator,
): MadeFile {
  return { name, mediaType: 'text/csv; charset=utf-8', content: writeCsv(header, rows, separator) };
}

/** The cell without the spaces around it; undefined where it is empty or its column absent. */
export function cellOf({ cells }: CsvRow, column: string): string | undefined {
  const text = cells.get(column)?.trim();
  return text === undefined || text === '' ? undefined : text;
}
