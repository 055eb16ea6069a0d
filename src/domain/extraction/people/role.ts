import type { Word } from '../text/words.js';
import { organizationAt, canBeOrganization, organizationText, type NameRange } from './organization-name.js';
import type { NamedRun } from './person-name.js';
import { isTitleWord, PUBLIC_OFFICES, TITLE_MODIFIERS } from './title-words.js';

/** What a release says of a person: "Director of Litigation" at "Center for Gender & Refugee Studies". */
export interface Standing {
  readonly role: string | null;
  readonly organization: string | null;
}

const NOWHERE: Standing = { role: null, organization: null };
const AT = new Set(['at', 'with', 'for', 'from']);
const PLACES = /^(?:the|a|an|his|her|their|its|our)$/u;
/** Words of a role's field, so that "Director of Litigation" is not the director of an organization. */
const FIELDS = new Set(
  (
    'litigation policy communications advocacy operations programs research affairs development organizing strategy justice engagement ' +
    'outreach public government external legal education finance campaigns media digital field police state'
  ).split(' '),
);
const LONGEST_ROLE = 16;

/** Reads role and organization around a name, from the words before it (in `[from, …)`) and after it (up to `to`). */
export function readStanding(
  text: string,
  words: readonly Word[],
  named: NamedRun,
  from: number,
  to: number,
): Standing {
  const before = standingBefore(text, words, named, from);
  const after = standingAfter(text, words, named, to);
  return {
    role: before.role ?? after.role,
    organization: before.organization ?? after.organization,
  };
}

/** "Human Rights Campaign President X", "Fight for the Future co-founder, X", "Tumblr’s director X". */
function standingBefore(text: string, words: readonly Word[], named: NamedRun, from: number): Standing {
  let last = named.nameFrom;
  if (words[last - 1]?.text === ',' && isTitleWord(words[last - 2])) last -= 1;
  let first = last;
  while (first > from && isRoleWord(words, first - 1)) first -= 1;
  while (first < last && (words[first] as Word).bare === '') first += 1;
  const hasTitle = words.slice(first, last).some((word) => isTitleWord(word));
  const range = organizationBefore(words, first, from);
  const organization = range === null ? null : organizationText(text, words, range);
  if (!hasTitle) return (words[first - 1]?.possessive ?? false) ? { role: null, organization } : NOWHERE;
  const role = text.slice((words[first] as Word).start, (words[last - 1] as Word).end);
  if (organization !== null && words.slice(first, last).some((word) => PUBLIC_OFFICES.has(word.bare)))
    return {
      role: text.slice((words[(range as NameRange).from] as Word).start, (words[last - 1] as Word).end),
      organization: null,
    };
  return { role: role.replace(/\s+/gu, ' '), organization };
}

function isRoleWord(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.possessive) return false;
  if (isTitleWord(word) || TITLE_MODIFIERS.has(word.bare)) return true;
  if (word.text === 'in' || word.text === 'of' || word.text === 'and')
    return (
      isTitleWord(words[at - 1]) &&
      (isTitleWord(words[at + 1]) || TITLE_MODIFIERS.has(words[at + 1]?.bare ?? ''))
    );
  return false;
}

/** The organization whose name ends right before `end`. */
function organizationBefore(words: readonly Word[], end: number, from: number): NameRange | null {
  for (let start = Math.max(from, end - 12); start < end; start += 1) {
    const range = organizationAt(words, start, end);
    if (range !== null && range.to === end && canBeOrganization(words, range)) return range;
    if (range !== null) start = range.to - 1;
  }
  return null;
}

