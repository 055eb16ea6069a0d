/**
 * What a run of words is compared by: each word and each pair of neighbours, with a weight, and their sum. Every weight
 * is a multiple of a quarter, so that a sum is exact in whatever order it is formed.
 */
export interface Shingles {
  readonly weights: ReadonlyMap<string, number>;
  readonly mass: number;
}

/** What two must have in common at least, as a share of the mass of the smaller and of the larger. */
export interface LeastInCommon {
  readonly smaller: number;
  readonly larger: number;
}

/** Short words (“the”, “of”, “and”, “de la”) are in every text: they say half as much as others. */
const SHORT_WORD = /^\p{L}{1,3}$/u;
const SHORT_WEIGHT = 0.5;

/** Words and pairs. A pair across a name or a quotation counts too: the frame around it is one. */
export function shinglesOf(words: readonly string[]): Shingles {
  const weights = new Map<string, number>();
  let before: string | null = null;
  for (const word of words) {
    weights.set(word, weightOf(word));
    if (before !== null) weights.set(`${before} ${word}`, (weightOf(before) + weightOf(word)) / 2);
    before = word;
  }
  return weighed(weights);
}

/** The different words alone, in no order. */
export function wordSetOf(words: readonly string[]): Shingles {
  return weighed(new Map(words.map((word) => [word, weightOf(word)])));
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
  const [few, many] = one.weights.size < other.weights.size ? [one, other] : [other, one];
  let mass = 0;
  for (const [shingle, weight] of few.weights) if (many.weights.has(shingle)) mass += weight;
  return mass;
}

function weighed(weights: ReadonlyMap<string, number>): Shingles {
  let mass = 0;
  for (const weight of weights.values()) mass += weight;
  return { weights, mass };
}

function weightOf(word: string): number {
  return SHORT_WORD.test(word) ? SHORT_WEIGHT : 1;
}
