import { isShortFormOf } from './short-form.js';

/** A name less what may differ between two spellings of it. */
export interface Spelling {
  /** The words in lower case, without punctuation, with single spaces between. */
  readonly words: string;
  /** The legal ending ("inc"), or null. */
  readonly ending: string | null;
  /** The short form that stands in brackets behind the name, as a word, or null. */
  readonly shortForm: string | null;
}

/** Signs that a paste leaves between letters, and that nobody sees. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/gu;
const APOSTROPHES = /[’‘‛ʼ`´′＇]/gu;
const BETWEEN_WORDS = /[\s\p{Pd}−,;:!?"“”„«»()[\]{}/\\*•·|_]+/gu;
const ENDING = /^(.*[^\s,])[\s,]+(inc\.?|ltd\.?|llc|l\.l\.c\.|llp|pllc|plc|gmbh|e\.\s?v\.?|co\.)$/isu;
/** Without a full stop these are an ending in this case alone: "CO" is Colorado. */
const ENDING_IN_CASE = /^(.*[^\s,])[\s,]+(eV|Co)$/su;
const BRACKETED = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/su;

/** Reads a name; null where it names nothing: no letter and no digit beside a legal ending. */
export function readSpelling(name: string): Spelling | null {
  const plain = name
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const outer = readEnding(plain);
  const [long, short] = readBrackets(outer.name);
  const inner = readEnding(long);
  if (!/[\p{L}\p{N}]/u.test(inner.name)) return null;
  return {
    words: withoutArticle(wordsOf(inner.name)),
    ending: inner.ending ?? outer.ending,
    shortForm: short,
  };
}

function readEnding(name: string): { readonly name: string; readonly ending: string | null } {
  const [, rest, ending] = ENDING.exec(name) ?? ENDING_IN_CASE.exec(name) ?? [];
  if (rest === undefined || ending === undefined) return { name, ending: null };
  return { name: rest, ending: wordsOf(ending).replaceAll(' ', '') };
}

/** The name and its short form, whichever of the two stands in the brackets. Other brackets are a part of the name. */
function readBrackets(name: string): readonly [string, string | null] {
  const [, before, inside] = BRACKETED.exec(name) ?? [];
  if (before === undefined || inside === undefined) return [name, null];
  if (isShortFormOf(wordsOf(inside), wordsOf(readEnding(before).name))) return [before, wordsOf(inside)];
  if (isShortFormOf(wordsOf(before), wordsOf(readEnding(inside).name))) return [inside, wordsOf(before)];
  return [name, null];
}

function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('.', '')
    .replaceAll('&', ' and ')
    .replaceAll(BETWEEN_WORDS, ' ')
    .trim();
}

function withoutArticle(words: string): string {
  return words.replace(/^the (?=.)/u, '');
}
