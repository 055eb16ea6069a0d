import type { Word } from '../text/words.js';
import { isInitial, isSuffix, type Run } from './name-runs.js';
import { NOT_NAMES, ORGANIZATION_WORDS, STARTERS } from './organization-words.js';
import { TITLE_MODIFIERS, TITLE_SURNAMES, TITLE_WORDS } from './title-words.js';

/** A run of capitals read as "[organization] [title] name [title]"; each part a range of words, perhaps empty. */
export interface NamedRun {
  readonly run: Run;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** A title stands right before the name, in the run. */
  readonly titled: boolean;
}

/** Reads a run as a person's, or null where it is a title alone, an organization, a place, or a law. */
export function personIn(words: readonly Word[], run: Run): NamedRun | null {
  let { from } = run;
  const { to } = run;
  let titled = false;
  for (let index = to - 2; index >= run.from; index -= 1) {
    if (!isTitle(words[index] as Word)) continue;
    // "Howard Dean, …" has no title; "Dean Howard" has one.
    if (index === to - 2 && isSuffix(words[to - 1] as Word)) continue;
    // "Dean Baker" may be a dean or a given name: both words are kept.
    const before = words[index - 1];
    const alone = index === run.from || isTitle(before as Word) || TITLE_MODIFIERS.has(before?.bare ?? '');
    if (alone && index === to - 2 && GIVEN_TITLES.has((words[index] as Word).bare)) continue;
    from = index + 1;
    titled = true;
    break;
  }
  if (!titled && followsTitle(words, run.from)) {
    let begin = from;
    while (begin < to - 1 && TITLE_MODIFIERS.has((words[begin] as Word).bare)) begin += 1;
    if (begin > from && to - begin >= 2 && !isStarter(words[begin] as Word)) [from, titled] = [begin, true];
  }
  // "The Harbor Defenders" are no person.
  if (!titled && (words[from] as Word).text === 'The') return null;
  while (from < to - 1 && isStarter(words[from] as Word)) from += 1;
  let end = to;
  while (end - 1 > from && isTrailingTitle(words, from, end)) end -= 1;
  // "Warm Hands Campaign": words that only qualify a title are none where no title stands with them.
  if (!words.slice(end, to).some((word) => TITLE_WORDS.has(word.bare))) end = to;
  if (end - from === 1 && isTitle(words[from] as Word) && !isSurname(words, run, from)) return null;
  if (words.slice(from, end).every((word) => isTitle(word) || TITLE_MODIFIERS.has(word.bare))) {
    if (!isSurname(words, run, end - 1)) return null;
  }
  if (!looksPersonal(words, from, end)) return null;
  return { run, nameFrom: from, nameTo: end, titled };
}

/** "Chief of Police John Roe": the run begins behind a title's "of". */
function followsTitle(words: readonly Word[], at: number): boolean {
  const of = words[at - 1]?.text === 'the' ? at - 2 : at - 1;
  return /^(?:of|for|in)$/u.test(words[of]?.text ?? '') && TITLE_WORDS.has(words[of - 1]?.bare ?? '');
}

/** A word that begins a sentence; "A." is an initial. */
function isStarter(word: Word): boolean {
  return STARTERS.has(word.bare) && !word.text.endsWith('.');
}

function isTitle(word: Word): boolean {
  return TITLE_WORDS.has(word.bare) && word.capital && !word.possessive;
}

/** "Tim Frick CEO of …": a title after the name, without a comma. */
function isTrailingTitle(words: readonly Word[], from: number, end: number): boolean {
  const word = words[end - 1] as Word;
  if (!TITLE_WORDS.has(word.bare) && !TITLE_MODIFIERS.has(word.bare)) return false;
  return end - from >= 3 || !TITLE_SURNAMES.has(word.bare);
}

function isSurname(words: readonly Word[], run: Run, at: number): boolean {
  const before = words[at - 1] as Word;
  return (
    at > run.from &&
    TITLE_SURNAMES.has((words[at] as Word).bare) &&
    !TITLE_WORDS.has(before.bare) &&
    !TITLE_MODIFIERS.has(before.bare)
  );
}

function looksPersonal(words: readonly Word[], from: number, to: number): boolean {
  let counted = 0;
  for (let index = from; index < to; index += 1) {
    const word = words[index] as Word;
    if (word.bare === '' || isInitial(word) || isSuffix(word)) continue;
    counted += 1;
    if (ORGANIZATION_WORDS.has(word.bare) && !isNameToo(word, to - from, counted > 1)) return false;
    if (STARTERS.has(word.bare) || (NOT_NAMES.has(word.bare) && !isNameToo(word, to - from, counted > 1)))
      return false;
    if (/\d|[#$@+/&]/u.test(word.text) || /\.\p{L}{2,}$/u.test(word.text)) return false;
  }
  if (to - from === 1 && CAMEL.test((words[from] as Word).text)) return false;
  return counted >= 1 && counted <= 5;
}

/** "MoveOn", "OpenMedia": one word with a capital inside, other than "McCollum" and "DeLauro". */
const CAMEL = /^(?!Mac|Mc|De|Di|Da|La|Le|Lo|Van|Von|Du|St|Fitz|O)\p{Lu}\p{Ll}+\p{Lu}/u;
const FAMILY_NAMES = new Set(
  'may church press day law house west north black white england washington march august york monday friday'.split(
    ' ',
  ),
);
const GIVEN_TITLES = new Set(['dean', 'page', 'earl', 'duke', 'marshall']);
const GIVEN_NAMES = new Set('april may june august christian america bill art'.split(' '));

/** "April Jones" and "Cornel West" are persons, "April" and "West" alone are not. */
function isNameToo(word: Word, length: number, later: boolean): boolean {
  return length > 1 && (later ? FAMILY_NAMES : GIVEN_NAMES).has(word.bare);
}

/** The name as the release writes it, from its first word to its last. */
export function nameText(text: string, words: readonly Word[], named: NamedRun): string {
  const first = words[named.nameFrom] as Word;
  const last = words[named.nameTo - 1] as Word;
  const written = text.slice(first.start, last.end).replace(/\s+/gu, ' ');
  return last.possessive
    ? written.replace(/['’]s?$/u, '')
    : written.replace(/(?<!\b(?:\p{L}|Jr|Sr|Esq))\.$/u, '');
}

/** The word that a later mention uses: the last one, without "Jr." or "III". Lower case. */
export function surnameOf(name: string): string {
  const parts = name.toLowerCase().replace(/[.,]/gu, '').split(/\s+/u);
  while (parts.length > 1 && /^(?:jr|sr|ii|iii|iv|esq)$/u.test(parts.at(-1) ?? '')) parts.pop();
  return (parts.at(-1) ?? '').replace(/['’]s?$/u, '');
}

/** How many words of a name count: "Jane Q. Doe Jr." has two. */
export function nameLength(words: readonly Word[], named: NamedRun): number {
  let counted = 0;
  for (let index = named.nameFrom; index < named.nameTo; index += 1) {
    const word = words[index] as Word;
    if (word.bare !== '' && word.text !== '(' && !isSuffix(word) && !(isInitial(word) && counted > 0))
      counted += 1;
  }
  return counted;
}
