import { describe, expect, it } from '@jest/globals';
import type { Part, Picture, QuotationSegment } from '../../../src/domain/post/segment.js';
import { cutFault, cutText } from '../../../src/domain/statement/cut.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Cut, Span, Statement } from '../../../src/domain/statement/statement.js';
import { part } from './sources.js';

const TEXT = [
  '“We all met at the old mill on the quay. We will not stop,” said Ida Voss, ',
  '“until the river is open,” she added, ',
  '“for every boat. And then we will all go home together.” ',
  '“It is ours,” she said. “It always was.”',
].join('');
const spanOf = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const MET = spanOf('We all met at the old mill on the quay.');
const STOP = spanOf('We all met at the old mill on the quay. We will not stop,');
const UNTIL = spanOf('until the river is open,');
const HOME = spanOf('for every boat. And then we will all go home together.');
const OURS = spanOf('It is ours,');
const ALWAYS = spanOf('It always was.');
const TAIL: Cut = [{ start: MET.end, end: STOP.end }];
const HEAD: Cut = [{ start: HOME.start, end: spanOf(' And then').start }];

const statement: Statement = {
  id: 'voss',
  releaseId: 'r',
  revision: 1,
  status: 'accepted',
  kind: 'quotation',
  spans: [STOP, UNTIL, HOME, OURS, ALWAYS],
  speaker: 'Ida Voss',
  role: null,
  organization: null,
  agreedCuts: [TAIL, HEAD],
};
const other: Statement = { ...statement, id: 'other', spans: [ALWAYS], agreedCuts: [] };
const sources = new Map([statement, other].map((one) => [one.id, { statement: one, releaseText: TEXT }]));

const quote = (span: Span, statementId = 'voss'): QuotationSegment => ({
  kind: 'quotation',
  statementId,
  span,
  text: TEXT.slice(span.start, span.end),
});
const cut = (span: Span, removed: Cut): QuotationSegment => ({
  kind: 'quotation',
  statementId: 'voss',
  span,
  text: cutText(span, removed, TEXT),
  removed,
});
/** A part that names the speaker and shows these. */
const shown = (...segments: (QuotationSegment | Span)[]): Part =>
  part('Ida Voss: ', ...segments.flatMap((one, n) => [n > 0 ? ' … ' : '', 'kind' in one ? one : quote(one)]));
const because = (...parts: Part[]) => {
  const proof = prove(parts, sources);
  return proof.kind === 'proved' ? 'proved' : proof.because;
};
const HALF = 'not-a-whole-quotation';

describe('a sentence that its release interrupts', () => {
  it('is proved when all its pieces stand in one part, in order', () => {
    expect(because(shown(STOP, UNTIL, HOME))).toBe('proved');
    expect(because(shown(STOP, UNTIL, HOME, OURS))).toBe('proved');
    expect(because(shown(OURS), shown(STOP, UNTIL, HOME))).toBe('proved');
  });

  it('may lose the commas of the interruption, and have the cue of the release in between', () => {
    const bare = ({ start, end }: Span) => quote({ start, end: end - 1 });
    const parts = [part(bare(STOP), ' said Ida Voss, ', bare(UNTIL), ' she added, ', quote(HOME))];
    expect(prove(parts, sources)).toEqual({ kind: 'proved' });
  });

  it.each<[string, readonly Span[]]>([
    ['the first half', [STOP]],
    ['the middle', [UNTIL]],
    ['the second half', [HOME]],
    ['two of three', [STOP, UNTIL]],
    ['the other two of three', [UNTIL, HOME]],
    ['the first and the last', [STOP, HOME]],
    ['another order', [UNTIL, STOP, HOME]],
    ['a half once more', [STOP, UNTIL, HOME, STOP]],
    ['a half once more before', [UNTIL, STOP, UNTIL, HOME]],
    ['whole sentences in between', [STOP, OURS, UNTIL, HOME]],
  ])('is refused when a part shows %s', (_, spans) => {
    expect(because(shown(...spans))).toBe(HALF);
  });

  it('is refused with its halves in two parts, since each is read alone', () => {
    expect(because(shown(STOP), shown(UNTIL, HOME))).toBe(HALF);
    expect(because(shown(STOP, UNTIL), shown(HOME))).toBe(HALF);
  });

  it('is refused when another statement stands where its other half should', () => {
    expect(because(shown(STOP, quote(ALWAYS, 'other'), UNTIL, HOME))).toBe(HALF);
    const elsewhere = { ...statement, id: 'elsewhere' };
    const both = new Map([...sources, ['elsewhere', { statement: elsewhere, releaseText: TEXT }]]);
    const mixed = shown(STOP, quote(UNTIL, 'elsewhere'), HOME);
    expect(prove([mixed], both)).toMatchObject({ because: HALF });
    const rest = { ...elsewhere, spans: [UNTIL, HOME] };
    both.set('elsewhere', { statement: rest, releaseText: TEXT });
    const borrowed = shown(STOP, quote(UNTIL, 'elsewhere'), quote(HOME, 'elsewhere'));
    expect(prove([borrowed], both)).toMatchObject({ because: HALF });
  });

  it('is refused with the place, and with what to do', () => {
    expect(prove([shown(OURS), shown(ALWAYS, STOP)], sources)).toMatchObject({
      where: { part: 1, segment: 4 },
      message: expect.stringMatching(/half of a sentence .* show its other half right beside it/u),
    });
  });

  it('is refused in a message that ends with a whole character, wherever it is cut', () => {
    for (const length of [54, 55, 56, 57, 58]) {
      const text = `${'a'.repeat(length)}😀 and so on, and so forth, yes.`;
      const said = { ...statement, spans: [{ start: 0, end: text.length }] };
      const piece = { ...quote(STOP), span: { start: 0, end: text.length - 5 }, text: text.slice(0, -5) };
      const proof = prove([shown(piece)], new Map([['voss', { statement: said, releaseText: text }]]));
      expect(proof.kind === 'refuse' && proof.message).toContain(`“${text.slice(0, 54)}`);
      expect(JSON.stringify(proof)).not.toMatch(/\\ud/u);
    }
  });

  it('binds no whole sentences: those may be shown one at a time, in any order', () => {
    expect(because(shown(OURS))).toBe('proved');
    expect(because(shown(ALWAYS))).toBe('proved');
    expect(because(shown(ALWAYS, OURS))).toBe('proved');
  });
});

