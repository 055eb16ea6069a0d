import { MAY_END, NEVER_ENDS, SENTENCE_STARTERS } from './abbreviations.js';
import type { Span } from './statement.js';
import { withoutTrailing } from './trailing.js';

/** What may stand between a sentence's last mark and its end, as in `TERMINATOR`. */
export const CLOSING_MARK = /[)\]”"’'»]/u;
const SENTENCE_MARK = /[.!?…]/u;
const TERMINATOR = /[.!?…]+[)\]”"’'»]*/gu;
/** No abbreviation or word that matters here is longer; the bound keeps the work linear. */
const LONGEST_LOOK = 40;

/**
 * Offsets right after each sentence of a paragraph, its closing marks included; the last is the paragraph's end.
 * Abbreviations, initials, decimals and addresses do not end a sentence; a lost space after one does not hide it.
 */
export function sentenceEnds(text: string, paragraph: Span): number[] {
  const ends: number[] = [];
  // Only the paragraph is searched: a search that runs on to the text's end would make many paragraphs quadratic.
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(TERMINATOR)) {
    const at = paragraph.start + match.index;
    const end = at + match[0].length;
    if (end < paragraph.end && endsSentence(text, at, end, paragraph)) ends.push(end);
  }
  ends.push(paragraph.end);
  return ends;
}

/** The mark with which a range ends, less white space and the marks that close around it: the ! of (“Never!”). */
export function lastMark(text: string, range: Span): string {
  const end = withoutTrailing(text, range, /\s/u);
  const at = withoutTrailing(text, { start: range.start, end }, CLOSING_MARK);
  return at > range.start ? text.charAt(at - 1) : '';
}

/** Whether a range ends with the mark of a sentence's end; `sentenceEnds` tells whether a sentence ends there. */
export function closesSentence(text: string, range: Span): boolean {
  return SENTENCE_MARK.test(lastMark(text, range));
}

function endsSentence(text: string, at: number, end: number, paragraph: Span): boolean {
  const after = text.slice(end, Math.min(paragraph.end, end + LONGEST_LOOK));
  const spaced = /^\s/u.test(after);
  const next = after.trimStart().replace(/^[“"‘'«„(*•–—-]+\s*/u, '');
  if (/^\p{Ll}/u.test(next)) return false;
  const before = text.slice(Math.max(paragraph.start, at - LONGEST_LOOK), at);
  const word = (/[\p{L}\p{N}.’']*$/u.exec(before)?.[0] ?? '').toLowerCase();
  const nextWord = (/^[\p{L}\p{N}’']*/u.exec(next)?.[0] ?? '').toLowerCase();
  if (!spaced) {
    // "… of 2023.The" and "… in October."The": a space was lost; "350.Org" and "3.5" are one word.
    return end > at + 1 || (/[\p{Ll}\d)]{2}$/u.test(before) && /^\p{Lu}[\p{Ll} ]/u.test(after));
  }
  if (text[at] !== '.') return true;
  if (/^\p{L}$/u.test(word)) return word === 'i';
  if (NEVER_ENDS.has(word)) return word === 'no' && !/^\d/u.test(next) && SENTENCE_STARTERS.has(nextWord);
  if (MAY_END.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word))
    return SENTENCE_STARTERS.has(nextWord) || next === '';
  return true;
}
