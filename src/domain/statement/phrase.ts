import { findQuotationMark } from '../post/quotation-mark.js';
import { excerpt } from './excerpt.js';
import { saidIn } from './spoken-words.js';

export type PhraseFault = 'not-marked' | 'too-long' | 'hidden-character' | 'more-marks' | 'somebody-s-words';

/** The name of a law or a campaign is no longer than this. */
const MOST_WORDS = 10;
const MOST_CHARACTERS = 100;

/** What readers cannot see, but for the sign that makes a picture of the character before it (❤️). */
const HIDDEN = /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

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
 * quotations that the campaign's releases hold, span by span in their order: marking those would be a way to show them
 * without their speaker.
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
  if (HIDDEN.test(phrase)) {
    return refuse('hidden-character', 'This holds a character that readers cannot see: type it anew.');
  }
  if (findQuotationMark(inner) !== null) {
    return refuse(
      'more-marks',
      'This holds quotation marks within its marks: give one phrase, without any inside.',
    );
  }
  const said = saidIn(
    inner,
    quoted.map(({ text }) => text),
  );
  if (said === null) return null;
  return refuse(
    'somebody-s-words',
    `These are words of a quotation in the release (“${excerpt(said)}”): quote it under its speaker’s name instead.`,
  );
}

function refuse(
  because: PhraseFault,
  message: string,
): { readonly because: PhraseFault; readonly message: string } {
  return { because, message };
}