describe('a thread with an interrupted sentence', () => {
  const stop = spanOf('We will not stop,');
  const boat = spanOf('for every boat.');
  const home = spanOf('And then we will all go home together.');

  it('keeps the sentence in one part, and may split before and behind it', () => {
    expect(because(shown(MET), shown(stop, UNTIL, boat), shown(home))).toBe('proved');
    expect(because(shown(MET), shown(stop, UNTIL, HOME))).toBe('proved');
  });

  it('is refused when it splits inside the sentence, or shows the rest of a half alone', () => {
    expect(because(shown(MET), shown(stop), shown(UNTIL, boat), shown(home))).toBe(HALF);
    expect(because(shown(MET), shown(stop))).toBe(HALF);
    expect(because(shown(boat), shown(home))).toBe(HALF);
    expect(because(shown(MET), shown(stop, UNTIL, boat))).toBe(HALF);
  });
});

describe('an agreed cut of an interrupted sentence', () => {
  it('may be agreed to', () => {
    expect(cutFault(statement, TAIL, TEXT)).toBeNull();
    expect(cutFault(statement, HEAD, TEXT)).toBeNull();
  });

  it('marks that the half is left out, and stands for the other half too', () => {
    expect(cutText(STOP, TAIL, TEXT)).toBe('We all met at the old mill on the quay. […]');
    expect(cutText(HOME, HEAD, TEXT)).toBe('[…] And then we will all go home together.');
    expect(because(shown(cut(STOP, TAIL)))).toBe('proved');
    expect(because(shown(cut(HOME, HEAD)))).toBe('proved');
    expect(because(shown(cut(STOP, TAIL), cut(HOME, HEAD)))).toBe('proved');
  });

  it('is refused beside the half that it leaves without its sentence', () => {
    expect(because(shown(cut(STOP, TAIL), UNTIL, HOME))).toBe(HALF);
    expect(because(shown(STOP, UNTIL, cut(HOME, HEAD)))).toBe(HALF);
  });

  it('is refused without the other half where it leaves out words elsewhere', () => {
    const long = `“We came to the mill on the first of May, and to the weir, and to the ford on the tenth,” she said, “and we stayed.”`;
    const range = (words: string) => ({
      start: long.indexOf(words),
      end: long.indexOf(words) + words.length,
    });
    const came = range(long.slice(1, long.indexOf('” she')));
    const removed = [range(' and to the weir,')];
    const said = { ...statement, spans: [came, range('and we stayed.')], agreedCuts: [removed] };
    expect(cutFault(said, removed, long)).toBeNull();
    const source = new Map([['voss', { statement: said, releaseText: long }]]);
    const first = { ...quote(came), text: cutText(came, removed, long), removed };
    const second = { ...quote(said.spans[1] as Span), text: 'and we stayed.' };
    expect(prove([shown(first)], source)).toMatchObject({ because: HALF });
    expect(prove([shown(first, second)], source)).toEqual({ kind: 'proved' });
  });
});

describe('an alt text', () => {
  const pictured = (altText: string): Part => ({
    ...shown(STOP, UNTIL, HOME),
    pictures: [{ digest: 'd', altText } satisfies Picture],
  });
  const words = [STOP, UNTIL, HOME].map((span) => `“${TEXT.slice(span.start, span.end)}”`);

  it('repeats an interrupted sentence whole, or not at all', () => {
    expect(because(pictured(`A card: ${words.join(' … ')}`))).toBe('proved');
    expect(because(pictured(`Two cards: ${words.join(' ')} and ${words.join(' ')}`))).toBe('proved');
    expect(because(pictured(`A card: ${words[0]}`))).toBe(HALF);
    expect(because(pictured(`A card: ${words.slice(1).join(' ')}`))).toBe(HALF);
    expect(because(pictured(`A card: ${words.toReversed().join(' ')}`))).toBe(HALF);
  });

  it('is refused with its part, in words that name it', () => {
    expect(prove([shown(OURS), pictured(`A card: ${words[0]}`)], sources)).toMatchObject({
      where: { part: 1, segment: null },
      message: expect.stringContaining('In an alt text of part 2, “We all met'),
    });
  });
});
