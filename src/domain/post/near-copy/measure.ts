import type { Lexicon } from './lexicon.js';
import type { Reading } from './reading.js';
import { alikeness, resemblance, type Shingles } from './shingles.js';

/** From here on two posts are a near copy: half of what is weighed is the same. */
export const NEAR = 0.5;
/** From here on they are the same post with a word changed. */
const SAME = 0.9;
/** A frame of fewer words (names not counted) is none: “Source:”, “Read more:”, “Well said:”. */
const LEAST_FRAME_WORDS = 5;
/** Different quotations excuse the same frame, but less than their length: a word of them counts as so much. */
const SOURCE_WEIGHT = 0.4;
/** Whatever the frame: with so large a share of all words in common, two posts are near. */
const NEAR_OVERLAP = 2 / 3;

export type Verdict = 'same' | 'near' | 'different';

/** `frame`, `quoted`: how alike the posts' own words and their sources' words are; `likeness`: the two together. */
export interface Scores {
  readonly frame: number;
  readonly quoted: number;
  readonly likeness: number;
  readonly verdict: Verdict;
}

/** What a post is weighed by. Each member depends on its words alone, so that equal ones are built once. */
export interface Weighed {
  readonly frame: Shingles;
  readonly quoted: Shingles;
  readonly all: Shingles;
  readonly ownWords: number;
  readonly sourceWords: number;
}

/** The frame that is compared: nothing, where it has too few words to be anybody's. */
export function frameWords({ own }: Reading): readonly string[] {
  return own.length < LEAST_FRAME_WORDS ? [] : own;
}

/** All words without the names; of a post that says nothing else, its names. */
export function allWords({ own, source, names }: Reading): readonly string[] {
  return own.length + source.length === 0 ? names : [...own, ...source];
}

export function weigh(reading: Reading, lexicon: Lexicon): Weighed {
  return {
    frame: lexicon.shinglesOf(frameWords(reading)),
    quoted: lexicon.shinglesOf(reading.source),
    all: lexicon.wordSetOf(allWords(reading)),
    ownWords: reading.own.length,
    sourceWords: reading.source.length,
  };
}

/** The scores of two posts, the same whichever comes first. */
export function compare(one: Weighed, other: Weighed): Scores {
  return scoresOf(one, other, alikeness(one.frame, other.frame), alikeness(one.quoted, other.quoted));
}

/** The scores of two posts of which it is known how alike their frames and their sources' words are. */
export function scoresOf(one: Weighed, other: Weighed, frame: number, quoted: number): Scores {
  const likeness = Math.max(framed(one, other, frame, quoted), overlapped(resemblance(one.all, other.all)));
  return {
    frame,
    quoted,
    likeness,
    verdict: verdictOf(likeness, quoted, one.sourceWords + other.sourceWords > 0),
  };
}

/**
 * The frame's likeness, lowered by how much of the posts is quotations that are not the same. The same quotation alone
 * gives nothing: partners are expected to quote the same statement.
 */
export function framed(one: Weighed, other: Weighed, frame: number, quoted: number): number {
  const own = one.ownWords + other.ownWords;
  const source = (one.sourceWords + other.sourceWords) * SOURCE_WEIGHT;
  return own === 0 ? 0 : (frame * (own + quoted * source)) / (own + source);
}

/** A share of words in common as a likeness: straight from 0 to `NEAR` at `NEAR_OVERLAP`, and straight on to 1. */
export function overlapped(overlap: number): number {
  if (overlap < NEAR_OVERLAP) return (overlap / NEAR_OVERLAP) * NEAR;
  return NEAR + ((overlap - NEAR_OVERLAP) / (1 - NEAR_OVERLAP)) * (1 - NEAR);
}

/** The least share of words in common that gives a likeness: the inverse of `overlapped`. */
export function overlapFor(likeness: number): number {
  if (likeness < NEAR) return (likeness / NEAR) * NEAR_OVERLAP;
  return NEAR_OVERLAP + ((likeness - NEAR) / (1 - NEAR)) * (1 - NEAR_OVERLAP);
}

/** The same frame is a copy only with the same quotations in it. */
function verdictOf(likeness: number, quoted: number, hasSource: boolean): Verdict {
  if (likeness >= SAME && (quoted >= SAME || !hasSource)) return 'same';
  return likeness >= NEAR ? 'near' : 'different';
}
