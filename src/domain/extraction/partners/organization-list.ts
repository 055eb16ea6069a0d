import { isNameWord, runAt } from '../people/name-runs.js';
import {
  canBeOrganization,
  organizationAt,
  organizationText,
  type NameRange,
} from '../people/organization-name.js';
import { ORGANIZATION_WORDS } from '../people/organization-words.js';
import { nameLength, nameText, personIn, surnameOf } from '../people/person-name.js';
import type { Release } from '../release.js';
import { HONORIFICS } from '../people/title-words.js';
import { readWords, type Word } from '../text/words.js';

/** A list as read: its organizations, and the word after it. */
export interface OrganizationList {
  readonly names: readonly string[];
  readonly next: number;
}

const ARTICLES = /^(?:the|both)$/iu;
/** What may stand right behind the last name of a list; any other word makes it no name ("the American people"). */
const MAY_FOLLOW =
  /^(?:have|has|had|are|were|is|was|will|would|today|to|for|in|who|that|which|as|on|at|said|say|called|launched|praised|released|joined|urge|urged|with|from|among|also|and|or|announced|are|can|may|support|supports|endorse|ahead|this|after|before|because|while|when|wrote|sent|held|met|spoke|plan|ask|call|represent|write|seek|say|do|did|took|led|won|[\p{Ll}]{3,}ed)$/u;
const MOST_WORDS = 1500;

/** Reads "A, the B, Inc., C and D" from word `from`, not beyond `limit`. Stops at the first item that is no organization. */
export function readList(release: Release, from: number, limit: number): OrganizationList {
  const { words } = release;
  const end = Math.min(limit, from + MOST_WORDS);
  const joinsAnd = hasLastComma(words, from, end) ? 'any' : 'inner';
  const names: string[] = [];
  let at = from;
  for (;;) {
    at = skipArticles(words, at, end);
    const range = organizationAt(words, at, end, { and: joinsAnd });
    if (range === null) {
      const beyond = names.length > 0 ? beyondSmallItem(words, at, end) : null;
      if (beyond === null) break;
      at = beyond;
      continue;
    }
    const after = skipParenthesis(words, range.to, end);
    if (!endsItem(words[after], after < end) || !isOrganization(release, range)) {
      // A list of persons ("Senators A, B and C") is none of organizations from its first name on.
      if (names.length === 0) return { names: [], next: after };
      break;
    }
    names.push(listName(release, range));
    const next = skipSeparators(words, after, end);
    if (next === after) return { names, next: after };
    at = next;
  }
  return { names, next: at };
}

/** One word in lower case between commas ("reddit", "activists") is left out, and the list goes on behind it. */
function beyondSmallItem(words: readonly Word[], at: number, end: number): number | null {
  const small = words[at];
  if (small === undefined || at + 1 >= end || !/^\p{Ll}{3,}$/u.test(small.text) || words[at - 1]?.bare !== '')
    return null;
  if (words[at + 1]?.text !== ',') return null;
  const next = skipArticles(words, skipSeparators(words, at + 1, end), end);
  return organizationAt(words, next, end) === null ? null : next;
}

/** The organization whose name ends right before word `end`, with its article left out. */
export function organizationEndingAt(release: Release, end: number, from: number): string | null {
  const { text, words } = release;
  for (let start = Math.max(from, end - 14); start < end; start += 1) {
    const range = organizationAt(words, start, end);
    if (range === null) continue;
    const names = range.to === end && canBeOrganization(words, range) && !isTitled(words, range);
    if (names) return organizationText(text, words, range);
    start = range.to - 1;
  }
  return null;
}

/** A list with ", and" before its last item: any other "and" then stands inside a name. */
function hasLastComma(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < end - 1; at += 1) {
    const { text } = words[at] as Word;
    if (/^[.:!?]$/u.test(text)) return false;
    if ((text === ',' || text === ';') && /^(?:and|or)$/u.test(words[at + 1]?.text ?? '')) return true;
  }
  return false;
}

function skipArticles(words: readonly Word[], from: number, end: number): number {
  let at = from;
  while (at < end && (ARTICLES.test(words[at]?.text ?? '') || /^[*•·–—-]$/u.test(words[at]?.text ?? ''))) {
    // "The Trevor Project" within a list keeps its article, which has a capital there.
    if (words[at]?.text === 'The' && at > from) break;
    if (words[at]?.text === 'The' && isNameWord(words[at + 1])) break;
    at += 1;
  }
  return at;
}

function skipParenthesis(words: readonly Word[], at: number, end: number): number {
  if (words[at]?.text !== '(') return at;
  for (let index = at + 1; index < Math.min(end, at + 8); index += 1)
    if (words[index]?.text === ')') return index + 1;
  return at;
}

function skipSeparators(words: readonly Word[], from: number, end: number): number {
  let at = from;
  if (/^[,;]$/u.test(words[at]?.text ?? '') && at < end) at += 1;
  if (at < end && /^(?:and|or|plus)$/u.test(words[at]?.text ?? '')) at += 1;
  else if (words[at]?.text === 'as' && words[at + 1]?.text === 'well' && words[at + 2]?.text === 'as')
    at += 3;
  return at;
}

function endsItem(after: Word | undefined, inside: boolean): boolean {
  return !inside || after === undefined || after.bare === '' || MAY_FOLLOW.test(after.text);
}

/** "Senator A", "Director B": a title and a person's name. */
function isTitled(words: readonly Word[], range: NameRange): boolean {
  const run = runAt(words, range.from, range.to);
  return run !== null && run.to === range.to && personIn(words, run)?.titled === true;
}

/** Whether a list reads as one of persons: every name could be somebody's, and none has a word that organizations have. */
export function readsAsPersons(names: readonly string[]): boolean {
  return names.every((name) => {
    const words = readWords(name);
    const run = runAt(words, 0, words.length);
    const named = run === null || run.to < words.length ? null : personIn(words, run);
    return named !== null && nameLength(words, named) >= 2;
  });
}

function isOrganization(release: Release, range: NameRange): boolean {
  const { words } = release;
  if (!canBeOrganization(words, range)) return false;
  const first = words[range.from] as Word;
  const institution = words.slice(range.from, range.to).some((word) => ORGANIZATION_WORDS.has(word.bare));
  if (HONORIFICS.has(first.bare) && range.to - range.from > 1 && !institution) return false;
  const run = runAt(words, range.from, range.to);
  if (run === null || run.to !== range.to) return true;
  const named = personIn(words, run);
  if (named === null) return true;
  if (named.titled) return false;
  const name = nameText(release.text, words, named);
  const known = release.roster
    .withSurname(surnameOf(name))
    .some((entry) => entry.weight > 0 && (nameLength(words, named) < 2 || entry.name === name));
  return !known || ORGANIZATION_WORDS.has(first.bare);
}

/** As the release writes it; the article stays where it has a capital ("The Trevor Project"). */
function listName(release: Release, range: NameRange): string {
  return organizationText(release.text, release.words, range);
}