/** ", Senior Attorney at X", ", X’s Lead", " of X", ", Pastor, X", " CEO of X". */
function standingAfter(text: string, words: readonly Word[], named: NamedRun, to: number): Standing {
  let at = skipParenthesis(words, named.run.to, to);
  const trailing = named.nameTo < named.run.to ? named.nameTo : null;
  if (trailing !== null) return roleFrom(text, words, trailing, to);
  const next = words[at];
  if (next === undefined || at >= to) return NOWHERE;
  if (AT.has(next.text) || next.text === 'of')
    return { role: null, organization: organizationNameAt(text, words, at + 1, to) };
  if (next.text !== ',' && next.text !== '–' && next.text !== '—') {
    return isTitleWord(next) ? roleFrom(text, words, at, to) : NOWHERE;
  }
  at = skipParenthesis(words, at + 1, to);
  if (words[at]?.text === 'of' || AT.has(words[at]?.text ?? ''))
    return { role: null, organization: organizationNameAt(text, words, at + 1, to) };
  if (words[at]?.bare === 'who') return NOWHERE;
  return roleFrom(text, words, at, to);
}

function skipParenthesis(words: readonly Word[], at: number, to: number): number {
  if (words[at]?.text !== '(') return at;
  for (let index = at + 1; index < Math.min(to, at + 12); index += 1)
    if (words[index]?.text === ')') return index + 1;
  return at;
}

function organizationNameAt(text: string, words: readonly Word[], at: number, to: number): string | null {
  const start = PLACES.test(words[at]?.text ?? '') ? at + 1 : at;
  const range = organizationAt(words, start, to);
  return range === null || !canBeOrganization(words, range) ? null : organizationText(text, words, range);
}

function roleFrom(text: string, words: readonly Word[], begin: number, to: number): Standing {
  let at = begin;
  while (at < to && PLACES.test(words[at]?.text ?? '')) at += 1;
  const owner = organizationAt(words, at, to);
  if (owner !== null && (words[owner.to - 1] as Word).possessive) {
    const end = roleEnd(words, owner.to, to, true);
    return { role: slice(text, words, owner.to, end), organization: organizationText(text, words, owner) };
  }
  const end = roleEnd(words, at, to, false);
  const role = slice(text, words, at, end);
  if (role === null) return NOWHERE;
  if (!words.slice(at, end).some((word) => isTitleWord(word) || (!word.capital && word.bare !== ''))) {
    // ", Teamsters Local 90": an organization without a role.
    return owner === null || !canBeOrganization(words, owner)
      ? { role, organization: null }
      : { role: null, organization: organizationText(text, words, owner) };
  }
  const joint = words[end];
  if (joint === undefined || end >= to || joint.text === '.' || joint.text === ';')
    return { role, organization: null };
  return { role, organization: organizationNameAt(text, words, end + 1, to) };
}

/** Where a role ends: before "at X", "of X" (unless a field), a comma, or a clause of its own. */
function roleEnd(words: readonly Word[], from: number, to: number, owned: boolean): number {
  const limit = Math.min(to, from + LONGEST_ROLE);
  let lastOf: number | null = null;
  for (let index = from; index < limit; index += 1) {
    const word = words[index] as Word;
    if (/^[,.;:()—–"“”]$/u.test(word.text) || word.bare === 'who')
      return keepsOf(words, index) ? index : (lastOf ?? index);
    const next = PLACES.test(words[index + 1]?.text ?? '') ? words[index + 2] : words[index + 1];
    if (owned || index === from || next === undefined) continue;
    if (AT.has(word.text) && next.capital) return index;
    if (word.text === 'of' && next.capital && !FIELDS.has(next.bare)) lastOf ??= index;
  }
  return lastOf ?? limit;
}

/** "Pastor of Youth, Bethel Church": a comma with an organization after it keeps "of …" in the role. */
function keepsOf(words: readonly Word[], comma: number): boolean {
  const next = words[comma + 1];
  return words[comma]?.text === ',' && next !== undefined && next.capital && !isTitleWord(next);
}

function slice(text: string, words: readonly Word[], from: number, to: number): string | null {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || to <= from) return null;
  return text.slice(first.start, last.end).replace(/\s+/gu, ' ');
}
