import { inOrder, type Candidate } from './candidates.js';
import type { GenerationAccount } from './generation.js';

/** Who said what when, as far as it decides whose turn is next. Waves are numbered from 0. */
export class Turns {
  readonly #spoken = new Set<string>();
  readonly #last = new Map<string, number>();
  readonly #times = new Map<string, number>();
  readonly #luck = new Map<string, number>();
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Keeps in mind that an account says a candidate in a wave. */
  take(candidate: Candidate, account: GenerationAccount, wave: number): void {
    for (const what of [candidate.subject, candidate.id, candidate.template.name]) {
      this.#last.set(`${account.id} | ${what}`, wave);
    }
    this.#spoken.add(`${account.organizationId} | ${candidate.subject} | ${wave}`);
    const onNetwork = `${account.network} | ${candidate.subject}`;
    this.#times.set(onNetwork, (this.#times.get(onNetwork) ?? 0) + 1);
  }

  /** Whether the account's organization spoke of the same subject in the wave before. */
  repeats(candidate: Candidate, account: GenerationAccount, wave: number): boolean {
    return this.#spoken.has(`${account.organizationId} | ${candidate.subject} | ${wave - 1}`);
  }

  /**
   * How far a candidate is from being next for an account; the first difference decides, lower is sooner:
   * words of the account's own people that it has not used yet, the template that rested longest, the subject
   * that rested longest, the subject least used on the network, the passage that rested longest, the seed.
   */
  rank(candidate: Candidate, account: GenerationAccount): readonly number[] {
    const last = (what: string) => this.#last.get(`${account.id} | ${what}`) ?? -1;
    const rested = last(candidate.subject);
    return [
      rested < 0 && isOwnSpeaker(candidate, account) ? 0 : 1,
      last(candidate.template.name),
      rested,
      this.#times.get(`${account.network} | ${candidate.subject}`) ?? 0,
      last(candidate.id),
      this.luck(`${account.id} | ${candidate.id}`),
    ];
  }

  /** A number that the seed draws for a name, the same each time (FNV-1a, 32 bits). */
  luck(name: string): number {
    const known = this.#luck.get(name);
    if (known !== undefined) return known;
    let hash = 0x811c9dc5;
    for (const character of `${this.#seed} | ${name}`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    const luck = (hash ^ (hash >>> 15)) >>> 0;
    this.#luck.set(name, luck);
    return luck;
  }
}

/** Sorts by rank, lowest first; equal ranks go by the candidate's name. */
export function byRank(
  candidates: readonly Candidate[],
  rank: (candidate: Candidate) => readonly number[],
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank) || inOrder(a.candidate.id, b.candidate.id))
    .map(({ candidate }) => candidate);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isOwnSpeaker({ source }: Candidate, account: GenerationAccount): boolean {
  if (source?.statement.kind !== 'quotation' || source.statement.organization === null) return false;
  return bareName(source.statement.organization) === bareName(account.organization);
}

/** A name as people match it: without case, a leading article and an abbreviation in brackets. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]*\)/gu, '')
    .replace(/^the\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
