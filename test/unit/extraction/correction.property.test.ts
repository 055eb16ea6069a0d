import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  extract,
  reanchor,
  type AnchoredStatement,
  type ExtractedFact,
  type ExtractedQuotation,
  type Reanchoring,
} from '../../../src/domain/extraction/index.js';
import { invented } from './corpus.js';

const RELEASES = invented().map(({ text }) => text);

function findingsOf(text: string): (ExtractedQuotation | ExtractedFact)[] {
  const { quotations, facts } = extract(text);
  return [...quotations, ...facts];
}

function statementsOf(text: string): AnchoredStatement[] {
  return findingsOf(text).map((finding, number) => ({
    id: `statement ${number}`,
    kind: finding.kind,
    spans: finding.spans,
    figures: finding.kind === 'fact' ? finding.figures : [],
  }));
}

function wordsOf(text: string, { spans, figures }: Pick<AnchoredStatement, 'spans' | 'figures'>): string[] {
  return [...spans, ...figures].map(({ start, end }) => text.slice(start, end));
}

/** Whose words a finding is, and of which source. */
function voiceOf(finding: ExtractedQuotation | ExtractedFact | undefined): unknown {
  if (finding?.kind !== 'quotation') return finding?.source;
  const { speaker, coSpeakers, role, organization } = finding;
  return { speaker, coSpeakers, role, organization };
}

/** What holds for every correction of every release. */
function expectSound(oldText: string, newText: string): Reanchoring {
  const statements = statementsOf(oldText);
  const before = findingsOf(oldText);
  const after = findingsOf(newText);
  const result = reanchor(oldText, newText, statements);
  const told = [...result.standing, ...result.flagged].map(({ id }) => id);
  expect(told.toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
  const stood = result.standing.map((anchor) => {
    const number = statements.findIndex(({ id }) => id === anchor.id);
    const there = after.find(({ spans }) => spans[0]?.start === anchor.spans[0]?.start);
    expect(wordsOf(newText, anchor)).toEqual(wordsOf(oldText, statements[number] as AnchoredStatement));
    expect(there?.spans).toEqual(anchor.spans);
    expect(voiceOf(there)).toEqual(voiceOf(before[number]));
    return there;
  });
  const covered = [...stood, ...result.fresh].map((finding) => JSON.stringify(finding));
  expect(covered.toSorted()).toEqual(after.map((finding) => JSON.stringify(finding)).toSorted());
  return result;
}

const PIECE = fc.oneof(
  fc.constantFrom(
    '“',
    '”',
    '"',
    '’',
    '—',
    ': ',
    ', ',
    '. ',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    ' said Ana Ruiz, director of Open Doors. ',
    'Ana Ruiz said, ',
    ' she added. ',
    'In 2021, 40 percent of ',
    'according to a poll ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
/** Somewhere in a text, as a share of its length: so many characters out, so much in. */
const EDIT = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), out: fc.nat(40), in: PIECE });

function edited(text: string, { at, out, in: piece }: { at: number; out: number; in: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + piece + text.slice(start + out);
}

describe('whatever is corrected in a release', () => {
  it('a statement stands with the same words under the same name, or is flagged, and all findings are accounted for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASES),
        fc.array(EDIT, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          expectSound(text, edits.reduce(edited, text));
        },
      ),
      { numRuns: 250 },
    );
  });

  it('paragraphs in any other order move no words to another mouth', () => {
    const shuffled = fc
      .constantFrom(...RELEASES)
      .chain((text) => fc.tuple(fc.constant(text), fc.shuffledSubarray(text.split('\n'))));
    fc.assert(
      fc.property(shuffled, ([text, lines]) => {
        expectSound(text, lines.join('\n'));
      }),
      { numRuns: 120 },
    );
  });

  it('another release in its place leaves nothing standing that is not said there too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), fc.constantFrom(...RELEASES), (one, other) => {
        expectSound(one, other);
      }),
      { numRuns: 60 },
    );
  });

  it.each(RELEASES.map((text) => [text.slice(0, 40), text]))(
    '%s…: unchanged, everything stands',
    (_opening, text) => {
      const { flagged, fresh, standing } = expectSound(text, text);
      expect(flagged).toEqual([]);
      expect(fresh).toEqual([]);
      expect(standing).toEqual(statementsOf(text).map(({ id, spans, figures }) => ({ id, spans, figures })));
    },
  );

  it('an ordinary paragraph more at the end leaves everything above it standing whose speaker is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), (text) => {
        const before = findingsOf(text);
        const result = expectSound(text, `${text}\n\nThe hall is open to all who want to come.\n`);
        for (const { id, because } of result.flagged) {
          const finding = before[Number(id.split(' ')[1])];
          expect({ because, confidence: finding?.confidence }).toEqual({
            because: 'speaker-changed',
            confidence: 'low',
          });
        }
      }),
    );
  });

  it('ends that a person moved stay over the same characters', () => {
    const cut = fc.record({ from: fc.nat(30), to: fc.nat(30) });
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), cut, EDIT, (text, { from, to }, edit) => {
        const statements = statementsOf(text)
          .filter(({ kind }) => kind === 'quotation')
          .map((statement) => ({
            ...statement,
            spans: statement.spans.map(({ start, end }) => ({
              start: Math.min(start + from, end - 1),
              end: Math.max(end - to, Math.min(start + from, end - 1) + 1),
            })),
          }));
        const newText = edited(text, edit);
        for (const anchor of reanchor(text, newText, statements).standing) {
          const statement = statements.find(({ id }) => id === anchor.id) as AnchoredStatement;
          expect(wordsOf(newText, anchor)).toEqual(wordsOf(text, statement));
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('hostile corrections', () => {
  const QUOTATION = '“We will not stop until every block has heat,” said Ana Ruiz.\n\n';
  const many = (count: number, words: string) =>
    Array.from({ length: count }, (_, n) => `“${words} ${n} of us,” said Ana Ruiz, a nurse.\n\n`).join('');
  // Whoever compares each statement with each place needs minutes for these; the bounds are loose for slow machines.
  const withinMs = 120_000;

  it.each<[string, string, string]>([
    ['the same quotation 10,000 times', QUOTATION.repeat(10_000), QUOTATION.repeat(10_000)],
    ['the same quotation once more', QUOTATION.repeat(10_000), QUOTATION.repeat(10_001)],
    [
      'ten thousand quotations, each with a word changed',
      many(10_000, 'We said it'),
      many(10_000, 'We told it'),
    ],
    [
      'ten thousand quotations that are all gone',
      many(10_000, 'We said it'),
      'Nothing of it. '.repeat(60_000),
    ],
    [
      'a text without a paragraph',
      '“We want heat,” she said. '.repeat(15_000),
      '“We want it,” she said. '.repeat(15_000),
    ],
  ])('%s are compared in one pass', (_what, oldText, newText) => {
    const statements = statementsOf(oldText);
    const startedAt = performance.now();
    const { standing, flagged } = reanchor(oldText, newText, statements);
    expect(performance.now() - startedAt).toBeLessThan(withinMs);
    expect(standing.length + flagged.length).toBe(statements.length);
  });
});
