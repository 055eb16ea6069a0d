import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cutFault, cutText } from '../../../src/domain/statement/cut.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Cut, Span } from '../../../src/domain/statement/statement.js';
import { LONG_RELEASE, MIDDLE, TAIL, VOSS, lookup, spanOf, statements, THEN } from './long-release.js';
import { part } from './sources.js';

const fault = (cut: Cut, spans: readonly Span[] = [VOSS]) =>
  cutFault({ spans }, cut, LONG_RELEASE)?.because ?? null;
const over = (words: string): Cut => [spanOf(words)];

describe('a cut of a quotation', () => {
  it('leaves out whole clauses, and shows where: […] within it', () => {
    expect(fault(MIDDLE)).toBeNull();
    expect(cutText(VOSS, MIDDLE, LONG_RELEASE)).toMatch(
      /^We offered to mend the paths, \[…\] and to close the gates at night\. Each time/,
    );
  });

  it('shows […] behind a sentence that ends, and … where one is broken off at a clause’s end', () => {
    expect(fault(TAIL)).toBeNull();
    expect(cutText(VOSS, TAIL, LONG_RELEASE)).toMatch(/came to the next meeting\. \[…\]$/);
    const brokenOff: Cut = [{ start: spanOf(' and why none').start, end: VOSS.end }];
    expect(fault(brokenOff)).toBeNull();
    expect(cutText(VOSS, brokenOff, LONG_RELEASE)).toMatch(/a dozen groups became a coalition…$/);
  });

  it('shows […] where the beginning is left out, which ends with a sentence', () => {
    const head: Cut = [{ start: VOSS.start, end: spanOf(' Each time the answer').start }];
    expect(fault(head)).toBeNull();
    expect(cutText(VOSS, head, LONG_RELEASE)).toMatch(/^\[…\] Each time the answer was/);
    expect(fault([{ start: VOSS.start, end: spanOf(' and to close').start }])).toBe(
      'not-at-a-sentence-start',
    );
  });

  it.each<[string, Cut]>([
    ['not-at-a-clause-end', over(' to pick up the litter')],
    ['not-at-a-clause-end', over('whole of the bank, and to close the gates at night.')],
    ['not-at-a-clause-end', over('200 of them in one evening!')],
    ['not-at-a-clause-end', over(' Hale of St.')],
    ['empty', []],
    ['empty', over(' ')],
    ['not-within-one-span', over(' and why none of us is going home,” said Ida Voss,')],
    ['out-of-order', [...MIDDLE, ...MIDDLE]],
    ['out-of-order', [...TAIL, ...MIDDLE]],
    ['too-few-words', [VOSS]],
  ])('is refused as %s', (because, cut) => {
    expect(fault(cut)).toBe(because);
  });

  it('keeps six words on each side of what it leaves out', () => {
    const text = 'We lost the case, and then we won the whole of it, and all of us went home in peace.';
    const cut = (words: string) => {
      const start = text.indexOf(words);
      return cutFault(
        { spans: [{ start: 0, end: text.length }] },
        [{ start, end: start + words.length }],
        text,
      );
    };
    expect(cut(' and then we won the whole of it,')).toMatchObject({
      because: 'too-few-words',
      message: expect.stringContaining('6 words'),
    });
    expect(cut(' and all of us went home in peace.')).toBeNull();
  });

  it('takes no inner quotation mark with it', () => {
    const text = 'He said to all of us, “leave the river alone,” and he meant every word of it then.';
    const span = { start: 0, end: text.length };
    const inner = text.indexOf(' “leave');
    const cut = [{ start: inner, end: text.indexOf(' and he') }];
    expect(cutFault({ spans: [span] }, cut, text)?.because).toBe('inner-quotation');
  });

  it('stays within one piece of an interrupted quotation', () => {
    expect(fault(over(' and no footpath in this state is safe.'), [THEN])).toBe('not-at-a-clause-end');
    expect(fault([{ start: THEN.start, end: spanOf(' The law has').start }], [THEN])).toBeNull();
  });

  it('never keeps fewer than six words on a side, and never changes a word that it keeps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: VOSS.start, max: VOSS.end }),
        fc.integer({ min: VOSS.start, max: VOSS.end }),
        (a, b) => {
          const cut = [{ start: Math.min(a, b), end: Math.max(a, b) }];
          if (fault(cut) !== null) return;
          const shown = cutText(VOSS, cut, LONG_RELEASE);
          const pieces = shown.split(/ ?\[…\] ?|…$/u).filter((piece) => piece !== '');
          for (const piece of pieces) {
            expect(LONG_RELEASE.slice(VOSS.start, VOSS.end)).toContain(piece);
            expect(piece.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0).toBeGreaterThanOrEqual(6);
          }
          expect(pieces.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('a post with a cut', () => {
  const post = (removed: Cut, text = cutText(VOSS, removed, LONG_RELEASE)) => [
    part({ kind: 'quotation', statementId: 'voss', span: VOSS, text, removed }, ' Ida Voss'),
  ];

  it('is proved only as the cut was agreed to', () => {
    expect(prove(post(MIDDLE), lookup())).toEqual({ kind: 'proved' });
    expect(prove(post(TAIL), lookup())).toEqual({ kind: 'proved' });
    expect(prove(post(MIDDLE), lookup(statements([TAIL])))).toMatchObject({ because: 'cut-not-agreed' });
    expect(prove(post([...MIDDLE, ...TAIL]), lookup())).toMatchObject({ because: 'cut-not-agreed' });
  });

  it('is refused when it does not show what it leaves out, or hides that it does', () => {
    const silent = cutText(VOSS, MIDDLE, LONG_RELEASE).replace(' […]', '');
    expect(prove(post(MIDDLE, silent), lookup())).toMatchObject({ because: 'not-the-release' });
    const [quoted] = post(MIDDLE);
    const hidden = {
      ...quoted,
      segments: quoted?.segments.map(({ ...one }) => Reflect.deleteProperty(one, 'removed') && one),
    };
    expect(prove([hidden as never], lookup())).toMatchObject({ because: 'not-the-release' });
  });
});
