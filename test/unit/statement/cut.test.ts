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

  it.each([
    [
      'a whole inner quotation',
      'He told us all, “leave the river alone,” and he meant it.',
      ' “leave the river alone,”',
    ],
    [
      'an opening mark',
      'He told us all, ‘leave the river, leave the town,’ and he meant it.',
      ' ‘leave the river,',
    ],
    [
      'an opening mark before other marks',
      'He told us all, ‘leave the river, leave the town,’ and we all said “no, never” to it.',
      ' ‘leave the river,',
    ],
    [
      'a straight opening mark',
      "He told us all, 'leave the river, leave the town,' and he meant it.",
      " 'leave the river,",
    ],
    ['a closing mark', 'He told us all, ‘leave the river,’ he cried, and he meant it.', '’ he cried,'],
    [
      'a closing mark behind a word',
      'He told us all, ‘leave, all of you’, and he meant it.',
      ' all of you’,',
    ],
  ])('takes no inner quotation mark with it: %s', (_, clauses, words) => {
    const text = `We have to say this as it was then. ${clauses} We all of us went home in the morning.`;
    const start = text.indexOf(words);
    const removed = [{ start, end: start + words.length }];
    expect(cutFault({ spans: [{ start: 0, end: text.length }] }, removed, text)?.because).toBe(
      'inner-quotation',
    );
  });

  it('may leave out apostrophes, and words within an inner quotation whose marks stay', () => {
    const may = (text: string, words: string) => {
      const start = text.indexOf(words);
      const removed = [{ start, end: start + words.length }];
      return cutFault({ spans: [{ start: 0, end: text.length }] }, removed, text);
    };
    const plain =
      'This is a case of the whole town, the partners’ and the ’90s’, and we won’t let it go now.';
    expect(may(plain, ' the partners’ and the ’90s’,')).toBeNull();
    const inner =
      'He told us, ‘Leave the river alone today, leave the town, and never come back to us again.’';
    expect(may(inner, ' leave the town,')).toBeNull();
  });

  it.each([
    [
      'an address',
      'We put it all on the page https://banks.example/a, and we read it all of us.',
      '//banks.example/a,',
    ],
    [
      'a pair of names',
      'We all took the old London–Dover road, and we came to the sea at last.',
      'Dover road,',
    ],
    ['a range', 'We all met there at the gate 10—12 of us, and we came to the sea at last.', '12 of us,'],
  ])('does not begin inside %s', (_, text, words) => {
    const start = text.indexOf(words);
    const cut = [{ start, end: start + words.length }];
    expect(cutFault({ spans: [{ start: 0, end: text.length }] }, cut, text)?.because).toBe(
      'not-at-a-clause-end',
    );
  });

  it('may begin behind a dash between two words', () => {
    const text = 'We all took the old road together—all of us from the quay—and we walked the whole of it.';
    const start = text.indexOf('all of us from');
    const cut = [{ start, end: text.indexOf('and we walked') }];
    expect(cutFault({ spans: [{ start: 0, end: text.length }] }, cut, text)).toBeNull();
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
