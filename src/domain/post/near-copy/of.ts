import { Lexicon } from './lexicon.js';
import { compare, NEAR, weigh, type Scores } from './measure.js';
import { readPost, type KnownNames, type Written } from './reading.js';

/**
 * Those of `others` that a post is a near copy of, the most alike first, then by id: what `nearCopy` finds for each.
 * Linear in the number of the others.
 */
export function nearCopiesOf<Other extends Written & { readonly id: string }>(
  post: Written,
  others: readonly Other[],
): readonly (Scores & { readonly other: Other })[] {
  const lexicon = new Lexicon();
  const known: KnownNames = new Map();
  const own = weigh(readPost(post, known), lexicon);
  return others
    .map((other) => ({ ...compare(own, weigh(readPost(other, known), lexicon)), other }))
    .filter(({ likeness }) => likeness >= NEAR)
    .toSorted((a, b) => b.likeness - a.likeness || (a.other.id < b.other.id ? -1 : 1));
}
