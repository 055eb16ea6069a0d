import type { Span } from '../../statement/statement.js';
import { MAY_END, NEVER_ENDS, SENTENCE_STARTERS } from './abbreviations.js';

const TERMINATOR = /[.!?…]+[)\]”"’'»]*/gu;
/** No abbreviation or word that matters here is longer; the bound keeps the work linear. */
const LONGEST_LOOK = 40;

/**
 * Offsets right after each sentence of a paragraph, its closing marks included; the last is the paragraph's end.
 * Abbreviations, initials, decimals and addresses do not end a sentence; a lost space after one does not hide it.
 */
export function sentenceEnds(text: string, paragraph: Span): number[] {
  const ends: number[] = [];
  TERMINATOR.lastIndex = paragraph.start;
  for (;;) {
    const match = TERMINATOR.exec(text);
    if (match === null || match.index >= paragraph.end) break;
    const end = Math.min(match.index + match[0].length, paragraph.end);
    if (end < paragraph.end && endsSentence(text, match.index, end, paragraph)) ends.push(end);
  }
  ends.push(paragraph.end);
  return ends;
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
