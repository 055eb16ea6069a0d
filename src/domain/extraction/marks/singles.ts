import type { Span } from '../../statement/statement.js';
import type { Passage } from './passages.js';

/** A single mark that can open or close a passage; apostrophes inside words are none. */
interface SingleMark {
  readonly at: number;
  readonly opens: boolean;
  /** `firm`: after punctuation, where an apostrophe hardly stands; `weak`: after a letter, as in "the workers’". */
  readonly closes: 'firm' | 'weak' | null;
}

const SINGLES = /['‘’‚‹›]/gu;
const ELISION = /^(?:tis|twas|til|em|n|cause|bout|\d\ds?)(?![\p{L}\p{N}])/iu;
/** A longer phrase between weak marks is more likely to be two apostrophes. */
const LONGEST_WEAK = 80;

/**
 * Passages between single marks outside the double ones (‘We won,’ said X): the outer marks of British releases.
 * Single marks inside double ones belong to the words quoted, and are not looked at.
 */
export function readSinglePassages(
  text: string,
  paragraphs: readonly Span[],
  doubles: readonly Passage[],
): Passage[] {
  const found: Passage[] = [];
  let carried = false;
  let double = 0;
  paragraphs.forEach((paragraph, number) => {
    while (double < doubles.length && (doubles[double] as Passage).outerEnd <= paragraph.start) double += 1;
    const marks = readSingleMarks(text, paragraph, doubles, double);
    const next = paragraphs[number + 1];
    const nextOpens =
      next !== undefined && /^['‘‚‹][\p{L}\p{N}]/u.test(text.slice(next.start, next.start + 3));
    carried = pairSingles(text, paragraph, number, marks, carried, nextOpens, found);
  });
  return found;
}

function readSingleMarks(
  text: string,
  paragraph: Span,
  doubles: readonly Passage[],
  firstDouble: number,
): SingleMark[] {
  const marks: SingleMark[] = [];
  let double = firstDouble;
  // Only the paragraph is searched: a search that runs on to the text's end would make many paragraphs quadratic.
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(SINGLES)) {
    const at = paragraph.start + match.index;
    while (double < doubles.length && (doubles[double] as Passage).outerEnd <= at) double += 1;
    if ((doubles[double]?.outerStart ?? Infinity) <= at) continue;
    const before = at === paragraph.start ? '' : (text[at - 1] ?? '');
    const after = text.slice(at + 1, Math.min(paragraph.end, at + 12));
    const glyph = match[0];
    const opens =
      glyph !== '’' &&
      glyph !== '›' &&
      /^[\s([{—–]?$/u.test(before) &&
      /^["“]?[\p{L}\p{N}]/u.test(after) &&
      !ELISION.test(after);
    const ends = glyph !== '‚' && glyph !== '‹' && !/^[\p{L}\p{N}]/u.test(after);
    const closes = !ends ? null : /[,.!?…—”"]/u.test(before) ? 'firm' : /\p{L}/u.test(before) ? 'weak' : null;
    if (opens || closes !== null) marks.push({ at, opens, closes });
  }
  return marks;
}

/** Pairs the marks of one paragraph; returns whether its last passage goes on in the next paragraph. */
function pairSingles(
  text: string,
  paragraph: Span,
  number: number,
  marks: readonly SingleMark[],
  carried: boolean,
  nextOpens: boolean,
  found: Passage[],
): boolean {
  const nextFirm = nextIndexes(marks, (mark) => mark.closes === 'firm');
  const nextWeak = nextIndexes(marks, (mark) => mark.closes === 'weak');
  const nextOpen = nextIndexes(marks, (mark) => mark.opens);
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index] as SingleMark;
    if (!mark.opens) continue;
    const firm = nextFirm[index] ?? Infinity;
    const weak = nextWeak[index] ?? Infinity;
    const chosen = weak < firm && (nextOpen[weak] ?? Infinity) <= firm ? weak : firm;
    const first = mark.at === paragraph.start;
    const closing = marks[chosen];
    if (closing === undefined) {
      if (!first || !nextOpens) continue;
      found.push(passage(mark.at, paragraph.end, paragraph.end, number, carried && first));
      return true;
    }
    if (chosen === weak && closing.at - mark.at > LONGEST_WEAK) continue;
    if (text.slice(mark.at + 1, closing.at).trim() === '') continue;
    found.push(passage(mark.at, closing.at, closing.at + 1, number, carried && first));
    index = chosen;
  }
  return false;
}

function passage(at: number, end: number, outerEnd: number, paragraph: number, continues: boolean): Passage {
  return { start: at + 1, end, outerStart: at, outerEnd, paragraph, continues, repairs: [] };
}

/** For each mark the index of the next one after it that passes. */
function nextIndexes(
  marks: readonly SingleMark[],
  passes: (mark: SingleMark) => boolean,
): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  let seen: number | undefined;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    next[index] = seen;
    if (passes(marks[index] as SingleMark)) seen = index;
  }
  return next;
}

/** The outer passages of a text: double ones, and single ones that stand outside them or around them. */
export function mergePassages(doubles: readonly Passage[], singles: readonly Passage[]): Passage[] {
  const merged: Passage[] = [];
  let double = 0;
  for (const single of singles) {
    while (double < doubles.length && (doubles[double] as Passage).outerEnd <= single.outerStart) {
      merged.push(doubles[double] as Passage);
      double += 1;
    }
    let last = double;
    while (last < doubles.length && (doubles[last] as Passage).outerStart < single.outerEnd) last += 1;
    const cut = doubles.slice(double, last).some((inner) => inner.outerEnd > single.outerEnd);
    if (cut) continue;
    merged.push(single);
    double = last;
  }
  return [...merged, ...doubles.slice(double)];
}
