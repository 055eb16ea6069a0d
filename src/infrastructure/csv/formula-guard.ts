/**
 * What a spreadsheet takes for the beginning of a formula: = + - @ and their full-width forms, a tab and a line
 * break (OWASP, “CSV Injection”). Apostrophes before it are the guard itself.
 */
const GUARD_NEEDED = /^'*[=+\-@＝＋－＠\t\r\n]/u;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r\n]/u;

/** Whether a spreadsheet that opens this cell may run it. */
export function isFormula(cell: string): boolean {
  return GUARD_NEEDED.test(cell) && !cell.startsWith("'");
}

/**
 * The cell with an apostrophe before it where a spreadsheet would take it for a formula. A cell that looks guarded
 * already gets one more, so that `unguarded` gives back every cell as it was.
 */
export function guarded(cell: string): string {
  return GUARD_NEEDED.test(cell) ? `'${cell}` : cell;
}

/** The cell without the one apostrophe that `guarded` put before it. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
