import { readWords } from '../text/words.js';

/** Of the longer text's words, the share that both must have to be offered as the same statement in other words. */
const LEAST_IN_COMMON = 0.5;
/** Of more candidates than these none is offered: a text with so many new statements is another text. */
const MOST_CANDIDATES = 100;

export interface Candidate<Of> {
  readonly of: Of;
  readonly words: ReadonlySet<string>;
}

/** The words of a text in order, in lower case, without punctuation. */
export function plainWords(text: string): string[] {
  return readWords(text).flatMap(({ bare }) => (bare === '' ? [] : [bare]));
}

/**
 * The one candidate that has the most words in common, at least half of the longer one's; null where there is none,
 * or two are equally like. An offer for a person: likeness never places a statement.
 */
export function mostAlike<Of>(words: ReadonlySet<string>, candidates: readonly Candidate<Of>[]): Of | null {
  if (candidates.length > MOST_CANDIDATES) return null;
  let best: Of | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const share = inCommon(words, candidate.words);
    if (share < LEAST_IN_COMMON || share < most) continue;
    best = share > most ? candidate.of : null;
    most = share;
  }
  return best;
}

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  if (shorter.size < longer.size * LEAST_IN_COMMON || longer.size === 0) return 0;
  let shared = 0;
  for (const word of shorter) if (longer.has(word)) shared += 1;
  return shared / longer.size;
}
