import type { Shingles } from './shingles.js';

interface Holder {
  readonly shingles: Shingles;
}

/**
 * Visits each pair of which the smaller has at least `share` of its mass in the larger, once; other pairs too, so the
 * visitor measures. An empty one is in no pair.
 *
 * An index leads from a shingle to its holders, and of each holder only the rarest shingles are looked up: as soon as
 * the others together weigh less than `share`, no holder can be reached that has none of those. So the time follows the
 * pairs that share something rare, and not the square of their number.
 */
export function visitLikely<Of extends Holder>(
  holders: readonly Of[],
  share: number,
  visit: (smaller: Of, larger: Of) => void,
): void {
  const order = holders.toSorted((a, b) => a.shingles.mass - b.shingles.mass);
  const index = indexOf(order);
  const seenFrom = new Int32Array(order.length).fill(-1);
  for (const [at, smaller] of order.entries()) {
    for (const shingle of rarest(smaller.shingles, share, index)) {
      for (const place of index.get(shingle) ?? []) {
        const larger = order[place];
        if (place <= at || seenFrom[place] === at || larger === undefined) continue;
        seenFrom[place] = at;
        visit(smaller, larger);
      }
    }
  }
}

function indexOf(holders: readonly Holder[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, { shingles }] of holders.entries()) {
    for (const shingle of shingles.weights.keys()) {
      const places = index.get(shingle);
      if (places === undefined) index.set(shingle, [at]);
      else places.push(at);
    }
  }
  return index;
}

function rarest(
  { weights, mass }: Shingles,
  share: number,
  index: ReadonlyMap<string, readonly number[]>,
): string[] {
  const holdersOf = (shingle: string) => index.get(shingle)?.length ?? 0;
  const looked: string[] = [];
  let left = mass;
  for (const shingle of [...weights.keys()].toSorted((a, b) => holdersOf(a) - holdersOf(b))) {
    if (left < share * mass) break;
    looked.push(shingle);
    left -= weights.get(shingle) ?? 0;
  }
  return looked;
}
