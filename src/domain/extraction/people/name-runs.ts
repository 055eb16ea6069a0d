import type { Word } from '../text/words.js';
import { COLLECTIVES } from './organization-words.js';

/** Words `[from, to)` that stand together as capitals: a title and a name, an organization, or a part of one. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** The run ends with a possessive: "Tumblr’s". */
  readonly possessive: boolean;
}

const PARTICLES = new Set(
  'de da del della der den van von la le di bin ibn al el y dos das du ter ten af av zu abu ben mac st san santa'.split(
    ' ',
  ),
);
const INITIAL = /^\p{Lu}\.?$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq)$/u;

/** True for a word that may be part of a name: it has a capital, or is a lower-case nobiliary like "al-Masri". */
export function isNameWord(word: Word | undefined): boolean {
  if (word === undefined || word.bare === '') return false;
  return word.capital || /^(?:al|el|bin|d|de|o)[-’']\p{Lu}/u.test(word.text);
}

/** The run of capitals that begins at `from`, or null. Only single spaces, particles, nicknames and initials join it. */
export function runAt(words: readonly Word[], from: number, limit: number): Run | null {
  if (!isNameWord(words[from])) return null;
  let to = from + 1;
  while (to < limit) {
    const last = words[to - 1] as Word;
    if (endsRun(last)) return { from, to, possessive: true };
    const step = nextStep(words, to, limit);
    if (step === 0) break;
    to += step;
  }
  return { from, to, possessive: endsRun(words[to - 1] as Word) };
}

/** A possessive ends a run, except the collective ones inside names. */
function endsRun(word: Word): boolean {
  return word.possessive && !COLLECTIVES.has(word.bare);
}

/** How many words the run takes next: 0 where it ends. */
function nextStep(words: readonly Word[], at: number, limit: number): number {
  const last = words[at - 1] as Word;
  const word = words[at];
  if (word === undefined) return 0;
  if (isNameWord(word)) return word.start - last.end <= 2 && !startsSentence(last, word) ? 1 : 0;
  if (PARTICLES.has(word.text) && isNameWord(words[at + 1]) && at + 1 < limit) return 2;
  if (PARTICLES.has(word.text) && PARTICLES.has(words[at + 1]?.text ?? '') && isNameWord(words[at + 2]))
    return 3;
  // "Theo Grant, Jr.," but not "Cass Boca, Sr. Manager".
  if (
    word.text === ',' &&
    SUFFIX.test(words[at + 1]?.bare ?? '') &&
    at + 1 < limit &&
    !isNameWord(words[at + 2])
  )
    return 2;
  return nickname(words, at);
}

/** "Robert “Bobby” Sandoval", "Dolores (Lola) Ruiz": the marks, what is between, and the name's next word. */
function nickname(words: readonly Word[], at: number): number {
  const [open, name, close] = [words[at], words[at + 1], words[at + 2]];
  if (open === undefined || name === undefined || !isNameWord(name) || close === undefined) return 0;
  if (!/^["“‘'(]$/u.test(open.text) || !/^["”’')]$/u.test(close.text)) return 0;
  if (/^\p{Lu}{2,}$/u.test(name.text) || /^\p{Lu}\.?$/u.test(name.text)) return 0;
  return isNameWord(words[at + 3]) ? 3 : 0;
}

/** "… of the Senate. Jane Doe …": a stop that is no initial's parts two runs; stops are words of their own there. */
function startsSentence(last: Word, next: Word): boolean {
  return last.text.endsWith('.') && !INITIAL.test(last.text) && next.start - last.end > 1;
}

export function isInitial(word: Word): boolean {
  return INITIAL.test(word.text);
}

export function isSuffix(word: Word): boolean {
  return SUFFIX.test(word.bare);
}
