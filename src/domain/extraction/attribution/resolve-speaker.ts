import { DOUBTS } from '../doubts.js';
import { surnameOf } from '../people/person-name.js';
import type { RosterEntry } from '../people/roster.js';
import type { NamedPerson, Subject } from '../people/subject.js';
import type { Release } from '../release.js';
import type { Cue } from './cue.js';
import { nobody, NOBODY, type Speaker } from './speaker.js';

/**
 * Turns a cue's subject into a speaker: a full name stands as written; a surname is completed by the one full name that
 * the release has for it; a pronoun or an office stands for a person spoken of before, always to be confirmed.
 * `earlier` are the speakers so far, the last one last; `near` is the person spoken of right before, if any.
 */
export function resolveSpeaker(
  release: Release,
  cue: Cue,
  earlier: readonly Speaker[],
  near: string | null,
): Speaker {
  const { subject } = cue;
  const [first, ...others] = subject.people;
  if (first !== undefined) {
    const speaker = named(release, cue, first, earlier);
    return others.length === 0 ? speaker : joint(release, speaker, others, earlier);
  }
  if (subject.pronoun !== null) return byPronoun(release, cue, subject.pronoun, earlier, near);
  if (subject.office !== null) return byOffice(release, cue, subject.office, earlier);
  if (subject.organization !== null) return byOrganization(cue, subject);
  return nobody(cue.rule, cue.rule.includes('document') ? DOUBTS.document : DOUBTS.unnamed);
}

function named(release: Release, cue: Cue, person: NamedPerson, earlier: readonly Speaker[]): Speaker {
  const doubts = cue.explicit ? [] : [DOUBTS.suggested(person.name)];
  const base = {
    ...NOBODY,
    name: person.name,
    ...person.standing,
    doubts,
    confidence: cue.explicit ? 'high' : 'medium',
  } as const;
  const entries = candidatesFor(release, person, earlier);
  const [entry] = entries;
  if (!person.surnameOnly) {
    return {
      ...base,
      rule: cue.rule,
      role: base.role ?? entry?.standing.role ?? null,
      organization: base.organization ?? entry?.standing.organization ?? null,
    };
  }
  if (entry === undefined)
    return {
      ...base,
      rule: `${cue.rule}/surname`,
      confidence: 'medium',
      doubts: [...doubts, DOUBTS.bareName(person.name)],
    };
  if (entries.length > 1) {
    const candidates = entries.map((each) => each.name);
    return {
      ...base,
      rule: `${cue.rule}/surname`,
      confidence: 'low',
      candidates,
      doubts: [...doubts, DOUBTS.severalNames(person.name, candidates)],
    };
  }
  return {
    ...base,
    rule: `${cue.rule}/surname`,
    name: entry.name,
    role: entry.standing.role ?? person.standing.role,
    organization: person.standing.organization ?? entry.standing.organization,
  };
}

/** The full names that a name can mean; one who has already spoken goes before the rest. */
function candidatesFor(
  release: Release,
  person: NamedPerson,
  earlier: readonly Speaker[],
): readonly RosterEntry[] {
  const surname = surnameOf(person.name);
  const entries = release.roster.withSurname(surname);
  if (!person.surnameOnly) {
    const given = person.name.toLowerCase().split(/\s+/u)[0];
    return entries.filter((entry) => entry.given === given);
  }
  if (entries.length === 0) return release.roster.withGivenName(person.name);
  if (entries.length === 1) return entries;
  const spoken = entries.filter((entry) => earlier.some((speaker) => speaker.name === entry.name));
  if (spoken.length === 1) return spoken;
  const title = person.standing.role?.toLowerCase().split(/\s+/u).at(-1);
  const titled = title === undefined ? [] : entries.filter((entry) => entry.titles.includes(` ${title} `));
  return titled.length > 0 ? titled : entries;
}

function joint(
  release: Release,
  speaker: Speaker,
  others: readonly NamedPerson[],
  earlier: readonly Speaker[],
): Speaker {
  const names = others.map((other) => {
    const entries = candidatesFor(release, other, earlier);
    return other.surnameOnly && entries.length === 1 ? (entries[0] as RosterEntry).name : other.name;
  });
  const all = [speaker.name ?? '', ...names];
  return {
    ...speaker,
    rule: `${speaker.rule}/joint`,
    coSpeakers: names,
    confidence: 'medium',
    doubts: [...speaker.doubts, DOUBTS.joint(all)],
  };
}

const SHE =
  /\b(?:congresswoman|councilwoman|assemblywoman|chairwoman|spokeswoman|ms|mrs|miss|mother|sister|daughter|alderwoman|actress)\b/u;
const HE =
  /\b(?:congressman|councilman|assemblyman|chairman|spokesman|mr|father|brother|son|alderman|actor)\b/u;

function byPronoun(
  release: Release,
  cue: Cue,
  pronoun: string,
  earlier: readonly Speaker[],
  near: string | null,
): Speaker {
  const rule = `${cue.rule}/pronoun`;
  const last = earlier.at(-1);
  const plural = pronoun === 'they' || pronoun === 'we';
  if (near !== null && !plural && fits(release, pronoun, near)) {
    const [entry] = release.roster.withSurname(surnameOf(near)).filter((each) => each.name === near);
    return {
      ...NOBODY,
      name: near,
      ...entry?.standing,
      rule,
      confidence: 'medium',
      doubts: [DOUBTS.pronoun(pronoun, near)],
    };
  }
  if (last === undefined || last.name === null || !fits(release, pronoun, last.name))
    return nobody(rule, DOUBTS.unnamed);
  return {
    ...last,
    rule,
    candidates: [],
    confidence: 'medium',
    doubts: [DOUBTS.pronoun(pronoun, last.name)],
  };
}

/** "she" is not a Congressman; where the release tells neither, any pronoun fits. */
function fits(release: Release, pronoun: string, name: string): boolean {
  const entry = release.roster.withSurname(surnameOf(name)).find((each) => each.name === name);
  if (entry === undefined) return true;
  if (pronoun === 'he') return !SHE.test(entry.titles);
  return pronoun === 'she' ? !HE.test(entry.titles) : true;
}

function byOffice(release: Release, cue: Cue, office: string, earlier: readonly Speaker[]): Speaker {
  const rule = `${cue.rule}/office`;
  const entries = release.roster.withTitle(office);
  const spoken = entries.filter((entry) => earlier.some((speaker) => speaker.name === entry.name));
  const [entry] = spoken.length === 1 ? spoken : entries;
  if (entry === undefined || (entries.length > 1 && spoken.length !== 1)) {
    return { ...nobody(rule, DOUBTS.unnamed), candidates: entries.map((each) => each.name) };
  }
  return {
    ...NOBODY,
    name: entry.name,
    ...entry.standing,
    rule,
    confidence: 'medium',
    doubts: [DOUBTS.office(office, entry.name)],
  };
}

function byOrganization(cue: Cue, subject: Subject): Speaker {
  return {
    ...NOBODY,
    organization: subject.organization,
    rule: `${cue.rule}/organization`,
    confidence: cue.explicit ? 'high' : 'medium',
    doubts: [],
  };
}
