import { describe, expect, it } from '@jest/globals';
import { partText, type Part } from '../../../src/domain/post/segment.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Span, Statement } from '../../../src/domain/statement/statement.js';
import { IF, LONG_RELEASE, THEN, VOSS, generatedPosts, lookup, spanOf, statements } from './long-release.js';
import { part } from './sources.js';

const because = (parts: readonly Part[]) => {
  const proof = prove(parts, lookup());
  return proof.kind === 'proved' ? 'proved' : proof.because;
};
/** A part with the words from one place of a quotation to another. */
const piece = (start: number, end: number, frame = ' Ida Voss', statementId = 'voss') =>
  part({ kind: 'quotation', statementId, span: { start, end }, text: LONG_RELEASE.slice(start, end) }, frame);

const FIRST_ENDS = spanOf('close the gates at night.').end;
const SECOND_ENDS = spanOf('came to the next meeting.').end;
const LAST_ENDS = VOSS.end - 1;
const thread = [
  piece(VOSS.start, FIRST_ENDS),
  piece(FIRST_ENDS + 1, SECOND_ENDS),
  piece(SECOND_ENDS + 1, LAST_ENDS),
];

/** Whether a quotation of these words may be shown as one part up to `end` and another from `start` on. */
function isSplitAt(text: string, end: number, start: number): boolean {
  const statement = { ...statements()[0], spans: [{ start: 0, end: text.length }] } as Statement;
  const shown = (span: Span) =>
    part(
      { kind: 'quotation', statementId: 'voss', span, text: text.slice(span.start, span.end) },
      ' Ida Voss',
    );
  const parts = [shown({ start: 0, end }), shown({ start, end: text.length })];
  return prove(parts, new Map([['voss', { statement, releaseText: text }]])).kind === 'proved';
}

