const WORD = /[\p{L}\p{N}]+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** Accents, and what has no shape or none of its own: an apostrophe that counts as a letter among them. */
const UNHEARD = /[\p{M}\p{Lm}\p{Cf}\p{Default_Ignorable_Code_Point}\uA78B\uA78C]+/gu;

/**
 * Of texts that follow each other, the one in which they begin to say these words in a row; or null.
 *
 * Only letters and digits are compared, whole words at both ends. Neither case, accents nor characters that nobody sees
 * hide that words are said, nor dashes, apostrophes and spaces put in or left out (“hand-it”, “hand’it”, “handit”).
 */
export function saidIn(words: string, texts: readonly string[]): string | null {
  const wanted = heard(words).replace(NO_WORD, '');
  const said = texts.map(heard);
  const letters = said.map((text) => text.replace(NO_WORD, '')).join('');
  let at = wanted === '' ? -1 : letters.indexOf(wanted);
  if (at < 0) return null;
  const starts = wordStarts(said);
  for (; at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const text = starts.get(at);
    const end = at + wanted.length;
    if (text !== undefined && (starts.has(end) || end === letters.length)) return texts[text] ?? null;
  }
  return null;
}

function heard(text: string): string {
  return text.normalize('NFKD').toUpperCase().replace(UNHEARD, '');
}

/** Where each word begins among the letters of all texts, with the index of its text. */
function wordStarts(texts: readonly string[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let length = 0;
  for (const [index, text] of texts.entries()) {
    for (const [word] of text.matchAll(WORD)) {
      starts.set(length, index);
      length += word.length;
    }
  }
  return starts;
}
