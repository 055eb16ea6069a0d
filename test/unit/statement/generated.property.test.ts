import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Part, QuotationSegment, Segment } from '../../../src/domain/post/segment.js';
import { cutText } from '../../../src/domain/statement/cut.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Span } from '../../../src/domain/statement/statement.js';
import { IF, LONG_RELEASE, THEN, generatedPosts, lookup } from './long-release.js';

const POSTS = generatedPosts();
const posts = fc.constantFrom(...POSTS);
const MARKS = ['“', '”', '„', '‟', '"', '«', '»', '‹', '›'] as const;
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
    const of = (...spans: readonly Span[]) => spans.map(({ start }) => start);
    const shown = POSTS.map((parts) => quotations(parts).map(({ one }) => one.span.start));
    expect(shown).toEqual(expect.arrayContaining([of(IF, THEN), of(THEN)]));
    expect(POSTS.every(isProved)).toBe(true);
  });

  it('is refused when half of an interrupted sentence is left out, said twice, or moved to another part', () => {
    const interrupted = POSTS.filter((parts) =>
      quotations(parts).some(({ one }) => one.span.start === IF.start),
    );
    expect(interrupted.length).toBeGreaterThan(0);
    const half = fc.constantFrom(IF.start, THEN.start);
    fc.assert(
      fc.property(fc.constantFrom(...interrupted), half, fc.boolean(), (parts, start, before) => {
        const at = quotations(parts).find(({ one }) => one.span.start === start);
        if (at === undefined) throw new Error('A half of the sentence is not shown.');
        const without = withSegment(parts, at.part, at.segment, { kind: 'text', text: ' ' });
        const alone = { segments: [at.one, { kind: 'text', text: ' Ana Lind' } as const], pictures: [] };
        expect(isProved(without)).toBe(false);
        expect(isProved([...parts, alone])).toBe(false);
        expect(isProved(without.toSpliced(before ? at.part : at.part + 1, 0, alone))).toBe(false);
      }),
    );
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

  it('is refused after any exchange of two characters inside any quotation', () => {
    fc.assert(
      fc.property(posts, fc.nat(), fc.nat(), fc.nat(), (parts, which, one, other) => {
        const mutant = changed(parts, which, (segment) => {
          const units = segment.text.split('');
          const [a, b] = [one % units.length, other % units.length];
          [units[a], units[b]] = [units[b] ?? '', units[a] ?? ''];
          return { ...segment, text: units.join('') };
        });
        fc.pre(mutant !== null && JSON.stringify(mutant) !== JSON.stringify(parts));
        expect(isProved(mutant ?? [])).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused when what a cut leaves out is moved, added to, or not told', () => {
    const cut = POSTS.filter((parts) => quotations(parts).some(({ one }) => one.removed !== undefined));
    const by = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...cut), by, by, fc.boolean(), (parts, left, right, withWords) => {
        fc.pre(left !== 0 || right !== 0);
        const mutant = changed(parts, 0, (one) => {
          const removed = (one.removed ?? []).map(({ start, end }) => ({
            start: start + left,
            end: end + right,
          }));
          return { ...one, removed, text: withWords ? cutText(one.span, removed, LONG_RELEASE) : one.text };
        });
        expect(isProved(mutant ?? [])).toBe(false);
      }),
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
    fc.assert(
      fc.property(posts, fc.nat(), fc.nat(), fc.constantFrom(...MARKS), (parts, which, at, mark) => {
        expect(isProved(inserted(parts, which, at, mark))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is proved with a marked phrase between two words of a frame, and refused with one mark more or less', () => {
    const phrase = '“Right to Roam”';
    const marked = (parts: readonly Part[]) => prove(parts, lookup(), [phrase]).kind === 'proved';
    fc.assert(
      fc.property(
        posts,
        fc.nat(),
        fc.nat(phrase.length),
        fc.constantFrom(...MARKS),
        (parts, which, at, mark) => {
          expect(marked(inserted(parts, which, 0, ` ${phrase} `))).toBe(true);
          expect(isProved(inserted(parts, which, 0, ` ${phrase} `))).toBe(false);
          const more = phrase.slice(0, at) + mark + phrase.slice(at);
          fc.pre(!more.includes(phrase));
          expect(marked(inserted(parts, which, 0, ` ${more} `))).toBe(false);
          expect(marked(inserted(parts, which, 0, ` ${phrase.slice(1)} `))).toBe(false);
          expect(marked(inserted(parts, which, 0, ` ${phrase.slice(0, -1)} `))).toBe(false);
          expect(marked(inserted(parts, which, 0, ` ${phrase} ${mark} `))).toBe(false);
        },
      ),
    );
  });
});

/** The post with words put into one of its frame texts. */
function inserted(parts: readonly Part[], which: number, at: number, words: string): readonly Part[] {
  const frames = parts.flatMap(({ segments }, part) =>
    segments.flatMap((one, segment) => (one.kind === 'text' ? [{ part, segment, one }] : [])),
  );
  const found = frames[which % Math.max(1, frames.length)];
  if (found === undefined) throw new Error('A generated post has no frame.');
  const place = at % (found.one.text.length + 1);
  const text = found.one.text.slice(0, place) + words + found.one.text.slice(place);
  return withSegment(parts, found.part, found.segment, { kind: 'text', text });
}
