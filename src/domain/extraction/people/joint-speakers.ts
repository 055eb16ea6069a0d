import type { Release } from '../release.js';
import type { Word } from '../text/words.js';
import { followers } from './foundedness.js';
import { runAt } from './name-runs.js';
import { nameLength, nameText, personIn, type NamedRun } from './person-name.js';

const LONGEST_NAME = 24;
const MOST_SPEAKERS = 12;

/** Those who speak with `first`: "Lugar and Visclosky", "A, B, and C", "A, director of X, and B, director of Y". */
export function othersWith(release: Release, first: NamedRun, to: number): NamedRun[] {
  const { words } = release;
  const others: NamedRun[] = [];
  let at = first.run.to;
  while (at < to && others.length < MOST_SPEAKERS) {
    const comma = words[at]?.text === ',';
    const and = /^(?:and|&)$/u.test(words[comma ? at + 1 : at]?.text ?? '');
    const begin = at + (comma ? 1 : 0) + (and ? 1 : 0);
    if (!comma && !and) break;
    if (!and && !laterAnd(words, begin, to)) break;
    const next = otherAt(release, begin, to);
    if (next === null) break;
    others.push(next);
    at = next.run.to;
  }
  const later = others.length > 0 ? null : otherAfterRole(release, first.run.to, to);
  return later === null ? others : [later];
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
