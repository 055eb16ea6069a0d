/** A cell; null shows as a dash. */
export type Cell = string | number | null;

const GAP = '  ';
const CHARACTERS = new Intl.Segmenter();

/** Rows under their headings, each column as wide as its widest cell; `none` where there is no row. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[], none: string): string {
  if (rows.length === 0) return none;
  const lines = [headings, ...rows.map((row) => row.map(shown))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) => line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))))
    .map((line) => line.join(GAP).trimEnd())
    .join('\n');
}

/** Names and values, one a line. */
export function listing(entries: readonly (readonly [name: string, value: Cell])[]): string {
  const longest = Math.max(...entries.map(([name]) => width(name)));
  return entries.map(([name, value]) => `${name.padEnd(longest)}${GAP}${shown(value)}`).join('\n');
}

/** The beginning of a text on one line, for a table; whoever decides on a text sees all of it elsewhere. */
export function opening(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = charactersOf(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

function shown(cell: Cell): string {
  return cell === null ? '–' : String(cell);
}

function width(cell: string): number {
  return charactersOf(cell).length;
}

function charactersOf(text: string): string[] {
  return Array.from(CHARACTERS.segment(text), ({ segment }) => segment);
}
