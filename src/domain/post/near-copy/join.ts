import type { LeastInCommon, Shingles } from './shingles.js';

/** What the last bits of a share may be off: a candidate more is measured, and none is lost. */
const ROUNDING = 1e-9;
const NONE = new Int32Array();

interface Holder {
  readonly shingles: Shingles;
}

/** The shingles that at least two hold, as numbers from the rarest to the commonest. */
interface Numbered {
  readonly weights: Float64Array;
  readonly rows: readonly Int32Array[];
}

/**
 * Visits each pair that has enough in common, once, with the mass of that; some others too, so the visitor measures. An
 * empty one is in no pair.
 *
 * An index leads from a shingle to its holders, and of each holder only the rarest shingles are indexed and looked up:
 * when the others together weigh less than the least that a pair has in common, none can have enough without one of
 * those. So the time follows the pairs that share something rare, and not the square of their number.
 */
export function visitLikely<Of extends Holder>(
  holders: readonly Of[],
  least: LeastInCommon,
  visit: (smaller: Of, larger: Of, inBoth: number) => void,
): void {
  const order = holders.toSorted((a, b) => a.shingles.mass - b.shingles.mass);
  const masses = Float64Array.from(order, ({ shingles }) => shingles.mass);
  const { weights, rows } = numbered(order);
  // Filled on the way, so that it always leads to the holders that are smaller, the smallest first.
  const index: number[][] = Array.from(weights, () => []);
  const visitedFrom = new Int32Array(order.length).fill(-1);
  const heldBy = new Int32Array(weights.length).fill(-1);
  for (const [at, larger] of order.entries()) {
    const row = rows[at] ?? NONE;
    const mass = masses[at] ?? 0;
    const leastMass = mass * least.larger - ROUNDING;
    for (const number of row) heldBy[number] = at;
    for (const number of rarest(row, weights, leastMass)) {
      const places = index[number] ?? [];
      for (let last = places.length - 1; last >= 0; last -= 1) {
        const place = places[last] ?? 0;
        if ((masses[place] ?? 0) < leastMass) break;
        if (visitedFrom[place] === at) continue;
        visitedFrom[place] = at;
        const smaller = order[place];
        if (smaller !== undefined) visit(smaller, larger, massHeld(rows[place] ?? NONE, weights, heldBy, at));
      }
    }
    for (const number of rarest(row, weights, mass * least.smaller - ROUNDING)) index[number]?.push(at);
  }
}

/** What one alone holds is no way to another, and gets no number. */
function numbered(holders: readonly Holder[]): Numbered {
  const size = holders[0]?.shingles.weights.length ?? 0;
  const counts = new Int32Array(size);
  const weights = new Float64Array(size);
  for (const { shingles } of holders) {
    for (const number of shingles.numbers) {
      counts[number] = (counts[number] ?? 0) + 1;
      weights[number] = shingles.weights[number] ?? 0;
    }
  }
  const rarestFirst: number[] = [];
  for (const [number, count] of counts.entries()) if (count > 1) rarestFirst.push(number);
  rarestFirst.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  const places = new Int32Array(size).fill(-1);
  for (const [place, number] of rarestFirst.entries()) places[number] = place;
  return {
    weights: Float64Array.from(rarestFirst, (number) => weights[number] ?? 0),
    rows: holders.map(({ shingles }) =>
      shingles.numbers
        .map((number) => places[number] ?? -1)
        .filter((place) => place >= 0)
        .sort(),
    ),
  };
}

/** The rarest, until all others together weigh less than `least`. */
function rarest(row: Int32Array, weights: Float64Array, least: number): Int32Array {
  let left = 0;
  let count = row.length;
  while (count > 0) {
    left += weights[row[count - 1] ?? 0] ?? 0;
    if (left >= least) break;
    count -= 1;
  }
  return row.subarray(0, count);
}

function massHeld(row: Int32Array, weights: Float64Array, heldBy: Int32Array, by: number): number {
  let mass = 0;
  for (const number of row) if (heldBy[number] === by) mass += weights[number] ?? 0;
  return mass;
}
