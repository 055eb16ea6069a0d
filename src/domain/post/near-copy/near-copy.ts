import { Lexicon } from './lexicon.js';
import { compare, weigh, type Scores } from './measure.js';
import { passagesInBoth, type Passage } from './passages.js';
import { readPost, type Written } from './reading.js';

/** How alike two posts are, and where: `shared` in the order of the first post, for a view side by side. */
export interface Likeness extends Scores {
  readonly shared: readonly Passage[];
}

/**
 * How alike two posts of a campaign are, for the rule of networks against substantially similar posts from several
 * accounts. `frame`, `quoted` and `likeness` go from 0 to 1 and do not depend on which post comes first; `docs/near-copies.md`
 * explains the measure and its thresholds.
 */
export function nearCopy(one: Written, other: Written): Likeness {
  const first = readPost(one);
  const second = readPost(other);
  const lexicon = new Lexicon();
  return {
    ...compare(weigh(first, lexicon), weigh(second, lexicon)),
    shared: passagesInBoth(first.words, second.words),
  };
}
