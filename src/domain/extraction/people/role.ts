import type { Word } from '../text/words.js';
import { runAt } from './name-runs.js';
import { beginsName, canBeOrganization, organizationAt, organizationText } from './organization-name.js';
import { nameLength, personIn, type NamedRun } from './person-name.js';
import { standingBefore } from './role-before.js';
import type { Standing } from './standing.js';
import { isTitleWord, PUBLIC_OFFICES } from './title-words.js';

const NOWHERE: Standing = { role: null, organization: null };
const ARTICLE = /^(?:the|a|an|his|her|their|its|our)$/u;
/** Words that lead from a role to an organization; "at" does so for certain. */
const LEADS = /^(?:at|with|for|from|of)$/u;
/** Forms of address that say nothing of what a person does. */
const ADDRESS = /^(?:hon|honorable|dr|mr|mrs|ms|mx|rev|reverend|prof|professor|sir|dame|fr|miss)\.?$/iu;
/** Words of a role's field, so that "Director of Litigation" is not the director of an organization. */
const FIELDS = new Set(
  (
    'litigation policy communications advocacy operations programs research affairs development organizing strategy justice engagement ' +
    'outreach public government external legal education finance campaigns media digital field police state government community ' +
    'programming membership law immigration health housing'
  ).split(' '),
);
const LONGEST_ROLE = 24;

/** Reads role and organization around a name, from the words before it (not before `from`) and after it (not beyond `to`). */
export function readStanding(
  text: string,
  words: readonly Word[],
  named: NamedRun,
  from: number,
  to: number,
): Standing {
  const before = standingBefore(text, words, named, from);
  const after = standingAfter(text, words, named, to);
  const addressed = before.role === null || ADDRESS.test(before.role);
  if (!addressed && isPublicOffice(before.role)) return before;
  const role = addressed ? (after.role ?? before.role) : before.role;
  return { role, organization: before.organization ?? after.organization };
}

function isPublicOffice(role: string | null): boolean {
  const last = role?.toLowerCase().replace(/\./gu, '').split(/\s+/u).at(-1) ?? '';
  return PUBLIC_OFFICES.has(last);
}

/** ", Senior Attorney at X", ", X’s Lead", " of X", ", Pastor, X", " CEO of X". */
function standingAfter(text: string, words: readonly Word[], named: NamedRun, to: number): Standing {
  if (named.nameTo < named.run.to) return appositive(text, words, named.nameTo, to);
  const at = skipParenthesis(words, named.run.to, to);
  const next = at < to ? words[at] : undefined;
  if (next === undefined) return NOWHERE;
  if (LEADS.test(next.text)) return { role: null, organization: organizationFrom(text, words, at + 1, to) };
  if (isTitleWord(next)) return appositive(text, words, at, to);
  if (!/^[,–—]$/u.test(next.text)) return NOWHERE;
  const begin = skipParenthesis(words, at + 1, to);
  const first = words[begin];
  if (first === undefined || begin >= to || /^(?:who|whose|and|or)$/u.test(first.text)) return NOWHERE;
  if (LEADS.test(first.text))
    return { role: null, organization: organizationFrom(text, words, begin + 1, to) };
  return isAnotherPerson(words, begin, to) ? NOWHERE : appositive(text, words, begin, to);
}