describe('a quotation as a thread', () => {
  it('is proved when it splits at sentence ends and every part names the speaker', () => {
    expect(because(thread)).toBe('proved');
    expect(because([part('Hear Ida Voss.'), ...thread, part('https')])).toBe('proved');
  });

  it('is refused when a part does not name the speaker', () => {
    const [first, , last] = thread;
    const unnamed = piece(FIRST_ENDS + 1, SECOND_ENDS, ' and on');
    expect(because([first, unnamed, last] as Part[])).toBe('speaker-not-named');
  });

  it('is refused when it splits anywhere but at the end of a sentence', () => {
    const ends = new Set<number>();
    for (let at = VOSS.start + 1; at < LAST_ENDS; at += 1) {
      const rest = LONG_RELEASE.slice(at).search(/\S/u) + at;
      if (because([piece(VOSS.start, at), piece(rest, LAST_ENDS)]) === 'proved') ends.add(at);
    }
    const afterEvening = spanOf('in one evening!').end;
    expect([...ends]).toEqual([FIRST_ENDS, SECOND_ENDS, afterEvening]);
  });

  it('is refused when a part of it is missing, repeated, out of order, or apart from the others', () => {
    const [first, second, last] = thread as [Part, Part, Part];
    for (const parts of [
      [first, second],
      [second, last],
      [first, last],
      [first],
      [first, first, second, last],
      [second, first, last],
      [first, part('Ida Voss goes on:'), second, last],
    ]) {
      expect(because(parts)).toBe('not-a-whole-quotation');
    }
  });

  it.each([
    ['curly marks', 'The governor told us, ‘You are nothing. Go home.’ So we stayed. We are here.', 2],
    ['straight marks', "The governor told us, 'You are nothing. Go home.' So we stayed. We are here.", 2],
    ['double marks', 'The governor told us, "You are nothing. Go home." So we stayed. We are here.', 2],
    ['an apostrophe', 'He told us, ‘The tenants’ case is dead. Go home.’ So we stayed. We are here.', 2],
    [
      'a mark behind a word',
      'He said, ‘The tenants’ case is dead. Go home now’, and laughed. We stayed. We won.',
      2,
    ],
    ['a mark that closes alone', 'and never come back. Go home.’ So we stayed. We are here.', 2],
    ['a mark that opens alone', 'So it was. We stayed. He told us, ‘Go home. You are nothing to me.', 2],
  ])('is refused when it splits what the speaker quotes in turn: %s', (_, text, allowed) => {
    const ends = [...text.matchAll(/[.]['’"]? /gu)].map(({ 0: stop, index }) => index + stop.length - 1);
    const joins = ends.filter((end) => isSplitAt(text, end, end + 1));
    expect(joins).toHaveLength(allowed);
    expect(ends.filter((end) => !joins.includes(end)).map((end) => text.slice(0, end))).toEqual([
      expect.stringMatching(/nothing\.$|dead\.$|back\.$|‘Go home\.$/u),
    ]);
  });

  it('is proved behind what the speaker quotes in turn, whatever apostrophes follow', () => {
    const text = 'He told us, ‘Go home.’ We stayed. The tenants’ case goes on. We are here.';
    const ends = [...text.matchAll(/[.]’? /gu)].map(({ 0: stop, index }) => index + stop.length - 1);
    expect(ends).toHaveLength(3);
    expect(ends.filter((end) => !isSplitAt(text, end, end + 1))).toEqual([]);
  });

  it('is refused when it goes on with another quotation that stands in the same place of its release', () => {
    const [first, ...rest] = thread as [Part, ...Part[]];
    const elsewhere = { ...statements()[0], id: 'elsewhere' } as Statement;
    const sources = new Map([
      ...lookup(),
      ['elsewhere', { statement: elsewhere, releaseText: LONG_RELEASE }],
    ]);
    const other = rest.map(({ segments, pictures }) => ({
      segments: segments.map((one) =>
        one.kind === 'quotation' ? { ...one, statementId: 'elsewhere' } : one,
      ),
      pictures,
    }));
    expect(prove([first, ...rest], sources)).toEqual({ kind: 'proved' });
    expect(prove([first, ...other], sources)).toMatchObject({ because: 'not-a-whole-quotation' });
  });

  it('is proved where the release lost the space between two sentences', () => {
    const text = 'We lost the case in October of 2023.The court will hear us again.';
    expect(isSplitAt(text, text.indexOf('The court'), text.indexOf('The court'))).toBe(true);
    expect(isSplitAt(text, text.indexOf('case'), text.indexOf('case'))).toBe(false);
  });

  it('is refused when a piece begins with the white space between two sentences', () => {
    const [first] = thread as [Part, Part, Part];
    expect(because([first, piece(FIRST_ENDS, LAST_ENDS)])).toBe('not-a-whole-quotation');
    expect(because([first, piece(FIRST_ENDS + 1, LAST_ENDS)])).toBe('proved');
  });

  it('splits an interrupted quotation behind the sentence that is interrupted, and shows no half of it', () => {
    const safe = spanOf('is safe.').end;
    const rest = piece(safe + 1, THEN.end, ' Ana Lind', 'lind');
    const halves = [
      piece(IF.start, IF.end, ' Ana Lind: … ', 'lind'),
      piece(THEN.start, safe, ' Ana Lind', 'lind'),
    ];
    const first = part(...halves.flatMap(({ segments }) => segments));
    expect(because([first, rest])).toBe('proved');
    expect(because([first])).toBe('not-a-whole-quotation');
    expect(because([...halves.slice(1), rest])).toBe('not-a-whole-quotation');
    expect(because([...halves, rest])).toBe('not-a-whole-quotation');
  });
});

describe('generation', () => {
  const posts = generatedPosts();
  const quoting = (parts: readonly Part[]) =>
    parts.filter(({ segments }) => segments.some(({ kind }) => kind === 'quotation'));

  it('splits a quotation that is too long for one part, names the speaker in each, and fits', () => {
    const split = posts.filter((parts) => quoting(parts).length > 1);
    expect(split.length).toBeGreaterThan(0);
    for (const parts of split) {
      for (const one of quoting(parts)) expect(partText(one)).toMatch(/Ida Voss|Ana Lind/);
    }
  });

  it('shows an agreed cut where the whole does not fit, and only there', () => {
    const cut = posts.filter((parts) => parts.some((one) => partText(one).includes('[…]')));
    expect(cut.length).toBeGreaterThan(0);
    for (const parts of cut) expect(parts).toHaveLength(1);
  });

  it('makes nothing that is not proved', () => {
    expect(posts.length).toBeGreaterThan(20);
    expect(posts.map(because)).toEqual(posts.map(() => 'proved'));
  });
});
