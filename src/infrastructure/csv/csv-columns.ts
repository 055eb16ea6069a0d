/** The largest CSV file that is read: some thousands of rows, read in a moment. */
export const LARGEST_CSV_BYTES = 2_000_000;

/** What a file may have as its columns. Names are compared without case, and with _ for spaces. */
export interface CsvColumns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Further columns that are read, by their name; absent where there are none. */
  readonly family?: RegExp;
}

/** What is wrong in one place: the line counts from 1, the header's; `column` is null where the row is meant. */
export interface CsvFault {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}

export function columnName(written: string): string {
  return written.trim().toLowerCase().replace(/\s+/gu, '_');
}

export function isKnown(name: string, { required, optional, family }: CsvColumns): boolean {
  return required.includes(name) || optional.includes(name) || family?.test(name) === true;
}

/** Why these columns cannot be read, in a sentence that says what to do; null where they can. */
export function objectToColumns(names: readonly string[], columns: CsvColumns): string | null {
  const missing = columns.required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const found = names.filter((name) => name !== '').join(', ');
    return `The first line has no column ${listed(missing)} (it has ${found === '' ? 'none' : found}): download the template and keep its first line.`;
  }
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) return `The column ${twice} stands twice in the first line: keep one.`;
  const unknown = names.find((name) => name !== '' && !isKnown(name, columns));
  if (unknown !== undefined) {
    const known = [...columns.required, ...columns.optional].join(', ');
    return `There is no column “${unknown}” here: check its spelling, or take it out. There are ${known}.`;
  }
  return null;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(' and ');
}
