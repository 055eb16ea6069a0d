/** Stands in a frame for the words of a source: no phrase holds it, so that none reaches over a source's words. */
export const SOURCE_PLACE = '\uE000';

/** A letter, so that an apostrophe beside it is judged as beside a word. */
const STAND_IN = 'x';

const WORD_BEFORE = /[\p{L}\p{N}\p{M}\p{Co}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}\p{Co}]/u;

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The text with each marked phrase that stands by itself blanked out, offsets kept; the longest phrases first. */
export function withoutPhrases(text: string, phrases: readonly string[]): string {
  const found = phrasesIn(text, phrases);
  if (found.length === 0) return text;
  const shown = text.split('');
  for (const { start, end } of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    // Beside a letter, a digit or a source's words it is a piece of something longer, and beside a stand-in one of a
    // longer phrase.
    const touchesWord =
      WORD_BEFORE.test(shown.slice(Math.max(0, start - 2), start).join('')) ||
      WORD_AFTER.test(shown.slice(end, end + 2).join(''));
    if (touchesWord) continue;
    shown.fill(STAND_IN, start, end);
  }
  return shown.join('');
}

/**
 * Every place of a text where a phrase stands, in order. However many phrases there are, the text is read once: where
 * one of their first characters stands, a piece of each length that they have is looked up among them.
 */
function phrasesIn(text: string, phrases: readonly string[]): readonly Found[] {
  const usable = phrases.filter((phrase) => phrase !== '' && !phrase.includes(SOURCE_PLACE));
  const openings = new Set(usable.map((phrase) => phrase.charAt(0)));
  const wanted = new Set(usable);
  const lengths = [...new Set(usable.map(({ length }) => length))];
  const found: Found[] = [];
  for (let start = 0; lengths.length > 0 && start < text.length; start += 1) {
    if (!openings.has(text.charAt(start))) continue;
    for (const length of lengths) {
      const end = start + length;
      if (end <= text.length && wanted.has(text.slice(start, end))) found.push({ start, end });
    }
  }
  return found;
}
