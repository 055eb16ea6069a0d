import papaparse from 'papaparse';
import { columnName, type CsvColumns, type CsvFault, isKnown, objectToColumns } from './csv-columns.js';
import { decodeCsv, refuse, type CsvRefusal } from './decode-csv.js';
import { unguarded } from './formula-guard.js';

/** One row under the header: where it begins, and its cells by column, as they were before they were guarded. */
export interface CsvRow {
  /** Counted from 1, the header's line. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export type CsvReading =
  | {
      readonly kind: 'read';
      readonly columns: readonly string[];
      readonly rows: readonly CsvRow[];
      /** Rows whose cells do not fit the header; they are not among `rows`. */
      readonly faults: readonly CsvFault[];
    }
  | CsvRefusal;

const SEPARATORS = [',', ';', '\t'] as const;
/** A first line that tells spreadsheet programs the separator. */
const SEPARATOR_LINE = /^sep=([,;\t])\n/i;

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a CSV file with a header: separated by commas, semicolons or tabs, lines ended by CRLF, LF or CR, cells with
 * line breaks between quotation marks. Lines without any content are left out.
 */
export function readCsv(bytes: Uint8Array, columns: CsvColumns): CsvReading {
  const decoded = decodeCsv(bytes);
  if (decoded.kind === 'refuse') return decoded;
  const named = SEPARATOR_LINE.exec(decoded.text);
  const text = named === null ? decoded.text : decoded.text.slice(named[0].length);
  const separator = named?.[1] ?? separatorOf(text, columns);
  const before = named === null ? 0 : 1;
  const parsed = lines(text, separator, before);
  if ('kind' in parsed) return parsed;
  const [header, ...others] = parsed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const names = header?.cells.map(columnName) ?? [];
  const objection = objectToColumns(names, columns);
  if (objection !== null) return refuse('columns', objection);
  const faults = others.flatMap((line) => objectToCells(line, names));
  const broken = new Set(faults.map(({ line }) => line));
  const rows = others.filter(({ line }) => !broken.has(line)).map((line) => rowOf(line, names));
  return { kind: 'read', columns: names.filter((name) => name !== ''), rows, faults };
}

/** The separator under which the first line names most columns. */
function separatorOf(text: string, columns: CsvColumns): string {
  const counted = SEPARATORS.map((separator) => {
    const [header = []] = papaparse.parse<string[]>(text, { ...parsing(separator), preview: 1 }).data;
    return { separator, known: header.filter((name) => isKnown(columnName(name), columns)).length };
  });
  return counted.toSorted((a, b) => b.known - a.known)[0]?.separator ?? ',';
}

function parsing(delimiter: string) {
  return { header: false, delimiter, newline: '\n', skipEmptyLines: false } as const;
}

/** Every line with the line of the file at which it begins: a cell with line breaks takes several. */
function lines(text: string, separator: string, before: number): readonly Line[] | CsvRefusal {
  const { data, errors } = papaparse.parse<string[]>(text, parsing(separator));
  let line = before + 1;
  const read = data.map((cells): Line => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line: begins, cells };
  });
  const [error] = errors;
  if (error === undefined) return read;
  const at = read[error.row ?? 0]?.line ?? 1;
  return refuse(
    'quotes',
    `A cell in the row at line ${at} begins with a quotation mark and does not end with one: put marks around the whole cell, and write each mark within it twice.`,
  );
}

function objectToCells({ line, cells }: Line, names: readonly string[]): CsvFault[] {
  const extra = cells.slice(names.length).some((cell) => cell.trim() !== '');
  if (cells.length >= names.length && !extra) return [];
  const message = `This row has ${cells.length} cells and the first line ${names.length}: check for a separator too many or too few, and put a cell that holds one between quotation marks.`;
  return [{ line, column: null, message }];
}

function rowOf({ line, cells }: Line, names: readonly string[]): CsvRow {
  const named = names.flatMap((name, index): [string, string][] =>
    name === '' ? [] : [[name, unguarded(cells[index] ?? '')]],
  );
  return { line, cells: new Map(named) };
}
