import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Part, Segment } from '../../../src/domain/post/segment.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { shownSpan } from '../../../src/domain/statement/shown-span.js';
import { RELEASE, STATEMENTS, lookup, part, quote } from './sources.js';

/** Every source segment that the invented release allows, whole or less its closing comma. */
const sources: readonly Segment[] = STATEMENTS.flatMap((statement) =>
  statement.spans
    .flatMap((span) =>
      statement.kind === 'quotation' ? [span, shownSpan(span, RELEASE)] : [span, ...statement.figures],
    )
    .map((span): Segment => {
      const kind = statement.kind === 'quotation' ? 'quotation' : 'figure';
      return { kind, statementId: statement.id, span, text: RELEASE.slice(span.start, span.end) };
    }),
);

/** What can stand in a part by itself: of the interrupted sentence, both halves. */
const showings: readonly (readonly (Segment | string)[])[] = [
  ...sources.filter((one) => !('statementId' in one) || one.statementId !== 'dam').map((one) => [one]),
  ...['If the dam stays,', 'If the dam stays'].map((half) => [
    quote('dam', half),
    ' … ',
    quote('dam', 'the ferry goes.'),
  ]),
];

const posts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...showings), fc.constantFrom('In court soon. ', 'The tenants’ week: ', ''))
    .map(([showing, opening]) => part(opening, ...showing, '\n\nIda Voss', ' and Ana Lind')),
  { minLength: 1, maxLength: 3 },
);

function withText(parts: readonly Part[], at: number, change: (text: string) => string): readonly Part[] {
  return parts.map((one, index) =>
    index === at % parts.length
      ? {
          ...one,
          segments: one.segments.map((s) => ('statementId' in s ? { ...s, text: change(s.text) } : s)),
        }
      : one,
  );
}

describe('any post that is proved', () => {
  it('is refused after any change of any character inside any quotation or figure', () => {
    fc.assert(
      fc.property(
        posts,
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 2, unit: 'binary' }),
        (parts, which, at, other) => {
          expect(prove(parts, lookup()).kind).toBe('proved');
          const changed = withText(parts, which, (text) => {
            const place = at % text.length;
            return text.slice(0, place) + other + text.slice(place + 1);
          });
          fc.pre(JSON.stringify(changed) !== JSON.stringify(parts));
          expect(prove(changed, lookup())).toMatchObject({ kind: 'refuse', because: 'not-the-release' });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused when a span moves by any distance, its text moving with it or not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -6, max: 6 }),
        (source, left, right) => {
          fc.pre('statementId' in source && (left !== 0 || right !== 0));
          if (!('statementId' in source)) return;
          const span = { start: source.span.start + left, end: source.span.end + right };
          const allowed = sources.some(
            (s) => 'statementId' in s && s.span.start === span.start && s.span.end === span.end,
          );
          fc.pre(!allowed && source.kind === 'quotation' && span.start >= 0 && span.start < span.end);
          const text = RELEASE.slice(span.start, span.end);
          for (const moved of [
            { ...source, span },
            { ...source, span, text },
          ]) {
            expect(prove([part(moved, ' Ida Voss and Ana Lind')], lookup()).kind).toBe('refuse');
          }
        },
      ),
    );
  });

  it('is refused when the release was changed under it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), (source, at) => {
        if (!('statementId' in source)) return;
        const place = source.span.start + (at % source.text.length);
        const corrected = `${RELEASE.slice(0, place)}#${RELEASE.slice(place + 1)}`;
        const parts = [part(source, ' Ida Voss and Ana Lind')];
        expect(prove(parts, lookup(STATEMENTS, corrected)).kind).toBe('refuse');
      }),
    );
  });

  it('is refused with a quotation mark put anywhere into its frame', () => {
    fc.assert(
      fc.property(
        posts,
        fc.constantFrom('“', '”', '„', '‟', '"', '«', '»', '‹', '›'),
        fc.nat(),
        (parts, mark, at) => {
          const [first, ...rest] = parts as [Part, ...Part[]];
          const segments = first.segments.map((s) => {
            if (s.kind !== 'text' || !s.text.startsWith('\n\nIda Voss')) return s;
            const place = at % (s.text.length + 1);
            return { ...s, text: s.text.slice(0, place) + mark + s.text.slice(place) };
          });
          expect(prove([{ ...first, segments }, ...rest], lookup()).kind).toBe('refuse');
        },
      ),
    );
  });
});
