import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { endsFault, type MovableStatement } from '../../../src/domain/statement/ends.js';
import type { Span } from '../../../src/domain/statement/statement.js';

const TEXT = 'He said: “We don’t sell rivers 🐟 here,” and left. “Nor do we.” In 2024, 60 fish died.';

function spanOf(words: string): Span {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const held = spanOf('sell rivers 🐟');
const quotation: MovableStatement = {
  kind: 'quotation',
  spans: [held],
  figures: [],
  others: [spanOf('Nor do we.')],
};
const fact: MovableStatement = {
  kind: 'fact',
  spans: [spanOf('In 2024, 60 fish died.')],
  figures: [spanOf('2024'), spanOf('60')],
  others: [spanOf('Nor do we.')],
};

describe('moving the ends of a statement', () => {
  it.each([
    ['up to its marks', [spanOf('We don’t sell rivers 🐟 here,')]],
    ['inward', [spanOf('rivers')]],
    ['apart, leaving out words between', [spanOf('sell'), spanOf('🐟 here')]],
    ['from inside a word with an apostrophe', [spanOf('’t sell rivers')]],
  ])('is free %s', (_, wanted) => expect(endsFault(TEXT, quotation, wanted)).toBeNull());

  it.each([
    ['no span', [], 'empty', 0],
    ['an end beyond the text', [{ start: held.start, end: TEXT.length + 1 }], 'out-of-bounds', 0],
    ['an end before its start', [{ start: held.end, end: held.start }], 'empty', 0],
    ['nothing but space', [held, { start: held.end, end: held.end + 1 }], 'empty', 1],
    ['half a character', [{ start: held.start, end: held.end - 1 }], 'half-a-character', 0],
    ['spans that overlap', [spanOf('sell rivers'), spanOf('rivers 🐟')], 'out-of-order', 1],
    ['spans in reverse', [spanOf('rivers'), spanOf('sell')], 'out-of-order', 1],
    ['another place', [spanOf('and left')], 'somewhere-else', 0],
    ['the opening mark', [{ start: spanOf('“We').start, end: held.end }], 'takes-in-a-mark', 0],
    ['the closing mark', [{ start: held.start, end: spanOf(' and left').end }], 'takes-in-a-mark', 0],
    ['another’s words', [{ start: held.start, end: spanOf('Nor do').end }], 'overlaps-another', 0],
  ] as const)('is refused over %s', (_, wanted, because, span) => {
    expect(endsFault(TEXT, quotation, wanted)).toEqual({ because, span });
  });

  it('keeps every figure of a fact, in one piece', () => {
    expect(endsFault(TEXT, fact, [spanOf('2024, 60 fish')])).toBeNull();
    expect(endsFault(TEXT, fact, [spanOf('60 fish died.')])).toEqual({ because: 'figure-outside', span: 0 });
    expect(endsFault(TEXT, fact, [spanOf('2024'), spanOf('60')])).toEqual({
      because: 'one-span-only',
      span: 1,
    });
  });

  it('never lets a quotation reach words beyond the marks that it stands between', () => {
    const between = spanOf('We don’t sell rivers 🐟 here,');
    const ends = fc.record({ start: fc.nat(TEXT.length), end: fc.nat(TEXT.length) });
    fc.assert(
      fc.property(ends, (span) => {
        const allowed = endsFault(TEXT, quotation, [span]) === null;
        if (allowed) {
          expect(span.start).toBeGreaterThanOrEqual(between.start);
          expect(span.end).toBeLessThanOrEqual(between.end);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
