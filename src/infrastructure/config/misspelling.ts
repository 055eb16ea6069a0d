/** Shorter names of other programs, such as HOME beside HOST, are too alike to tell from a slip. */
const SHORTEST_GUESSED_NAME = 8;

/**
 * The known name that `name` is a slip of: one letter missing, added or wrong, or two exchanged (two such slips in a
 * name of ten letters or more). Undefined where no known name is that near.
 */
export function meantVariable<Name extends string>(name: string, known: readonly Name[]): Name | undefined {
  let nearest: { readonly candidate: Name; readonly slips: number } | undefined;
  for (const candidate of known) {
    if (candidate.length < SHORTEST_GUESSED_NAME) continue;
    const slips = slipsBetween(name.toUpperCase(), candidate);
    const allowed = candidate.length >= 10 ? 2 : 1;
    if (slips <= allowed && slips < (nearest?.slips ?? Infinity)) nearest = { candidate, slips };
  }
  return nearest?.candidate;
}

/** Edit distance in which exchanging two neighbouring letters is one slip. */
function slipsBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const cells = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let slips = Math.min(
        cell(rows, row - 1, column) + 1,
        (cells[column - 1] ?? Infinity) + 1,
        cell(rows, row - 1, column - 1) + (same ? 0 : 1),
      );
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        slips = Math.min(slips, cell(rows, row - 2, column - 2) + 1);
      }
      cells.push(slips);
    }
    rows.push(cells);
  }
  return cell(rows, left.length, right.length);
}

function cell(rows: readonly number[][], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity;
}
