import type { Word } from '../text/words.js';
import { isNameWord, runAt } from './name-runs.js';
import { nameLength, nameText, personIn, surnameOf, type NamedRun } from './person-name.js';
import { readStanding } from './role.js';
import type { Standing } from './standing.js';
import { HONORIFICS, TITLE_WORDS } from './title-words.js';

/** A person whom the release names in full somewhere. */
export interface RosterEntry {
  readonly name: string;
  readonly surname: string;
  readonly given: string;
  /** How surely it is a person: 0 a run of capitals, 1 named with a role once, more with each such mention. */
  readonly weight: number;
  readonly standing: Standing;
  /** The titles and roles that stand with the name, in lower case. */
  readonly titles: string;
}

/** Everybody whom the release names in full, by surname and by given name. */
export class Roster {
  private readonly bySurname = new Map<string, RosterEntry[]>();
  private readonly byGiven = new Map<string, RosterEntry[]>();
  private readonly all: RosterEntry[] = [];

  constructor(entries: Iterable<RosterEntry>) {
    for (const entry of entries) {
      this.all.push(entry);
      push(this.bySurname, entry.surname, entry);
      push(this.byGiven, entry.given, entry);
    }
  }

  /** Those whom a surname can mean; where some are surely persons, only those. */
  withSurname(surname: string): readonly RosterEntry[] {
    return surest(this.bySurname.get(surname.toLowerCase()) ?? []);
  }

  withGivenName(given: string): readonly RosterEntry[] {
    return surest(this.byGiven.get(given.toLowerCase()) ?? []).filter((entry) => entry.weight > 0);
  }

  /** Those whom "the Senator" or "the Attorney General" can mean. */
  withTitle(title: string): readonly RosterEntry[] {
    return this.all.filter((entry) => entry.titles.includes(` ${title} `));
  }
}

/** Reads the roster of a release; linear in the number of words. */
export function readRoster(text: string, words: readonly Word[]): Roster {
  const entries = new Map<string, RosterEntry>();
  for (let at = 0; at < words.length; at += 1) {
    if (!isNameWord(words[at])) continue;
    const run = runAt(words, at, Math.min(words.length, at + 24));
    if (run === null) continue;
    const named = personIn(words, run);
    if (named !== null && nameLength(words, named) >= 2) enter(entries, text, words, named);
    at = run.to - 1;
  }
  return new Roster(entries.values());
}

function enter(
  entries: Map<string, RosterEntry>,
  text: string,
  words: readonly Word[],
  named: NamedRun,
): void {
  const name = nameText(text, words, named);
  const surname = surnameOf(name);
  const given = (words[named.nameFrom] as Word).bare;
  const weight = evidence(words, named);
  const standing =
    weight === 0
      ? { role: null, organization: null }
      : readStanding(
          text,
          words,
          named,
          Math.max(0, named.nameFrom - 14),
          Math.min(words.length, named.run.to + 24),
        );
  const titles = ` ${(standing.role ?? '').toLowerCase().replace(/[^\p{L}-]+/gu, ' ')} `;
  const key = `${given} ${surname}`;
  const known = entries.get(key);
  if (known === undefined) {
    entries.set(key, { name, surname, given, weight, standing, titles });
    return;
  }
  entries.set(key, {
    ...known,
    // "Eric T. Schneiderman" rather than "Eric Schneiderman"; capitals alone ("ERIC") lose to a cased name.
    name: isBetter(name, known.name) ? name : known.name,
    weight: known.weight + weight,
    standing: {
      role: known.standing.role ?? standing.role,
      organization: known.standing.organization ?? standing.organization,
    },
    titles: known.titles.includes(titles) ? known.titles : known.titles + titles,
  });
}

function isBetter(name: string, known: string): boolean {
  if (known === known.toUpperCase()) return name !== name.toUpperCase();
  return name.length > known.length && name !== name.toUpperCase();
}

/** A title before the name, or a role or party after it. */
function evidence(words: readonly Word[], named: NamedRun): number {
  const before = words[named.nameFrom - 1];
  const after = words[named.run.to];
  const second = words[named.run.to + 1];
  if (named.titled || (before !== undefined && TITLE_WORDS.has(before.bare))) return 2;
  if (named.nameTo < named.run.to) return 1;
  if (after?.text === '(' && /^(?:[DRI]|\p{Lu}{2})\b/u.test(second?.text ?? '')) return 1;
  const third = words[named.run.to + 2];
  if (after?.text !== ',' || second === undefined) return 0;
  if (/^(?:who|whose|an?)$/u.test(second.text)) return 1;
  const role = second.text === 'the' || second.possessive ? third : second;
  return role !== undefined && (TITLE_WORDS.has(role.bare) || HONORIFICS.has(role.bare)) ? 1 : 0;
}

function surest(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  const sure = entries.filter((entry) => entry.weight > 0);
  return sure.length > 0 ? sure : entries;
}

function push(map: Map<string, RosterEntry[]>, key: string, entry: RosterEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
