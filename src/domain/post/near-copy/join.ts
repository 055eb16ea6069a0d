import type { LeastInCommon, Shingles } from './shingles.js';

/** What the last bits of a share may be off: a candidate more is measured, and none is lost. */
const ROUNDING = 1e-9;

interface Holder {
  readonly shingles: Shingles;
}

/** The shingles of the holders as numbers, from the rarest to the commonest. */
interface Numbered {
  readonly weights: Float64Array;
  readonly rows: readonly Int32Array[];
}

/**
 * Visits each pair that has enough in common, once, with the mass of that; some others too, so the visitor measures. An
 * empty one is in no pair.
 *
 * An index leads from a shingle to its holders, and of each holder only the rarest shingles are looked up and indexed:
 * when the others together weigh less than the least that a pair has in common, none can have enough without one of
 * those. So the time follows the pairs that share something rare, and not the square of their number.
 */
export function visitLikely<Of extends Holder>(
  holders: readonly Of[],
  least: LeastInCommon,
  visit: (smaller: Of, larger: Of, inBoth: number) => void,
): void {
  const order = holders.toSorted((a, b) => a.shingles.mass - b.shingles.mass);
  const { weights, rows } = numbered(order);
  const index = indexOf(rows, weights, least.larger);
  const visitedFrom = new Int32Array(order.length).fill(-1);
  const heldBy = new Int32Array(weights.length).fill(-1);
  for (const [at, smaller] of order.entries()) {
    const row = rows[at] ?? new Int32Array();
    for (const shingle of row) heldBy[shingle] = at;
    for (const shingle of row.subarray(0, rareCount(row, weights, least.smaller))) {
      const places = index[shingle] ?? [];
      for (let last = places.length - 1; last >= 0; last -= 1) {
        const place = places[last] ?? at;
        if (place <= at) break;
        if (visitedFrom[place] === at) continue;
        visitedFrom[place] = at;
        const larger = order[place];
        if (larger !== undefined) visit(smaller, larger, massHeld(rows[place], weights, heldBy, at));
      }
    }
  }
}

function numbered(holders: readonly Holder[]): Numbered {
  const counts = new Map<string, number>();
  const weighed = new Map<string, number>();
  for (const { shingles } of holders) {
    for (const [shingle, weight] of shingles.weights) {
      counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
      weighed.set(shingle, weight);
    }
  }
  const rarestFirst = [...counts].toSorted((a, b) => a[1] - b[1]).map(([shingle]) => shingle);
  const numbers = new Map(rarestFirst.map((shingle, number) => [shingle, number]));
  return {
    weights: Float64Array.from(rarestFirst, (shingle) => weighed.get(shingle) ?? 0),
    rows: holders.map(({ shingles }) =>
      Int32Array.from(shingles.weights.keys(), (shingle) => numbers.get(shingle) ?? 0).sort(),
    ),
  };
}

function indexOf(rows: readonly Int32Array[], weights: Float64Array, share: number): number[][] {
  const index: number[][] = Array.from(weights, () => []);
  for (const [at, row] of rows.entries()) {
    for (const shingle of row.subarray(0, rareCount(row, weights, share))) index[shingle]?.push(at);
  }
  return index;
}

/** How many of the rarest must be looked at until the rest weighs less than its share. */
function rareCount(row: Int32Array, weights: Float64Array, share: number): number {
  let mass = 0;
  for (const shingle of row) mass += weights[shingle] ?? 0;
  let left = mass;
  for (const [count, shingle] of row.entries()) {
    if (left < share * mass - ROUNDING) return count;
    left -= weights[shingle] ?? 0;
  }
  return row.length;
}

function massHeld(
  row: Int32Array | undefined,
  weights: Float64Array,
  heldBy: Int32Array,
  by: number,
): number {
  let mass = 0;
  for (const shingle of row ?? []) if (heldBy[shingle] === by) mass += weights[shingle] ?? 0;
  return mass;
}
