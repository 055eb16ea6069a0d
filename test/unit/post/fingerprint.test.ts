import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fingerprint, type Seen } from '../../../src/domain/post/fingerprint.js';
import type { Segment } from '../../../src/domain/post/segment.js';
import type { Span } from '../../../src/domain/statement/statement.js';

const seen: Seen = {
  network: 'bluesky',
  remoteAccount: 'did:plc:abc',
  settings: { visibility: 'public', languages: ['en', 'es'], retries: 2, card: { title: 'The river' } },
  parts: [
    {
      segments: [
        { kind: 'quotation', statementId: 's1', span: { start: 5, end: 26 }, text: 'The river is not ours' },
        { kind: 'text', text: '\n\nIda Voss, ferrywoman\n' },
        { kind: 'figure', statementId: 's2', span: { start: 90, end: 100 }, text: '21 percent' },
        { kind: 'text', text: ' of it. ' },
        { kind: 'link', url: 'https://example.org/river' },
      ],
      pictures: [{ digest: 'ab12', altText: 'A river at dawn' }],
    },
    { segments: [{ kind: 'text', text: 'More tomorrow.' }], pictures: [] },
  ],
};

type Leaf = { readonly path: readonly (string | number)[]; readonly value: string | number };

function leaves(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  }
  return [];
}

function replaced(value: unknown, path: readonly (string | number)[], leaf: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? replaced(item, rest, leaf) : item));
  }
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, item]) => [
      name,
      name === key ? replaced(item, rest, leaf) : item,
    ]),
  );
}

function shuffledKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffledKeys(item)]),
  );
}

describe('the fingerprint of what an approver saw', () => {
  it('carries its version and a SHA-256', () => {
    expect(fingerprint(seen)).toMatch(/^v1:[0-9a-f]{64}$/u);
  });

  it('stays the same across releases of the software: stored approvals keep their meaning', () => {
    expect(fingerprint(seen)).toBe('v1:eb0dfe428ca12e8268cea378e697d8c1e68859cd56a8573bbbdb0aa886af8d36');
  });

  it('covers what is left out of a quotation, and is as before where nothing is', () => {
    const cut = (removed?: readonly Span[]) => {
      const quotation = { kind: 'quotation', statementId: 's', span: { start: 0, end: 30 }, text: 'a […] b' };
      const segments = [removed === undefined ? quotation : { ...quotation, removed }] as Segment[];
      return fingerprint({ ...seen, parts: [{ segments, pictures: [] }] });
    };
    const prints = [
      cut(),
      cut([{ start: 9, end: 20 }]),
      cut([{ start: 8, end: 20 }]),
      cut([{ start: 9, end: 21 }]),
      cut([
        { start: 9, end: 12 },
        { start: 14, end: 20 },
      ]),
    ];
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.slice(0, 2)).toEqual([
      'v1:b8197e910b6df6a54cb7e3ea1a35094078da47cd903d305140f1e515f8580713',
      'v1:04a504dc0e210fe37478111cb2311639da9f27a5cc1f108dbdf2b137fbb18ba7',
    ]);
    const { start, end } = { start: 9, end: 20 };
    expect(cut([{ end, start, drawn: true } as Span])).toBe(prints[1]);
    const text = { kind: 'text', text: 'a' } as const;
    const decorated = { ...text, removed: [{ start, end }] };
    expect(fingerprint({ ...seen, parts: [{ segments: [decorated], pictures: [] }] })).toBe(
      fingerprint({ ...seen, parts: [{ segments: [text], pictures: [] }] }),
    );
  });

  it('does not depend on the order of keys, nor on fields that nobody declared', () => {
    expect(fingerprint(shuffledKeys(seen) as Seen)).toBe(fingerprint(seen));
    const decorated = { ...seen, parts: seen.parts.map((part) => ({ ...part, draft: true })) };
    expect(fingerprint(decorated)).toBe(fingerprint(seen));
  });

  it('changes with any character, number, picture, alt text, link, account or setting', () => {
    const all = leaves(seen).filter(({ path }) => path.at(-1) !== 'kind');
    expect(all.length).toBe(21);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (leaf, at, other) => {
          const { value } = leaf;
          const changed =
            typeof value === 'number'
              ? value + 1 + at
              : value.slice(0, at % value.length) + other + value.slice((at % value.length) + 1);
          fc.pre(changed !== value);
          expect(fingerprint(replaced(seen, leaf.path, changed) as Seen)).not.toBe(fingerprint(seen));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes when a segment, a picture or a part is added, removed or moved', () => {
    const [first, second] = seen.parts as [Seen['parts'][0], Seen['parts'][0]];
    const variants: Seen[] = [
      { ...seen, parts: [second, first] },
      { ...seen, parts: [first] },
      { ...seen, parts: [{ ...first, pictures: [] }, second] },
      { ...seen, parts: [{ ...first, segments: first.segments.slice(1) }, second] },
      { ...seen, parts: [{ ...first, segments: [...first.segments].reverse() }, second] },
      { ...seen, settings: {} },
    ];
    const prints = [seen, ...variants].map(fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('tells quoted words from the same words in the frame', () => {
    const quoted = { kind: 'quotation', statementId: 's', span: { start: 0, end: 1 }, text: 'a' } as const;
    const framed = { kind: 'text', text: '“a”' } as const;
    const post = (segment: typeof quoted | typeof framed) => ({
      ...seen,
      parts: [{ segments: [segment], pictures: [] }],
    });
    expect(fingerprint(post(quoted))).not.toBe(fingerprint(post(framed)));
  });

  it('tells two broken characters apart', () => {
    const post = (text: string) => ({
      ...seen,
      parts: [{ segments: [{ kind: 'text', text } as const], pictures: [] }],
    });
    expect(fingerprint(post('\uD800'))).not.toBe(fingerprint(post('\uD801')));
  });

  it('refuses a number that is not whole', () => {
    expect(() => fingerprint({ ...seen, settings: { zoom: 1.5 } })).toThrow(/whole numbers only, not 1.5/u);
  });
});
