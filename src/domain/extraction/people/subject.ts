import type { Release } from '../release.js';
import { PRONOUNS } from '../text/speech-verbs.js';
import type { Word } from '../text/words.js';
import { foundedness, PREPOSITIONS } from './foundedness.js';
import { othersWith } from './joint-speakers.js';
import { isNameWord, runAt } from './name-runs.js';
import { canBeOrganization, organizationAt, organizationText } from './organization-name.js';
import { ORGANIZATION_WORDS } from './organization-words.js';
import { nameLength, nameText, personIn, type NamedRun } from './person-name.js';
import { readStanding } from './role.js';
import type { Standing } from './standing.js';
import { HONORIFICS, isTitleWord } from './title-words.js';

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

interface Candidate {
  readonly named: NamedRun;
  readonly score: number;
}

/** Below this a run of capitals is not taken for the speaker. */
const ENOUGH = 1;
const LONGEST_NAME = 24;

/** Reads the subject of a cue among the words `[from, to)`: the best-founded person, else an organization. */
export function readSubject(release: Release, from: number, to: number): Subject {
  const best = bestCandidate(release, from, to);
  const pronoun = pronounIn(release.words, from, to);
  if (best !== null)
    return {
      people: [best.named, ...othersWith(release, best.named, to)].map((named) =>
        person(release, named, from, to),
      ),
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
    if (!isTitleWord(word) && !HONORIFICS.has(word.bare) && !/^(?:u\.s|state|district)$/u.test(word.bare))
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
