import { DOUBLE, ELISION, SINGLE } from '../post/quotation-mark.js';
import type { Span } from './statement.js';

const DOUBLES = new RegExp(DOUBLE, 'gu');
const OPENING = /[“„«‹‘‚‛]/u;
const CLOSING = /[”»›]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;

interface Mark {
  readonly at: number;
  readonly turn: 'opens' | 'closes' | 'either' | 'closes-or-apostrophe';
}

/**
 * Whether ranges of a quotation, in order, hold a mark of words that its speaker quotes in turn. Only what is surely an
 * apostrophe is taken for one: don’t, and partners’ where no inner quotation begins before it.
 */
export function holdsInnerMark(text: string, quotation: Span, ranges: readonly Span[]): boolean {
  const singles = marksOf(text, quotation, SINGLE);
  const opened = singles.find(({ turn }) => turn === 'opens')?.at ?? Infinity;
  const marks = [...marksOf(text, quotation, DOUBLES), ...singles]
    .filter(({ turn, at }) => turn !== 'closes-or-apostrophe' || at > opened)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  let next = 0;
  return ranges.some(({ start, end }) => {
    while ((marks[next] ?? Infinity) < start) next += 1;
    return (marks[next] ?? Infinity) < end;
  });
}

/**
 * The words that a speaker quotes in turn, marks included: apart from their marks they would seem the speaker's
 * own. Rather too long than too short: to the last mark that may close them, and to an end of the quotation where
 * one mark of a pair stands beyond it.
 */
export function innerQuotations(text: string, quotation: Span): readonly Span[] {
  return [SINGLE, DOUBLES].flatMap((marks) => enclosed(marksOf(text, quotation, marks), quotation));
}

function enclosed(marks: readonly Mark[], { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let opened: number | null = null;
  let closed: number | null = null;
  const finish = () => {
    if (opened !== null) found.push({ start: opened, end: closed ?? end });
    opened = null;
    closed = null;
  };
  for (const { at, turn } of marks) {
    if (turn === 'opens' || (turn === 'either' && opened === null)) {
      finish();
      opened = at;
    } else if (opened === null) {
      if (turn === 'closes') found.push({ start, end: at + 1 });
    } else {
      closed = at + 1;
      if (turn !== 'closes-or-apostrophe') finish();
    }
  }
  finish();
  return found;
}

function marksOf(text: string, { start, end }: Span, marks: RegExp): readonly Mark[] {
  const words = text.slice(start, end);
  return [...words.matchAll(marks)].flatMap(({ 0: mark, index }) => {
    const turn = marks === SINGLE ? turnOfSingle(words, mark, index) : turnOfDouble(mark);
    return turn === null ? [] : [{ at: start + index, turn }];
  });
}

function turnOfDouble(mark: string): Mark['turn'] {
  if (OPENING.test(mark)) return 'opens';
  return CLOSING.test(mark) ? 'closes' : 'either';
}

function turnOfSingle(words: string, mark: string, index: number): Mark['turn'] | null {
  const afterLetter = LETTER_OR_DIGIT.test(words.charAt(index - 1));
  const beforeLetter = LETTER_OR_DIGIT.test(words.charAt(index + 1));
  if (afterLetter) return beforeLetter ? null : 'closes-or-apostrophe';
  if (beforeLetter) return ELISION.test(words.slice(index + 1, index + 12)) ? null : 'opens';
  return OPENING.test(mark) ? 'opens' : 'closes';
}
