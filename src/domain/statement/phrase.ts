import { findQuotationMark } from '../post/quotation-mark.js';

export type PhraseFault = 'not-marked' | 'too-long' | 'hidden-character' | 'more-marks' | 'somebody-s-words';

/** The name of a law or a campaign is no longer than this. */
const MOST_WORDS = 10;
const MOST_CHARACTERS = 100;

/** The pairs of marks that may enclose a phrase. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['»', '«'],
  ['„', '“'],
  ['‹', '›'],
];

/**
 * Why words in quotation marks cannot be marked as nobody's quotation, or null. `quoted` are the words of the
 * quotations that the campaign's releases hold: marking those would be a way to show them without their speaker.
 */
export function phraseFault(
  phrase: string,
  quoted: readonly { readonly text: string }[],
): { readonly because: PhraseFault; readonly message: string } | null {
  const pair = PAIRS.find(
    ([open, close]) => phrase.length > 2 && phrase.startsWith(open) && phrase.endsWith(close),
  );
  if (pair === undefined) {
    return refuse(
      'not-marked',
      'Give the phrase with its quotation marks, one at each end, as posts will write it.',
    );
  }
  const inner = phrase.slice(1, -1);
  const words = inner.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return refuse('not-marked', 'There are no words between the quotation marks.');
  if (words.length > MOST_WORDS) {
    return refuse(
      'too-long',
      `This has ${words.length} words, more than a name has (${MOST_WORDS}): quote it from the release instead.`,
    );
  }
  if (phrase.length > MOST_CHARACTERS) {
    return refuse(
      'too-long',
      `This has ${phrase.length} characters, more than a name has (${MOST_CHARACTERS}): quote it from the release instead.`,
    );
  }
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(phrase)) {
    return refuse('hidden-character', 'This holds a character that readers cannot see: type it anew.');
  }
  if (findQuotationMark(inner) !== null) {
    return refuse(
      'more-marks',
      'This holds quotation marks within its marks: give one phrase, without any inside.',
    );
  }
  const wanted = ` ${plainWords(inner)} `;
  const said = quoted.find(({ text }) => ` ${plainWords(text)} `.includes(wanted));
  if (said === undefined) return null;
  return refuse(
    'somebody-s-words',
    `These are words of a quotation in the release (“${excerpt(said.text)}”): quote it under its speaker’s name instead.`,
  );
}

/** Stands in a frame for the words of a source: no phrase holds it, so that none reaches over a source's words. */
export const SOURCE_PLACE = '\uE000';

/** The text with each marked phrase that stands by itself blanked out, offsets kept; the longest phrases first. */
export function withoutPhrases(text: string, phrases: readonly string[]): string {
  let blanked = text;
  const usable = phrases.filter((phrase) => phrase !== '' && !phrase.includes(SOURCE_PLACE));
  for (const phrase of usable.toSorted((a, b) => b.length - a.length)) {
    for (let at = blanked.indexOf(phrase); at >= 0; at = blanked.indexOf(phrase, at + 1)) {
      if (touchesWord(blanked, at, at + phrase.length)) continue;
      blanked = blanked.slice(0, at) + STAND_IN.repeat(phrase.length) + blanked.slice(at + phrase.length);
    }
  }
  return blanked;
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}\p{Co}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}\p{Co}]/u;

/** A letter, so that an apostrophe beside it is judged as beside a word. */
const STAND_IN = 'x';

/** Whether a letter, a digit or a source's words touch the range, so that it is a piece of something longer. */
function touchesWord(text: string, start: number, end: number): boolean {
  return WORD_BEFORE.test(text.slice(0, start)) || WORD_AFTER.test(text.slice(end));
}

/** The words alone, so that neither case, punctuation nor an apostrophe left out hides that they are somebody's. */
function plainWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´\p{Cf}]/gu, '');
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function refuse(
  because: PhraseFault,
  message: string,
): { readonly because: PhraseFault; readonly message: string } {
  return { because, message };
}
