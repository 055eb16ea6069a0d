import type { Shingles } from './shingles.js';

/** Posts of which something (their frame, their quotations) has the same words: compared once for all of them. */
export interface Group<Member> {
  readonly number: number;
  readonly shingles: Shingles;
  readonly members: Member[];
}

/** The groups of equal word lists, numbered from 0 as they come. */
export class Groups<Member> {
  private readonly byWords = new Map<string, Group<Member>>();

  constructor(private readonly shinglesOf: (words: readonly string[]) => Shingles) {}

  /** The group of these words, a new one where they are new. */
  of(words: readonly string[]): Group<Member> {
    const key = words.join(' ');
    let group = this.byWords.get(key);
    if (group === undefined) {
      group = { number: this.byWords.size, shingles: this.shinglesOf(words), members: [] };
      this.byWords.set(key, group);
    }
    return group;
  }

  all(): Group<Member>[] {
    return [...this.byWords.values()];
  }
}
