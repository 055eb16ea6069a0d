/**
 * Marks that are quotation marks wherever they stand: double ones, guillemets, double primes, ornaments, corner
 * brackets, and two single marks in a row, which stand for a double one.
 */
export const DOUBLE =
  /["“”„‟«»‹›″‶\u275B-\u275E\u276E\u276F\u2E42\u300C-\u300F\u301D-\u301F\uFE41-\uFE44\uFF02\uFF62\uFF63\u{1F676}-\u{1F678}]|''|’’|‘‘|``|´´/u;

/** Marks that may be apostrophes: what stands around them decides. */
export const SINGLE = /['‘’‚‛`´′‵]/gu;
/** Of these, the ones whose shape opens a quotation and never is an apostrophe. */
const OPENING = /[‘‚‛]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;

/** Words that begin with an apostrophe in English: ’tis, ’90s, rock ’n’ roll. */
export const ELISION = /^(?:tis|twas|twere|til|till|em|n|cause|bout|round|neath|\d+s?)(?![\p{L}\p{N}])/iu;

/**
 * Where the first quotation mark stands in a text (UTF-16 offset), or null.
 *
 * Frame text and links may hold none, since a reader takes what stands between them for somebody's words.
 * An apostrophe is no quotation mark: one between letters (don’t), at a word's end (partners’) or in a known
 * elision (’90s). Single marks count as soon as one at a word's start is followed by one at a word's end;
 * ‘ at a word's start counts alone, since it is never an apostrophe.
 */
export function findQuotationMark(text: string): number | null {
  const double = DOUBLE.exec(text)?.index ?? null;
  const single = findSingleMark(text);
  if (double === null || single === null) return double ?? single;
  return Math.min(double, single);
}

function findSingleMark(text: string): number | null {
  let opened: number | null = null;
  for (const { 0: mark, index } of text.matchAll(SINGLE)) {
    const rest = text.slice(index + mark.length);
    const atWordEnd = !LETTER_OR_DIGIT.test(firstCharacter(rest));
    if (opened !== null && atWordEnd) return opened;
    const afterLetter = LETTER_OR_DIGIT.test(lastCharacter(text.slice(0, index)));
    if (afterLetter || ELISION.test(rest)) continue;
    if (OPENING.test(mark)) return index;
    opened ??= index;
  }
  return null;
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? '';
}
