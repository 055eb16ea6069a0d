import { leastMs } from './cpu-time.ts';
import type { Figure } from './figures.ts';
import { WORKS, type Work } from './hostile-posts.ts';

const LENGTH = 10_000;
const TIMES = 4;
const LARGEST_GROWTH = 2;

/**
 * The proof of posts, cuts and phrases on long and hostile texts, each measured on a text and on one four times as long:
 * a linear rule takes four times as long, which is a growth of 1, and a quadratic one a growth of 4.
 */
export function proofFigures(): readonly Figure[] {
  return WORKS.flatMap(([what, work]) => growthOf(what, work));
}

function growthOf(what: string, work: Work): readonly Figure[] {
  const [small, large] = [work(LENGTH), work(LENGTH * TIMES)];
  const split = () => large.text.split(' ').length;
  const [smallMs = 0, ms = 0, splitMs = 0] = leastMs(small.run, large.run, split);
  const growth = ms / smallMs / (large.text.length / small.text.length);
  const kilobytes = Math.round(large.text.length / 1000);
  return [
    { measure: `proof: ${what}, growth`, value: growth, unit: '×', target: LARGEST_GROWTH },
    { measure: `  ${kilobytes} kB, in plain splits of it`, value: ms / splitMs, unit: '×', target: null },
  ];
}
