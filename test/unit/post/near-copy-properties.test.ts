import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  nearCopiesAmong,
  nearCopiesOf,
  nearCopy,
  type Written,
} from '../../../src/domain/post/near-copy/index.js';
import type { Part, Segment } from '../../../src/domain/post/segment.js';

const FEW_WORDS = ['we', 'row', 'the', 'night', 'boat', 'home', 'and', 'ask', 'judges', 'to', 'hear', 'us'];
const NAMES = ['Ida Voss', 'Marl Ferry Crew', '#MarlFerry'];

/** Of few words, so that posts often have some in common. */
const sentence = fc
  .array(fc.constantFrom(...FEW_WORDS, ...NAMES), { maxLength: 14 })
  .map((words) => ` ${words.join(' ')}. `);

function quotation(text: string): Segment {
  return { kind: 'quotation', statementId: 's', span: { start: 0, end: text.length }, text };
}

const segment: fc.Arbitrary<Segment> = fc.oneof(
  { weight: 3, arbitrary: sentence.map((text): Segment => ({ kind: 'text', text })) },
  { weight: 2, arbitrary: sentence.map(quotation) },
  { weight: 1, arbitrary: fc.webUrl().map((url): Segment => ({ kind: 'link', url })) },
);
const part: fc.Arbitrary<Part> = fc
  .array(segment, { maxLength: 4 })
  .map((segments) => ({ segments, pictures: [] }));
const post: fc.Arbitrary<Written> = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .map((parts) => ({ parts, obliged: NAMES }));
const posts = fc
  .array(post, { maxLength: 12 })
  .map((list) => list.map((each, at) => ({ ...each, id: `p${String(at)}` })));

function numbered(from: number, count: number): Written {
  const words = Array.from({ length: count }, (_, at) => `word${String(from + at)}`);
  return { parts: [{ segments: [{ kind: 'text', text: words.join(' ') }], pictures: [] }], obliged: [] };
}

function withMore(written: Written, more: Segment): Written {
  return { ...written, parts: [...written.parts, { segments: [more], pictures: [] }] };
}

describe('the likeness of two posts', () => {
  it('is the same whichever comes first', () => {
    fc.assert(
      fc.property(post, post, (one, other) => {
        expect({ ...nearCopy(one, other), shared: [] }).toEqual({ ...nearCopy(other, one), shared: [] });
      }),
    );
  });

  it('is whole for a post and itself, whatever it holds', () => {
    fc.assert(
      fc.property(post, (one) => {
        expect(nearCopy(one, one)).toMatchObject({ likeness: 1, verdict: 'same' });
      }),
    );
  });

  it('stays between 0 and 1, and so do its parts', () => {
    fc.assert(
      fc.property(post, post, (one, other) => {
        const { frame, quoted, likeness } = nearCopy(one, other);
        for (const score of [frame, quoted, likeness]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is not changed by a hashtag or a link more, if the post says anything besides', () => {
    const more = fc.constantFrom<Segment>(
      { kind: 'text', text: '#KeepItRunning #Rivers' },
      { kind: 'link', url: 'https://marl.example/more' },
      { kind: 'text', text: 'https://marl.example/typed-by-hand' },
    );
    const saysSomething = ({ parts }: Written) =>
      parts.some(({ segments }) =>
        segments.some((each) => each.kind === 'quotation' && /\w/u.test(each.text)),
      );
    fc.assert(
      fc.property(post.filter(saysSomething), post.filter(saysSomething), more, (one, other, extra) => {
        expect({ ...nearCopy(withMore(one, extra), other), shared: [] }).toEqual({
          ...nearCopy(one, other),
          shared: [],
        });
      }),
    );
  });

  it('is none for texts without a word in common, and grows no frame from names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (length, otherLength) => {
        const one = withMore(numbered(0, length), { kind: 'text', text: ' Ida Voss, Marl Ferry Crew' });
        const other = withMore(numbered(1000, otherLength), {
          kind: 'text',
          text: ' Ida Voss, Marl Ferry Crew',
        });
        const found = nearCopy({ ...one, obliged: NAMES }, { ...other, obliged: NAMES });
        expect(found).toEqual({ frame: 0, quoted: 0, likeness: 0, verdict: 'different', shared: [] });
      }),
    );
  });

  it('does not depend on where a template cut its frame', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.nat(), (text, other, at) => {
        const cut = at % (text.length + 1);
        const pieces = [text.slice(0, cut), text.slice(cut)];
        const whole: Written = {
          parts: [{ segments: [{ kind: 'text', text }], pictures: [] }],
          obliged: NAMES,
        };
        const segments = pieces.map((piece): Segment => ({ kind: 'text', text: piece }));
        const compared: Written = {
          parts: [{ segments: [{ kind: 'text', text: other }], pictures: [] }],
          obliged: NAMES,
        };
        expect(nearCopy({ ...whole, parts: [{ segments, pictures: [] }] }, compared)).toEqual(
          nearCopy(whole, compared),
        );
      }),
    );
  });
});

describe('the near copies among many posts', () => {
  it('are exactly the pairs that are found one by one, at every threshold', () => {
    fc.assert(
      fc.property(posts, fc.constantFrom(0.1, 0.3, 0.5, 0.7, 0.9, 1), (list, threshold) => {
        const expected = list.flatMap((one, at) =>
          list.slice(at + 1).flatMap((other) => {
            const { shared: _shared, ...scores } = nearCopy(one, other);
            const ids = [one.id, other.id].toSorted();
            return scores.likeness >= threshold ? [{ one: ids[0], other: ids[1], ...scores }] : [];
          }),
        );
        const found = nearCopiesAmong(list, threshold);
        expect(found).toHaveLength(expected.length);
        expect(found).toEqual(expect.arrayContaining(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same list in whatever order the posts come', () => {
    fc.assert(
      fc.property(
        posts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(nearCopiesAmong(shuffled)).toEqual(nearCopiesAmong(list));
        },
      ),
    );
  });

  it('of one post are those that are found for each pair, the most alike first', () => {
    fc.assert(
      fc.property(post, posts, (one, others) => {
        const found = nearCopiesOf(one, others);
        const alike = others.filter((other) => nearCopy(one, other).verdict !== 'different');
        expect(found.map(({ other }) => other.id).sort()).toEqual(alike.map(({ id }) => id).sort());
        for (const { other, likeness } of found) expect(nearCopy(one, other).likeness).toBe(likeness);
        expect(found.map(({ likeness }) => likeness)).toEqual(
          found.map(({ likeness }) => likeness).sort((a, b) => b - a),
        );
      }),
    );
  });

  it('refuse an id that comes twice and a threshold that means nothing', () => {
    const twice = { ...numbered(0, 3), id: 'p7' };
    expect(() => nearCopiesAmong([twice, twice])).toThrow(
      'The post p7 stands twice among those to be compared.',
    );
    expect(() => nearCopiesAmong([], 0)).toThrow(
      'The threshold 0 of near copies is not above 0 and at most 1.',
    );
    expect(() => nearCopiesAmong([], Number.NaN)).toThrow(RangeError);
  });
});
