import papaparse from 'papaparse';
import { guarded } from './formula-guard.js';

/** A cell; null is an empty one. */
export type CsvCell = string | number | boolean | null;
export type CsvSeparator = 'comma' | 'semicolon' | 'tab';

const SEPARATORS: Readonly<Record<CsvSeparator, string>> = { comma: ',', semicolon: ';', tab: '\t' };
const BYTE_ORDER_MARK = '\uFEFF';
/** Also cells that hold another separator stand between marks, so that a program that guesses wrong goes less astray. */
const TO_BE_QUOTED = /[",;\t\r\n]|^\s|\s$/u;

/**
 * A table for people and their spreadsheet programs: UTF-8 with a byte order mark, which Excel needs, lines ended by
 * CRLF (RFC 4180), and no cell that would run as a formula.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  separator: CsvSeparator = 'comma',
): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => guarded(written(cell))));
  return BYTE_ORDER_MARK + lines(cells, SEPARATORS[separator]);
}

/** A table for another program, which takes each cell as it stands: without mark and guard. */
export function writePlainCsv(rows: readonly (readonly CsvCell[])[]): string {
  return lines(
    rows.map((row) => row.map(written)),
    ',',
  );
}

function written(cell: CsvCell): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell === null ? '' : String(cell);
}

function lines(cells: string[][], delimiter: string): string {
  const quotes = (value: unknown): boolean => TO_BE_QUOTED.test(String(value));
  return `${papaparse.unparse(cells, { delimiter, newline: '\r\n', quotes })}\r\n`;
}