/** "Mark Polk (D-ME), Tam Baldry (D-MN) and …": the next of a list of persons, not the first one's organization. */
function isAnotherPerson(words: readonly Word[], at: number, to: number): boolean {
  const run = runAt(words, at, Math.min(to, at + 24));
  const named = run === null ? null : personIn(words, run);
  if (named === null || run === null) return false;
  if (named.titled && nameLength(words, named) >= 1) return true;
  return nameLength(words, named) >= 2 && /^(?:\(|and|,)$/u.test(words[run.to]?.text ?? '') && run.to < to;
}

/** A description behind a name: "[the] [X’s] ROLE [of FIELD] [at|of X]", "ROLE, X", or "X" alone. */
function appositive(text: string, words: readonly Word[], begin: number, to: number): Standing {
  let at = begin;
  while (at < to && ARTICLE.test(words[at]?.text ?? '')) at += 1;
  const owner = organizationAt(words, at, to, { possessive: 'ends' });
  const owned = owner !== null && (words[owner.to - 1] as Word).possessive;
  if (owned) {
    const rest = roleAndPlace(text, words, owner.to, to);
    const person = isPerson(words, owner.from, owner.to);
    return {
      role: rest.role,
      organization: person ? rest.organization : organizationText(text, words, owner),
    };
  }
  if (owner !== null && isOrganizationAlone(words, at, owner.to, to))
    return { role: null, organization: organizationText(text, words, owner) };
  return roleAndPlace(text, words, at, to);
}

function isPerson(words: readonly Word[], from: number, to: number): boolean {
  const run = runAt(words, from, to);
  return run !== null && run.to === to && personIn(words, run) !== null && to - from >= 2;
}

/** ", Teamsters Local 90": no word of it is a title, and a mark or nothing follows. */
function isOrganizationAlone(words: readonly Word[], from: number, nameEnd: number, to: number): boolean {
  if (!canBeOrganization(words, { from, to: nameEnd })) return false;
  if (words.slice(from, nameEnd).some((word) => isTitleWord(word))) return false;
  const next = nameEnd < to ? words[nameEnd] : undefined;
  return next === undefined || next.bare === '';
}

/** "Director of the Border Project at Otro Lado", "CTO of Light for All", "Pastor, Bethel Church". */
function roleAndPlace(text: string, words: readonly Word[], from: number, to: number): Standing {
  const limit = Math.min(to, from + LONGEST_ROLE);
  let at = from;
  while (at < limit && !endsRole(words[at] as Word)) {
    const place = LEADS.test((words[at] as Word).text) && at > from ? placeAt(words, at, limit) : null;
    if (place === null) {
      at += 1;
      continue;
    }
    // "Director of the Border Project at Otro Lado": what stands before "at" is the role's.
    const inRole = words[place.to]?.text === 'at' && place.to < limit && (words[at] as Word).text !== 'at';
    if (!inRole)
      return { role: slice(text, words, from, at), organization: organizationText(text, words, place) };
    at = place.to;
  }
  const role = slice(text, words, from, at);
  const comma = at < to && words[at]?.text === ',';
  const next =
    comma && !isAnotherPerson(words, at + 1, to) ? organizationFrom(text, words, at + 1, to) : null;
  return { role, organization: next };
}

function endsRole(word: Word): boolean {
  return word.bare === ''
    ? !/^[&/'’-]$/u.test(word.text)
    : /^(?:who|whose|which|that|said|says|told|in)$/u.test(word.text);
}

/** The organization behind "of", "at" or the like at word `at`; a field of work ("of Litigation") is none. */
function placeAt(words: readonly Word[], at: number, limit: number): { from: number; to: number } | null {
  const begin = ARTICLE.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const first = words[begin];
  if (first === undefined || begin >= limit || !beginsName(first)) return null;
  if (words[at]?.text === 'of' && FIELDS.has(first.bare) && begin === at + 1) return null;
  const range = organizationAt(words, begin, limit, { possessive: 'joins', at: 'ends' });
  return range !== null && canBeOrganization(words, range) ? range : null;
}

function organizationFrom(text: string, words: readonly Word[], at: number, to: number): string | null {
  const start = ARTICLE.test(words[at]?.text ?? '') ? at + 1 : at;
  const range = organizationAt(words, start, to);
  if (range === null || !canBeOrganization(words, range)) return null;
  return words.slice(range.from, range.to).every((word) => isTitleWord(word))
    ? null
    : organizationText(text, words, range);
}

function skipParenthesis(words: readonly Word[], at: number, to: number): number {
  if (words[at]?.text !== '(') return at;
  for (let index = at + 1; index < Math.min(to, at + 12); index += 1)
    if (words[index]?.text === ')') return index + 1;
  return at;
}

function slice(text: string, words: readonly Word[], from: number, to: number): string | null {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || to <= from) return null;
  return text.slice(first.start, last.end).replace(/\s+/gu, ' ');
}
