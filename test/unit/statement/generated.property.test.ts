import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Part, QuotationSegment, Segment } from '../../../src/domain/post/segment.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { LONG_RELEASE, generatedPosts, lookup } from './long-release.js';

const POSTS = generatedPosts();
const posts = fc.constantFrom(...POSTS);
const isProved = (parts: readonly Part[]) => prove(parts, lookup()).kind === 'proved';

/** Every quotation segment of a post with its place. */
function quotations(parts: readonly Part[]) {
  return parts.flatMap(({ segments }, part) =>
    segments.flatMap((one, segment) => (one.kind === 'quotation' ? [{ part, segment, one }] : [])),
  );
}

function withSegment(parts: readonly Part[], part: number, segment: number, one: Segment): readonly Part[] {
  return parts.map((each, n) =>
    n === part ? { ...each, segments: each.segments.map((old, m) => (m === segment ? one : old)) } : each,
  );
}

/** The post with one of its quotations changed. */
function changed(
  parts: readonly Part[],
  which: number,
  change: (one: QuotationSegment) => QuotationSegment,
): readonly Part[] | null {
  const all = quotations(parts);
  const found = all[which % Math.max(1, all.length)];
  return found === undefined ? null : withSegment(parts, found.part, found.segment, change(found.one));
}

describe('any generated post, threads and cuts among them', () => {
  it('covers whole, cut and split quotations', () => {
    const texts = POSTS.flatMap((parts) => quotations(parts).map(({ one }) => one));
    expect(texts.some(({ removed }) => removed !== undefined)).toBe(true);
    expect(POSTS.some((parts) => new Set(quotations(parts).map(({ part }) => part)).size > 1)).toBe(true);
    expect(POSTS.every(isProved)).toBe(true);
  });

  it('is refused after any change, loss, addition or exchange of a character inside any quotation', () => {
    fc.assert(
      fc.property(
        posts,
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 2, unit: 'binary' }),
        fc.integer({ min: 0, max: 2 }),
        (parts, which, at, other, length) => {
          const mutant = changed(parts, which, (one) => {
            const place = at % one.text.length;
            return { ...one, text: one.text.slice(0, place) + other + one.text.slice(place + length) };
          });
          fc.pre(mutant !== null && JSON.stringify(mutant) !== JSON.stringify(parts));
          expect(isProved(mutant ?? [])).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is refused when a quotation’s span moves, with its words or without', () => {
    const by = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(posts, fc.nat(), by, by, fc.boolean(), (parts, which, left, right, withWords) => {
        fc.pre(left !== 0 || right !== 0);
        const mutant = changed(parts, which, (one) => {
          const span = { start: one.span.start + left, end: one.span.end + right };
          return { ...one, span, text: withWords ? LONG_RELEASE.slice(span.start, span.end) : one.text };
        });
        fc.pre(mutant !== null);
        // Less or more of the comma before the closing mark is the one thing that may differ.
        const words = (post: readonly Part[]) =>
          JSON.stringify(
            quotations(post).map(({ one }) => [one.span.start, one.text.replace(/[\s,;:–—-]+$/u, '')]),
          );
        fc.pre(words(mutant ?? []) !== words(parts));
        expect(isProved(mutant ?? [])).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when a part of a split quotation is dropped, repeated or exchanged with another', () => {
    const split = POSTS.filter((parts) => new Set(quotations(parts).map(({ part }) => part)).size > 1);
    fc.assert(
      fc.property(fc.constantFrom(...split), fc.nat(), fc.nat(), (parts, one, other) => {
        const places = [...new Set(quotations(parts).map(({ part }) => part))];
        const a = places[one % places.length] ?? 0;
        const b = places[other % places.length] ?? 0;
        expect(isProved(parts.filter((_, n) => n !== a))).toBe(false);
        if (a === b) return;
        expect(isProved(parts.map((part, n) => parts[n === a ? b : n === b ? a : n] ?? part))).toBe(false);
      }),
    );
  });

  it('is refused when a part that quotes names somebody else, or nobody', () => {
    fc.assert(
      fc.property(posts, fc.nat(), fc.constantFrom('Somebody', 'Ida Vossen', ''), (parts, which, name) => {
        const all = quotations(parts);
        const found = all[which % Math.max(1, all.length)];
        fc.pre(found !== undefined);
        const mutant = parts.map((part, n) =>
          n !== found?.part
            ? part
            : {
                ...part,
                segments: part.segments.map((one) =>
                  one.kind === 'text'
                    ? { ...one, text: one.text.replaceAll(/Ida Voss|Ana Lind/gu, name) }
                    : one,
                ),
              },
        );
        expect(isProved(mutant)).toBe(false);
      }),
    );
  });

  it('is refused with any quotation mark put anywhere into a frame', () => {
    const marks = fc.constantFrom('“', '”', '„', '‟', '"', '«', '»', '‹', '›');
    fc.assert(
      fc.property(posts, fc.nat(), fc.nat(), marks, (parts, which, at, mark) => {
        const frames = parts.flatMap(({ segments }, part) =>
          segments.flatMap((one, segment) => (one.kind === 'text' ? [{ part, segment, one }] : [])),
        );
        const found = frames[which % Math.max(1, frames.length)];
        fc.pre(found !== undefined);
        if (found === undefined) return;
        const place = at % (found.one.text.length + 1);
        const text = found.one.text.slice(0, place) + mark + found.one.text.slice(place);
        expect(isProved(withSegment(parts, found.part, found.segment, { kind: 'text', text }))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
