import type { Shingles } from './shingles.js';

/** Short words (“the”, “of”, “and”, “de la”) are in every text: they say half as much as others. */
const SHORT_WORD = /^\p{L}{1,3}$/u;
const SHORT_WEIGHT = 0.5;
/** More than there can be words: a pair is kept under one number that tells both. */
const BEYOND_WORDS = 2 ** 26;

/**
 * The words, and pairs of neighbours, that are compared with each other, as numbers from 0: numbers are compared many
 * times faster than texts. Only what one lexicon numbered can be compared.
 */
export class Lexicon {
  private readonly words = new Map<string, number>();
  private readonly pairs = new Map<number, number>();
  /** Of each number. All are multiples of a quarter, so that a sum is exact in whatever order it is formed. */
  private readonly weights: number[] = [];

  /** Words and pairs. A pair across a name or a quotation counts too: the frame around it is one. */
  shinglesOf(words: readonly string[]): Shingles {
    const numbers = new Set<number>();
    let before: number | null = null;
    for (const word of words) {
      const number = this.wordNumber(word);
      numbers.add(number);
      if (before !== null) numbers.add(this.pairNumber(before, number));
      before = number;
    }
    return this.weighed(numbers);
  }

  /** The different words alone, in no order. */
  wordSetOf(words: readonly string[]): Shingles {
    return this.weighed(new Set(words.map((word) => this.wordNumber(word))));
  }

  private wordNumber(word: string): number {
    let number = this.words.get(word);
    if (number === undefined) {
      number = this.weights.push(SHORT_WORD.test(word) ? SHORT_WEIGHT : 1) - 1;
      this.words.set(word, number);
    }
    return number;
  }

  private pairNumber(one: number, other: number): number {
    const key = one * BEYOND_WORDS + other;
    let number = this.pairs.get(key);
    if (number === undefined) {
      number = this.weights.push(((this.weights[one] ?? 0) + (this.weights[other] ?? 0)) / 2) - 1;
      this.pairs.set(key, number);
    }
    return number;
  }

  private weighed(found: ReadonlySet<number>): Shingles {
    const numbers = Int32Array.from(found).sort();
    let mass = 0;
    for (const number of numbers) mass += this.weights[number] ?? 0;
    return { numbers, weights: this.weights, mass };
  }
}
