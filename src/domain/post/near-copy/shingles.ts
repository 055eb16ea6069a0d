/** What a run of words is compared by: numbers of a lexicon, ascending, with its weights, and the sum of theirs. */
export interface Shingles {
  readonly numbers: Int32Array;
  readonly weights: readonly number[];
  readonly mass: number;
}

/** What two must have in common at least, as a share of the mass of the smaller and of the larger. */
export interface LeastInCommon {
  readonly smaller: number;
  readonly larger: number;
}

/** Of all that stands in one or the other, the share that stands in both (Jaccard): 0 to 1, and 1 of two empty ones. */
export function resemblance(one: Shingles, other: Shingles, inBoth: number = commonMass(one, other)): number {
  const inAny = one.mass + other.mass - inBoth;
  return inAny === 0 ? 1 : inBoth / inAny;
}

/** The least share of the smaller and of the larger that two have in common whose resemblance is at least `least`. */
export function leastForResemblance(least: number): LeastInCommon {
  return { smaller: (2 * least) / (1 + least), larger: least };
}

/**
 * The mean of resemblance and of containment (the share of the smaller that stands in the larger): a text that is
 * another one and some more is like it, and the less so the more it adds. 0 where one is empty.
 */
export function alikeness(one: Shingles, other: Shingles, inBoth: number = commonMass(one, other)): number {
  const smaller = Math.min(one.mass, other.mass);
  return smaller === 0 ? 0 : (resemblance(one, other, inBoth) + inBoth / smaller) / 2;
}

/**
 * The same for an alikeness. Of a containment c the resemblance is at most c / (2 - c), where both are equally heavy;
 * the least c is the root of (c + c / (2 - c)) / 2 = least. Of a much larger one the common part may be any share.
 */
export function leastForAlikeness(least: number): LeastInCommon {
  const sum = 3 + 2 * least;
  return { smaller: (sum - Math.sqrt(sum * sum - 16 * least)) / 2, larger: 0 };
}

function commonMass(one: Shingles, other: Shingles): number {
  let mass = 0;
  let at = 0;
  for (const number of one.numbers) {
    while ((other.numbers[at] ?? Infinity) < number) at += 1;
    if (other.numbers[at] === number) mass += one.weights[number] ?? 0;
  }
  return mass;
}
