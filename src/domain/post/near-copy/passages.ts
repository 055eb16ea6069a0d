import type { PlacedWord } from './reading.js';

/** A half-open range of UTF-16 code units in the text of one part, as `partText` gives it. */
export interface Place {
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

/** Words that stand in both posts; `quoted` where both take them from a source. */
export interface Passage {
  readonly kind: 'frame' | 'quoted';
  readonly one: Place;
  readonly other: Place;
}

/** Fewer words in a row than these are chance. */
const LEAST_WORDS = 3;
/** Names alone are no passage: so many words of it must be others. */
const LEAST_OTHER_THAN_NAMES = 2;

interface Match {
  readonly one: number;
  readonly other: number;
  readonly length: number;
}

/**
 * The passages that two posts have in common, in the order of the first: the longest first choice, each word in one
 * passage at most, none across a quotation mark, a link or the end of a part. Time grows with the product of the
 * lengths, so it is for a pair that is shown and not for all pairs.
 */
export function passagesInBoth(one: readonly PlacedWord[], other: readonly PlacedWord[]): Passage[] {
  const takenOfOne = new Set<number>();
  const takenOfOther = new Set<number>();
  const kept: Match[] = [];
  for (const match of longestFirst(one, other)) {
    const free = freeOf(match, takenOfOne, takenOfOther);
    if (!isPassage(free, one)) continue;
    for (let step = 0; step < free.length; step += 1) {
      takenOfOne.add(free.one + step);
      takenOfOther.add(free.other + step);
    }
    kept.push(free);
  }
  return kept.toSorted((a, b) => a.one - b.one).map((match) => passage(match, one, other));
}

/** All runs of equal words that go on neither to the left nor to the right. */
function longestFirst(one: readonly PlacedWord[], other: readonly PlacedWord[]): Match[] {
  const matches: Match[] = [];
  let above: number[] = [];
  for (let row = 0; row <= one.length; row += 1) {
    const lengths: number[] = [];
    for (let column = 0; column <= other.length; column += 1) {
      const before = above[column - 1] ?? 0;
      const goesOn = before > 0 && inOneRun(one, row) && inOneRun(other, column);
      const equal = row < one.length && one[row]?.key === other[column]?.key;
      lengths.push(equal ? 1 + (goesOn ? before : 0) : 0);
      if (before >= LEAST_WORDS && !(equal && goesOn)) {
        matches.push({ one: row - before, other: column - before, length: before });
      }
    }
    above = lengths;
  }
  return matches.toSorted((a, b) => b.length - a.length || a.one + a.other - (b.one + b.other));
}

function inOneRun(words: readonly PlacedWord[], at: number): boolean {
  return words[at - 1]?.run === words[at]?.run;
}

/** The match without the ends that a longer one has taken. */
function freeOf(match: Match, takenOfOne: ReadonlySet<number>, takenOfOther: ReadonlySet<number>): Match {
  let { one, other, length } = match;
  const taken = (step: number) => takenOfOne.has(one + step) || takenOfOther.has(other + step);
  while (length > 0 && taken(0)) {
    one += 1;
    other += 1;
    length -= 1;
  }
  while (length > 0 && taken(length - 1)) length -= 1;
  return { one, other, length };
}

function isPassage({ one, length }: Match, words: readonly PlacedWord[]): boolean {
  if (length < LEAST_WORDS) return false;
  const others = words.slice(one, one + length).filter(({ weighing }) => weighing !== 'name');
  return others.length >= LEAST_OTHER_THAN_NAMES;
}

function passage(
  { one, other, length }: Match,
  first: readonly PlacedWord[],
  second: readonly PlacedWord[],
): Passage {
  const fromSource = first[one]?.weighing === 'source' && second[other]?.weighing === 'source';
  return {
    kind: fromSource ? 'quoted' : 'frame',
    one: place(first, one, length),
    other: place(second, other, length),
  };
}

function place(words: readonly PlacedWord[], at: number, length: number): Place {
  const first = words[at];
  const last = words[at + length - 1];
  if (first === undefined || last === undefined)
    throw new Error(`No ${String(length)} words stand at word ${String(at)}.`);
  return { part: first.part, start: first.start, end: last.end };
}
