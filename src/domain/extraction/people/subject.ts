import { PRONOUNS, SPEECH_VERBS } from '../text/speech-verbs.js';
import type { Word } from '../text/words.js';
import { isNameWord, runAt } from './name-runs.js';
import { canBeOrganization, organizationAt, organizationText } from './organization-name.js';
import { ORGANIZATION_WORDS } from './organization-words.js';
import { nameLength, nameText, personIn, surnameOf, type NamedRun } from './person-name.js';
import { readStanding, type Standing } from './role.js';
import type { Roster } from './roster.js';
import { HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS } from './title-words.js';

/** A person as a cue names him or her: "Rep. Pocan", "Angelo Guisado". */
export interface NamedPerson {
  readonly name: string;
  readonly surnameOnly: boolean;
  readonly standing: Standing;
}

/** Whom a cue names: persons, or an organization, or a pronoun, or an office ("the Senator"); or nobody that can be told. */
export interface Subject {
  readonly people: readonly NamedPerson[];
  readonly organization: string | null;
  readonly pronoun: string | null;
  readonly office: string | null;
}

export interface Release {
  readonly text: string;
  readonly words: readonly Word[];
  readonly roster: Roster;
}

interface Candidate {
  readonly named: NamedRun;
  readonly score: number;
}

const PREPOSITIONS = new Set(
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
/** Below this a run of capitals is not taken for the speaker. */
const ENOUGH = 1;
const LONGEST_NAME = 24;

/** Reads the subject of a cue among the words `[from, to)`: the best-founded person, else an organization. */
export function readSubject(release: Release, from: number, to: number): Subject {
  const best = bestCandidate(release, from, to);
  const pronoun = pronounIn(release.words, from, to);
  if (best !== null)
    return {
      people: withOthers(release, best.named, from, to),
      organization: null,
      pronoun: null,
      office: null,
    };
  if (pronoun !== null) return { people: [], organization: null, pronoun, office: null };
  const office = officeIn(release.words, from, to);
  const organization = office === null ? organizationIn(release, from, to) : null;
  return { people: [], organization, pronoun: null, office };
}

function bestCandidate(release: Release, from: number, to: number): Candidate | null {
  let best: Candidate | null = null;
  for (let at = from; at < to; at += 1) {
    if (!isNameWord(release.words[at])) continue;
    const run = runAt(release.words, at, Math.min(to, at + LONGEST_NAME));
    if (run === null) continue;
    const named = personIn(release.words, run);
    if (named !== null) {
      const score: number = foundedness(release, named, from, to, best === null);
      if (score >= ENOUGH && (best === null || score > best.score)) best = { named, score };
    }
    at = run.to - 1;
  }
  return best;
}

/** How well a run of capitals is founded as the speaker: its title, its role, where else it stands, what it depends on. */
function foundedness(release: Release, named: NamedRun, from: number, to: number, first: boolean): number {
  const { words, roster, text } = release;
  const before = named.run.from > from ? words[named.run.from - 1] : undefined;
  const length = nameLength(words, named);
  const name = nameText(text, words, named);
  let score = (length >= 2 ? 1 : 0) + (first ? 0.5 : 0);
  if (named.titled || named.nameTo < named.run.to) score += named.titled ? 3 : 1;
  if (before !== undefined && !named.titled) {
    if (isTitle(before)) score += 3;
    else if (before.text === ',' && titleLeadsTo(words, named.run.from - 2, from)) score += 2;
    else if (before.possessive || (before.bare !== '' && !before.capital && !FUNCTION_WORDS.has(before.bare)))
      score += 1;
  }
  if (
    before !== undefined &&
    PREPOSITIONS.has(before.text) &&
    !(named.titled && isTitle(words[named.run.from - 2]))
  )
    score -= 6;
  if (before?.text === 'the' && !named.titled) score -= 2;
  if (before?.text === 'and') score -= 1;
  if (named.run.possessive && named.run.to < to) score -= 4;
  score += named.run.to === to && first ? 1 : followers(words, named, to);
  if (length >= 2) score += (roster.withSurname(surnameOf(name))[0]?.weight ?? 0) > 1 ? 1 : 0;
  else score += alone(release, named, name, to);
  return score;
}

/** "Light for All co-founder, X": the title before the comma is X's; in "Y, director, Z" it is Y's, between commas. */
function titleLeadsTo(words: readonly Word[], last: number, from: number): boolean {
  let at = last;
  while (at >= from && (isTitle(words[at]) || TITLE_MODIFIERS.has(words[at]?.bare ?? ''))) at -= 1;
  if (at === last || !words.slice(at + 1, last + 1).some((word) => isTitle(word))) return false;
  const before = at < from ? undefined : words[at];
  return (
    before === undefined ||
    before.capital ||
    before.possessive ||
    /^(?:his|her|their|its|our|the|an?)$/u.test(before.text)
  );
}

function isTitle(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return TITLE_WORDS.has(word.bare) || word.bare.split('-').some((part) => TITLE_WORDS.has(part));
}

/** What follows a name: a role, a party, an affiliation; or what makes it an organization's first words. */
function followers(words: readonly Word[], named: NamedRun, to: number): number {
  const next = named.run.to < to ? words[named.run.to] : undefined;
  const second = words[named.run.to + 1];
  const third = words[named.run.to + 2];
  if (next === undefined || second === undefined) return 0;
  if (next.text === '(') return /^(?:[DRI]|\p{Lu}{2})\b/u.test(second.text) ? 2 : 0;
  if (next.text === ',') {
    const role = second.text === 'the' || second.possessive ? third : second;
    return isTitle(role) || /^(?:who|whose|an?|the|of|from|with|at)$/u.test(second.text) || second.possessive
      ? 2
      : 0;
  }
  if (/^(?:of|from|with|at)$/u.test(next.text)) return second.capital || third?.capital === true ? 1 : 0;
  if (/^(?:for|without|against|on|&|to|in)$/u.test(next.text) && (second.capital || third?.capital === true))
    return -2;
  return 0;
}

/** ", third grade teacher": a description in lower case. */
function describes(word: Word): boolean {
  return /^\p{Ll}{3,}$/u.test(word.text) && !SPEECH_VERBS.has(word.text) && !FUNCTION_WORDS.has(word.text);
}

/** One word alone is a person's where the release names that person in full, or a title says so. */
function alone(release: Release, named: NamedRun, name: string, to: number): number {
  const known = release.roster.withSurname(name).length > 0 || release.roster.withGivenName(name).length > 0;
  if (known) return 2;
  if (/^\p{Lu}{2,}s?$/u.test(name)) return -3;
  if (named.titled) return 0;
  const next = named.run.to < to ? release.words[named.run.to] : undefined;
  const goesOn = next !== undefined && next.bare !== '' && !/^(?:of|from|with|and)$/u.test(next.text);
  return goesOn ? -2 : 0.5;
}

/** The person and those who speak with him or her: "Lugar and Visclosky", "A, director of X, and B, director of Y". */
function withOthers(release: Release, first: NamedRun, from: number, to: number): NamedPerson[] {
  const { words } = release;
  const people = [person(release, first, from, to)];
  let at = first.run.to;
  while (at < to && people.length < 12) {
    const comma = words[at]?.text === ',';
    const and = /^(?:and|&)$/u.test(words[comma ? at + 1 : at]?.text ?? '');
    const begin = at + (comma ? 1 : 0) + (and ? 1 : 0);
    if (!comma && !and) break;
    if (!and && !laterAnd(words, begin, to)) break;
    const next = otherAt(release, begin, to);
    if (next === null) break;
    people.push(person(release, next, from, to));
    at = next.run.to;
  }
  if (people.length === 1) {
    const later = otherAfterRole(release, first.run.to, to);
    if (later !== null) people.push(person(release, later, from, to));
  }
  return people;
}

function laterAnd(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, Math.min(to, from + 12)).some((word) => word.text === 'and');
}

