/**
 * Measures the search for near copies on invented texts: 10,000 posts in partners' own words, and 10,000 of fifteen
 * short frames, each once around each of 667 quotations, so that millions of pairs have a frame in common. The words are
 * invented, and as common as words are: the n-th is n times rarer than the first.
 * `npm run build`, then `node bench/variety.ts`.
 */
import type * as NearCopies from '../src/domain/post/near-copy/index.js';
import type { Segment } from '../src/domain/post/segment.js';
import { type Figure, figureLine } from './figures.ts';

const POSTS = 10_000;
const FRAMES = 15;
const STATEMENTS = 667;
const VOCABULARY = 4_000;
const OBLIGED = ['wa wb', 'wc', 'wd we wf', '#MarlFerry'];

const built = process.env['CHORUS_DIST'] ?? new URL('../dist/', import.meta.url).href;
const { nearCopiesAmong } = (await import(
  new URL('domain/post/near-copy/index.js', built).href
)) as typeof NearCopies;

type Post = NearCopies.Written & { readonly id: string };

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(4);

function sentence(least: number, most: number): string {
  const length = least + Math.floor(random() * (most - least + 1));
  return Array.from({ length }, () => `w${Math.floor(VOCABULARY ** random()).toString(36)}`).join(' ');
}

function post(at: number, segments: readonly Segment[]): Post {
  return { id: `p${at}`, parts: [{ segments, pictures: [] }], obliged: OBLIGED };
}

function ownWords(): Post[] {
  return Array.from({ length: POSTS }, (_, at) =>
    post(at, [{ kind: 'text', text: `${sentence(20, 45)} #MarlFerry` }]),
  );
}

function fromTemplates(): Post[] {
  const frames = Array.from({ length: FRAMES }, () => sentence(4, 9));
  const statements = Array.from({ length: STATEMENTS }, () => sentence(15, 35));
  return Array.from({ length: POSTS }, (_, at) => {
    const text = statements[Math.floor(at / FRAMES)] ?? '';
    return post(at, [
      { kind: 'text', text: `${frames[at % FRAMES]}: ` },
      { kind: 'quotation', statementId: 's', span: { start: 0, end: text.length }, text },
      { kind: 'text', text: '\n\nwa wb, wc #MarlFerry' },
    ]);
  });
}

/** The least that any search must do, for comparison on a machine that others use too: count the texts' pairs of words. */
function yardstick(posts: readonly Post[]): number {
  const startedAt = performance.now();
  const counts = new Map<string, number>();
  for (const { parts } of posts) {
    const words = parts.flatMap(({ segments }) => segments.flatMap(wordsIn));
    for (const [at, word] of words.entries()) {
      const pair = `${word} ${words[at + 1] ?? ''}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return performance.now() - startedAt;
}

function wordsIn(segment: Segment): string[] {
  return segment.kind === 'link' ? [] : segment.text.split(/\s+/u);
}

function measured(what: string, posts: readonly Post[], target: number | null): Figure[] {
  const startedAt = performance.now();
  const pairs = nearCopiesAmong(posts);
  const ms = performance.now() - startedAt;
  const touched = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  return [
    { measure: `near copies among ${posts.length} posts ${what}`, value: ms, unit: 'ms', target },
    { measure: '  only counting the same pairs of words', value: yardstick(posts), unit: 'ms', target: null },
    { measure: '  pairs found', value: pairs.length, unit: 'pairs', target: null },
    { measure: '  posts that are in one', value: touched.size, unit: 'posts', target: null },
  ];
}

measured('to warm the code', ownWords().slice(0, POSTS / 10), null);
for (const figure of [
  ...measured("in partners' own words", ownWords(), 1_000),
  ...measured(`of ${FRAMES} frames and ${STATEMENTS} quotations`, fromTemplates(), null),
]) {
  console.log(figureLine(figure));
}
