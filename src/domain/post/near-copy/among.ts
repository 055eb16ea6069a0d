import { Groups, type Group } from './groups.js';
import { visitLikely } from './join.js';
import { Lexicon } from './lexicon.js';
import {
  allWords,
  framed,
  frameWords,
  NEAR,
  overlapFor,
  overlapped,
  scoresOf,
  type Scores,
  type Weighed,
} from './measure.js';
import { readPost, type KnownNames, type Written } from './reading.js';
import { alikeness, leastForAlikeness, leastForResemblance, resemblance } from './shingles.js';

/** Two posts that are alike, by their ids; `one` sorts before `other`. */
export interface AlikePair extends Scores {
  readonly one: string;
  readonly other: string;
}

/** What the last bits of a quotient may be off: a candidate more is measured, none is lost. */
const ROUNDING = 1e-9;

interface Entry {
  readonly id: string;
  readonly weighed: Weighed;
  readonly frame: Group<Entry>;
  readonly quoted: Group<Entry>;
}

interface Field {
  readonly frames: Groups<Entry>;
  readonly quotations: Groups<Entry>;
  readonly texts: Groups<Entry>;
}

/**
 * All pairs among a campaign's posts on one network whose likeness is at least `threshold` (that of a near copy, where
 * none is given), the most alike first, then by id; exactly those that `nearCopy` finds, in whatever order the posts
 * come. The time follows the number of pairs that have a frame or most words in common, not the square of the number of
 * posts. A threshold that is not above 0 and at most 1, or an id that comes twice, is a caller's mistake.
 */
export function nearCopiesAmong(
  posts: readonly (Written & { readonly id: string })[],
  threshold: number = NEAR,
): AlikePair[] {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`The threshold ${String(threshold)} of near copies is not above 0 and at most 1.`);
  }
  const field = fieldOf(posts);
  const frameScores = new Map<number, number>();
  const quotedScore = quotedOnce();
  const pairs: AlikePair[] = [];
  visitSameFrame(field, threshold, frameScores, (one, other, frame) => {
    const quoted = quotedScore(one, other);
    if (framed(one.weighed, other.weighed, frame, quoted) >= threshold)
      pairs.push(pairOf(one, other, frame, quoted));
  });
  visitSameWords(field, threshold, (one, other) => {
    const frame =
      frameScores.get(pairNumber(one.frame, other.frame)) ??
      alikeness(one.weighed.frame, other.weighed.frame);
    const quoted = quotedScore(one, other);
    if (framed(one.weighed, other.weighed, frame, quoted) < threshold)
      pairs.push(pairOf(one, other, frame, quoted));
  });
  return pairs.toSorted((a, b) => b.likeness - a.likeness || byId(a.one, b.one) || byId(a.other, b.other));
}

function fieldOf(posts: readonly (Written & { readonly id: string })[]): Field {
  const lexicon = new Lexicon();
  const field: Field = {
    frames: new Groups((words) => lexicon.shinglesOf(words)),
    quotations: new Groups((words) => lexicon.shinglesOf(words)),
    texts: new Groups((words) => lexicon.wordSetOf(words)),
  };
  const known: KnownNames = new Map();
  const ids = new Set<string>();
  for (const post of posts) {
    if (ids.has(post.id)) throw new Error(`The post ${post.id} stands twice among those to be compared.`);
    ids.add(post.id);
    const reading = readPost(post, known);
    const frame = field.frames.of(frameWords(reading));
    const quoted = field.quotations.of(reading.source);
    const text = field.texts.of(allWords(reading));
    const weighed = {
      frame: frame.shingles,
      quoted: quoted.shingles,
      all: text.shingles,
      ownWords: reading.own.length,
      sourceWords: reading.source.length,
    };
    const entry = { id: post.id, weighed, frame, quoted };
    frame.members.push(entry);
    text.members.push(entry);
  }
  return field;
}

/** Pairs whose frames are alike enough, with how much; `scores` then has it for those two frames. */
function visitSameFrame(
  { frames }: Field,
  threshold: number,
  scores: Map<number, number>,
  visit: (one: Entry, other: Entry, frame: number) => void,
): void {
  const groups = frames.all();
  for (const group of groups) {
    if (group.shingles.mass === 0) continue;
    scores.set(pairNumber(group, group), 1);
    visitWithin(group, (one, other) => visit(one, other, 1));
  }
  visitLikely(groups, leastForAlikeness(threshold), (one, other, inBoth) => {
    const score = alikeness(one.shingles, other.shingles, inBoth);
    if (score < threshold - ROUNDING) return;
    scores.set(pairNumber(one, other), score);
    visitBetween(one, other, (first, second) => visit(first, second, score));
  });
}

/** Pairs that have most of their words in common, whoever's they are. */
function visitSameWords(
  { texts }: Field,
  threshold: number,
  visit: (one: Entry, other: Entry) => void,
): void {
  const groups = texts.all();
  for (const group of groups) visitWithin(group, visit);
  visitLikely(groups, leastForResemblance(overlapFor(threshold) - ROUNDING), (one, other, inBoth) => {
    const likeness = overlapped(resemblance(one.shingles, other.shingles, inBoth));
    if (likeness >= threshold) visitBetween(one, other, visit);
  });
}

function visitWithin({ members }: Group<Entry>, visit: (one: Entry, other: Entry) => void): void {
  for (const other of members) {
    for (const one of members) {
      if (one === other) break;
      visit(one, other);
    }
  }
}

function visitBetween(
  one: Group<Entry>,
  other: Group<Entry>,
  visit: (one: Entry, other: Entry) => void,
): void {
  for (const first of one.members) {
    for (const second of other.members) visit(first, second);
  }
}

/** How alike the quotations of two posts are, measured once for all that quote the same. */
function quotedOnce(): (one: Entry, other: Entry) => number {
  const scores = new Map<number, number>();
  return ({ quoted: one }, { quoted: other }) => {
    const number = pairNumber(one, other);
    let score = scores.get(number);
    if (score === undefined) {
      score = alikeness(one.shingles, other.shingles);
      scores.set(number, score);
    }
    return score;
  };
}

/** One number for two groups in either order: the pairs below the larger number, and the smaller one. */
function pairNumber(one: Group<Entry>, other: Group<Entry>): number {
  const larger = Math.max(one.number, other.number);
  return (larger * (larger + 1)) / 2 + Math.min(one.number, other.number);
}

function pairOf(a: Entry, b: Entry, frame: number, quoted: number): AlikePair {
  const [one, other] = byId(a.id, b.id) < 0 ? [a, b] : [b, a];
  return { one: one.id, other: other.id, ...scoresOf(one.weighed, other.weighed, frame, quoted) };
}

function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