function otherAt(release: Release, at: number, to: number): NamedRun | null {
  const run = runAt(release.words, at, Math.min(to, at + LONGEST_NAME));
  const named = run === null ? null : personIn(release.words, run);
  if (named === null || named.run.possessive) return null;
  const follow = release.words[named.run.to];
  if (named.run.to < to && /^(?:for|of|without|&)$/u.test(follow?.text ?? '') && !named.titled) return null;
  if (nameLength(release.words, named) >= 2) return named;
  const name = nameText(release.text, release.words, named);
  return named.titled || release.roster.withSurname(name).length > 0 ? named : null;
}

/** ", and B, director of Y": a second name with a role of its own. */
function otherAfterRole(release: Release, from: number, to: number): NamedRun | null {
  const { words } = release;
  for (let at = from; at < to - 1; at += 1) {
    if (words[at]?.text !== 'and') continue;
    const other = otherAt(release, at + 1, to);
    if (other === null || nameLength(words, other) < 2) continue;
    if (other.titled || followers(words, other, to) >= 2) return other;
  }
  return null;
}

function person(release: Release, named: NamedRun, from: number, to: number): NamedPerson {
  return {
    name: nameText(release.text, release.words, named),
    surnameOnly: nameLength(release.words, named) < 2,
    standing: readStanding(release.text, release.words, named, from, to),
  };
}

function pronounIn(words: readonly Word[], from: number, to: number): string | null {
  const first = words[from]?.bare ?? '';
  const last = words[to - 1]?.bare ?? '';
  if (to > from && PRONOUNS.has(last)) return last;
  return to > from && PRONOUNS.has(first) ? first : null;
}

/** "the Senator", "the Attorney General": an office without a name. Its last word, in lower case. */
function officeIn(words: readonly Word[], from: number, to: number): string | null {
  let at = from;
  if (words[at]?.bare === 'the') at += 1;
  if (at >= to || at + 4 < to) return null;
  let office: string | null = null;
  for (; at < to; at += 1) {
    const word = words[at] as Word;
    if (!isTitle(word) && !HONORIFICS.has(word.bare) && !/^(?:u\.s|state|district)$/u.test(word.bare))
      return null;
    office = word.bare;
  }
  return office;
}

/** The organization that speaks; first one that does not hang on a preposition, else one that a spokesperson speaks for. */
function organizationIn(release: Release, from: number, to: number): string | null {
  const { text, words } = release;
  let fallback: string | null = null;
  for (let at = from; at < to; at += 1) {
    const range = organizationAt(words, at, to);
    if (range === null) continue;
    const name = organizationText(text, words, range);
    const before = range.from > from ? words[range.from - 1] : undefined;
    const second = range.from - 2 >= from ? words[range.from - 2] : undefined;
    const hangs = PREPOSITIONS.has((before?.text === 'the' ? second : before)?.text ?? '');
    if (canBeOrganization(words, range) && isOrganizationLike(words, range.from, range.to, before)) {
      if (!hangs) return name;
      fallback ??= name;
    }
    at = range.to - 1;
  }
  return fallback;
}

function isOrganizationLike(
  words: readonly Word[],
  from: number,
  to: number,
  before: Word | undefined,
): boolean {
  if (to - from > 1 || before?.text === 'the') return true;
  const word = words[from] as Word;
  return (
    /^\p{Lu}[\p{L}\d]*\p{Lu}/u.test(word.text) ||
    ORGANIZATION_WORDS.has(word.bare) ||
    /\.\p{L}/u.test(word.text) ||
    /\p{L}{3}/u.test(word.bare)
  );
}
