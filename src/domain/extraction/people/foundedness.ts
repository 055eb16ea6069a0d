import type { Release } from '../release.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';
import type { Word } from '../text/words.js';
import { nameLength, nameText, surnameOf, type NamedRun } from './person-name.js';
import { isTitleWord, TITLE_MODIFIERS } from './title-words.js';

/** Words that make what follows depend on something else. */
export const PREPOSITIONS = new Set(
  'of at for with by to in from against like including on v vs v. vs. between than under about via behind near toward towards unlike'.split(
    ' ',
  ),
);
const FUNCTION_WORDS = new Set([
  ...PREPOSITIONS,
  ...'a an the and or but that which who whom as so if when while after before since because is was are were be been has have had'.split(
    ' ',
  ),
]);

/**
 * How well a run of capitals among the words `[from, to)` is founded as the speaker: its title, its role, where else it
 * stands, what it depends on. `first`: no better one stands before it. From 1 on it can be taken.
 */
export function foundedness(
  release: Release,
  named: NamedRun,
  from: number,
  to: number,
  first: boolean,
): number {
  const { words, roster, text } = release;
  const before = named.run.from > from ? words[named.run.from - 1] : undefined;
  const length = nameLength(words, named);
  const name = nameText(text, words, named);
  let score = (length >= 2 ? 1 : 0) + (first ? 0.5 : 0);
  if (named.titled || named.nameTo < named.run.to) score += named.titled ? 3 : 1;
  if (before !== undefined && !named.titled) {
    if (isTitleWord(before) || describedBefore(words, named.run.from, from)) score += 3;
    else if (before.text === ',' && titleLeadsTo(words, named.run.from - 2, from)) score += 2;
    else if (before.possessive || (before.bare !== '' && !before.capital && !FUNCTION_WORDS.has(before.bare)))
      score += 1;
  }
  if (
    before !== undefined &&
    PREPOSITIONS.has(before.text) &&
    !(named.titled && isTitleWord(words[named.run.from - 2])) &&
    !isInnerPreposition(words, named)
  )
    score -= 6;
  if (inRelativeClause(words, named.run.from, from)) score -= 6;
  if (before?.text === 'the' && !named.titled) score -= 2;
  if (before?.text === 'and') score -= 1;
  if (named.run.possessive && named.run.to < to) score -= 4;
  score += named.run.to === to && first ? 1 : followers(words, named, to);
  if (length >= 2) score += (roster.withSurname(surnameOf(name))[0]?.weight ?? 0) > 1 ? 1 : 0;
  else score += alone(release, named, name, from, to);
  return score;
}

/** "X, Attorney at Y, which represents Ms. Z": whom a relative clause names is spoken of, and does not speak. */
function inRelativeClause(words: readonly Word[], name: number, from: number): boolean {
  for (let at = name - 1; at > from; at -= 1) {
    const word = words[at] as Word;
    if (word.text === ',') return false;
    if (/^(?:which|who|whom|whose|that|where)$/u.test(word.text)) return true;
  }
  return false;
}

/** "Light for All co-founder, X": the title before the comma is X's; in "Y, director, Z" it is Y's, between commas. */
function titleLeadsTo(words: readonly Word[], last: number, from: number): boolean {
  let at = last;
  while (at >= from && (isTitleWord(words[at]) || TITLE_MODIFIERS.has(words[at]?.bare ?? ''))) at -= 1;
  if (at === last || !words.slice(at + 1, last + 1).some((word) => isTitleWord(word))) return false;
  const before = at < from ? undefined : words[at];
  return (
    before === undefined ||
    before.capital ||
    before.possessive ||
    /^(?:his|her|their|its|our|the|an?)$/u.test(before.text)
  );
}

/** "League of Harbor Voters Director X": the preposition is the organization's own, which stands before the title. */
function isInnerPreposition(words: readonly Word[], named: NamedRun): boolean {
  const head = words[named.run.from - 2];
  return (
    named.titled &&
    named.nameFrom - named.run.from >= 2 &&
    head !== undefined &&
    head.capital &&
    !isTitleWord(head)
  );
}

/** "professor of law X", "director of policy X": a title, with what it is of in lower case. */
function describedBefore(words: readonly Word[], at: number, from: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - 5); index -= 1) {
    const word = words[index] as Word;
    if (isTitleWord(word)) return words[index + 1]?.text === 'of' && index + 2 < at;
    if (!/^\p{Ll}+$/u.test(word.text) || SPEECH_VERBS.has(word.text)) return false;
  }
  return false;
}

/** What follows a name: a role, a party, an affiliation; or what makes it an organization's first words. */
export function followers(words: readonly Word[], named: NamedRun, to: number): number {
  const next = named.run.to < to ? words[named.run.to] : undefined;
  const second = words[named.run.to + 1];
  const third = words[named.run.to + 2];
  if (next === undefined || second === undefined) return 0;
  if (next.text === '(') return /^(?:[DRI]|\p{Lu}{2})\b/u.test(second.text) ? 2 : 0;
  if (next.text === ',') {
    const opensAppositive = second.possessive || /^(?:who|whose|an?|the|of|from|with|at)$/u.test(second.bare);
    if (opensAppositive || titleBeforeMark(words, named.run.to + 1, to)) return 2;
    return describes(second) ? 1 : 0;
  }
  if (/^(?:of|from|with|at)$/u.test(next.text)) return second.capital || third?.capital === true ? 1 : 0;
  if (/^(?:for|without|against|on|&|to|in)$/u.test(next.text) && (second.capital || third?.capital === true))
    return -2;
  return 0;
}

/** ", Legislative Director, …": a title stands before the next mark. */
function titleBeforeMark(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 6) && words[at]?.bare !== ''; at += 1)
    if (isTitleWord(words[at])) return true;
  return false;
}

/** ", third grade teacher": a description in lower case. */
function describes(word: Word): boolean {
  return /^\p{Ll}{3,}$/u.test(word.text) && !SPEECH_VERBS.has(word.text) && !FUNCTION_WORDS.has(word.text);
}

/** One word alone is a person's where the release names that person in full, or a title says so. */
function alone(release: Release, named: NamedRun, name: string, from: number, to: number): number {
  const known = release.roster.withSurname(name).length > 0 || release.roster.withGivenName(name).length > 0;
  if (known) return 2;
  if (/^\p{Lu}{2,}s?$/u.test(name)) return -3;
  if (named.titled) return 0;
  // "Kickwell CEO Jane Doe", "…, National Director, Eastwell": one unknown word there is an organization.
  if (named.nameTo < named.run.to) return -2;
  const afterTitle =
    release.words[named.run.from - 1]?.text === ',' && isTitleWord(release.words[named.run.from - 2]);
  if (afterTitle && named.run.from - 2 >= from) return -2;
  const next = named.run.to < to ? release.words[named.run.to] : undefined;
  const goesOn = next !== undefined && next.bare !== '' && !/^(?:of|from|with|and)$/u.test(next.text);
  return goesOn ? -2 : 0.5;
}
