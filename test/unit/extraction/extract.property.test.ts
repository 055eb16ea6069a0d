import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { extract } from '../../../src/domain/extraction/index.js';
import type { Span } from '../../../src/domain/statement/statement.js';
import { invented } from './corpus.js';

/** Pieces that releases are made of, and pieces that try to break a reader. */
const PIECE = fc.oneof(
  fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '„',
    "''",
    '—',
    '–',
    '- ',
    ': ',
    ', ',
    '. ',
    '\n',
    '\n\n',
    '\r\n',
    '(',
    ')',
    ' ',
    '\t',
    ' said Ana Ruiz, director of Open Doors. ',
    'Ana Ruiz said, ',
    ' said Sen. ',
    'Lund and Moss',
    ' she added. ',
    'the coalition said',
    'organizations including Open Doors, the Farm Union and ',
    'endorsed by ',
    'In 2021, 40 percent of ',
    '$3 million',
    '1 in 5',
    'according to a poll ',
    'We won today',
    'It is a start.',
    'who',
    'J.',
    'Jr.',
    'U.S.',
    'Inc.',
    '’s ',
    '* ',
    '5\'10"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  // Lone halves of surrogate pairs.
  fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
);
const TEXT = fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(''));

function everySpan(text: string): Span[] {
  const found = extract(text);
  return [
    ...found.quotations.flatMap(({ spans }) => spans),
    ...found.facts.flatMap(({ spans }) => spans),
  ].sort((one, other) => one.start - other.start);
}

describe('whatever the text', () => {
  it('spans lie inside the text, are not empty, and never overlap', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        let last = 0;
        for (const { start, end } of everySpan(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('a quotation’s spans stand in the order of the text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { spans } of extract(text).quotations) {
          expect(spans.length).toBeGreaterThan(0);
          expect(spans).toEqual(spans.toSorted((one, other) => one.start - other.start));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('figures are literal words inside their fact, each with a digit or a number word', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { spans, figures } of extract(text).facts) {
          for (const { start, end } of figures) {
            expect(start).toBeGreaterThanOrEqual(spans[0].start);
            expect(end).toBeLessThanOrEqual(spans[0].end);
            expect(text.slice(start, end)).toMatch(/[\d\p{L}]/u);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the same text gives the same extraction, and names stand in the text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const found = extract(text);
        expect(extract(text)).toEqual(found);
        const plain = text.replaceAll(/\s+/gu, ' ');
        for (const { speaker } of found.quotations) if (speaker !== null) expect(plain).toContain(speaker);
        for (const partner of found.partners) expect(plain).toContain(partner);
      }),
      { numRuns: 500 },
    );
  });

  it('a release inside another text keeps its quotations: one odd text does not disturb the next', () => {
    const releases = invented();
    fc.assert(
      fc.property(fc.constantFrom(...releases), fc.constantFrom(...releases), (first, second) => {
        const joined = `${first.text}\n\n* * *\n\n${second.text}`;
        const offset = joined.length - second.text.length;
        const spans = new Set(
          extract(joined).quotations.flatMap((quotation) =>
            quotation.spans.map(({ start, end }) => `${start}-${end}`),
          ),
        );
        for (const { start, end } of extract(second.text).quotations.flatMap((quotation) => quotation.spans))
          expect(spans).toContain(`${start + offset}-${end + offset}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['straight marks', '"'.repeat(100_000)],
    ['opening marks', '“'.repeat(100_000)],
    ['closing marks', '”'.repeat(100_000)],
    ['single marks', "'a ".repeat(100_000)],
    ['paragraphs left open', '“a\n\n'.repeat(50_000)],
    ['cues without quotations', 'said Ana Ruiz, '.repeat(60_000)],
    ['one endless list', `organizations including ${'A, '.repeat(300_000)}`],
    ['one endless word', 'a'.repeat(1_000_000)],
    ['digits', '1,'.repeat(400_000)],
  ])('a megabyte of %s is read in one pass, without throwing', (_what, text) => {
    const startedAt = performance.now();
    extract(text);
    // A reader that is quadratic in any of these needs minutes; the bound is loose for slow machines.
    expect(performance.now() - startedAt).toBeLessThan(120_000);
  });
});
