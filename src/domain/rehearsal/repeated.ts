import type { Part } from '../post/segment.js';

/** A sentence of posts' own words that stands in several of them. */
export interface Repeated {
  readonly words: string;
  readonly posts: number;
}

/** Readers notice from the third time on. */
const NOTICED = 3;
/** “Read more:” is nobody's sentence. */
const LEAST_WORDS = 4;
const SENTENCE_ENDS = /(?<=[.!?…:])\s+|\n+/u;

/**
 * Sentences outside quotations and figures that stand in at least three posts, the most repeated first. Capitals,
 * punctuation, numbers and hashtags make no difference: “14 days to go” and “7 days to go” are said alike.
 */
export function repeatedSentences(posts: readonly (readonly Part[])[]): readonly Repeated[] {
  const seen = new Map<string, { words: string; posts: number }>();
  for (const parts of posts) {
    for (const [key, words] of sentencesOf(parts)) {
      const known = seen.get(key) ?? { words, posts: 0 };
      seen.set(key, { ...known, posts: known.posts + 1 });
    }
  }
  return [...seen.values()]
    .filter(({ posts: times }) => times >= NOTICED)
    .toSorted((a, b) => b.posts - a.posts || (a.words < b.words ? -1 : 1));
}

/** Each once, by its words alone. */
function sentencesOf(parts: readonly Part[]): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const { segments } of parts) {
    for (const segment of segments) {
      if (segment.kind !== 'text') continue;
      for (const sentence of segment.text.split(SENTENCE_ENDS)) {
        const words = sentence.match(/#?[\p{L}\p{M}'’]+/gu)?.filter((word) => !word.startsWith('#')) ?? [];
        if (words.length >= LEAST_WORDS) sentences.set(words.join(' ').toLowerCase(), sentence.trim());
      }
    }
  }
  return sentences;
}
