/** Long and hostile texts for the rules of statements, each of about a length that is asked for. */
import type { Part, Segment } from '../src/domain/post/segment.js';
import type * as Cuts from '../src/domain/statement/cut.js';
import type * as Phrases from '../src/domain/statement/phrase.js';
import type * as Proofs from '../src/domain/statement/prove.js';
import type * as ShownSpans from '../src/domain/statement/shown-span.js';
import type { Cut, Span, Statement } from '../src/domain/statement/statement.js';
import type * as Assemblies from '../src/domain/template/assemble.js';
import { builtDomain } from './built-domain.ts';

const { cutFault, cutText } = await builtDomain<typeof Cuts>('statement/cut.js');
const { phraseFault } = await builtDomain<typeof Phrases>('statement/phrase.js');
const { prove } = await builtDomain<typeof Proofs>('statement/prove.js');
const { mayShow, shownSpan } = await builtDomain<typeof ShownSpans>('statement/shown-span.js');
const { assemblePart } = await builtDomain<typeof Assemblies>('template/assemble.js');

/** What is done with a text of about a length, and that text. */
export type Work = (length: number) => { readonly text: string; readonly run: () => unknown };

const SENTENCE = 'We met all of them at the old mill, and we came home again by night. ';

const OWN_WORKS: Readonly<Record<string, Work>> = {
  'a thread of a quotation': (length) => {
    const text = repeated(SENTENCE, length).trim();
    const spans = partsOf(text, Math.ceil(length / 400));
    const parts = spans.map((span) => part(quotation(text, span)));
    return { text, run: () => proved(parts, text) };
  },
  'a thread that is begun again and again': (length) => {
    const text = repeated(SENTENCE, length).trim();
    const [first = whole(text), ...rest] = partsOf(text, 24);
    const beginnings = Array.from({ length: 100 }, () => quotation(text, first));
    const parts = [part(...beginnings), ...rest.map((span) => part(quotation(text, span)))];
    return { text, run: () => proved(parts, text) };
  },
  'a quotation whose speaker quotes again and again': (length) => {
    const text = repeated('They said, ‘Go home. Stay there.’ We stayed. ', length).trim();
    const spans = partsOf(text, 12);
    return { text, run: () => refused([part(quotation(text, spans[0] ?? whole(text)))], text) };
  },
  'a cut of many ranges': (length) => {
    const clauses = 'and we met all of them at the old mill, and we came home, ';
    const text = `${repeated(clauses, length)}and that is all there is to say.`;
    const cut = cutOf(text, ' and we came home,');
    return { text, run: () => judged(text, cut, null) };
  },
  'a cut among many marks': (length) => {
    const text = `${repeated('. ’ ! ', length)}we met them all at the mill, and we all came home by night.`;
    return { text, run: () => judged(text, cutOf(text, ' and we all came home by night.'), null) };
  },
  'a cut behind many spaces': (length) => {
    const text = `We met${' '.repeat(length)}all of them at the mill, and we came home.`;
    const cut = cutOf(text, ' and we came home.');
    return { text, run: () => cutText(whole(text), cut, text) };
  },
  'a frame with many phrases': (length) => {
    const count = Math.ceil(length / 20);
    const phrases = Array.from({ length: count }, (_, n) => `“Act ${n} of the River”`);
    const text = repeated(phrases.map((phrase) => `The ${phrase} is here. `).join(''), length);
    return { text, run: () => proved([part(text)], text, phrases) };
  },
  'a frame with a longer name again and again': (length) => {
    const text = 'We met. ';
    const frame = repeated('Ida Vossen met. ', length);
    return { text: frame, run: () => proved([part(frame, quotation(text, whole(text)))], text) };
  },
  'a frame of apostrophes': (length) => {
    const text = repeated('The partners’ case. ', length);
    return { text, run: () => proved([part(text)], text) };
  },
  'a part of many figures': (length) => {
    const text = repeated('21 percent, ', length);
    const statement = { ...fact(text), figures: [{ start: 0, end: 10 }] };
    const figure: Segment = {
      kind: 'figure',
      statementId: 'wells',
      span: { start: 0, end: 10 },
      text: '21 percent',
    };
    const figures = Array.from({ length: Math.ceil(length / 12) }, () => [figure, ' and '] as const);
    const parts = [part(...figures.flat())];
    const sources = new Map([['wells', { statement, releaseText: text }]]);
    return { text, run: () => must(prove(parts, sources).kind === 'proved') };
  },
  'a text of a partner with many spaces': (length) => {
    const text = `We met${' '.repeat(length)}there.`;
    return { text, run: () => assemblePart(text, []) };
  },
  'a phrase beside many quotations': (length) => {
    const quoted = Array.from({ length: Math.ceil(length / SENTENCE.length) }, () => ({ text: SENTENCE }));
    return { text: repeated(SENTENCE, length), run: () => must(phraseFault('“Ufer frei”', quoted) === null) };
  },
};

/** Runs of one character inside a quotation, which a rule that looks at its end may begin anew at each. */
const RUNS_OF = {
  spaces: ' ',
  commas: ',',
  dashes: '—',
  'full stops': '.',
  apostrophes: '’',
  ellipses: '… ',
};

export const WORKS: readonly (readonly [string, Work])[] = [
  ...Object.entries(OWN_WORKS),
  ...Object.entries(RUNS_OF).map(([name, mark]) => [`a quotation of ${name}`, runOf(mark)] as const),
];

function runOf(mark: string): Work {
  return (length) => {
    const text = `We met${repeated(mark, length)}and we came home.`;
    const span = whole(text);
    const parts = [part(quotation(text, span))];
    const run = () => [proved(parts, text), shownSpan(span, text), mayShow({ start: 0, end: 9 }, span, text)];
    return { text, run };
  };
}

function said(id: string, spans: readonly Span[]): Extract<Statement, { kind: 'quotation' }> {
  const about = { speaker: 'Ida Voss', role: null, organization: null };
  return { id, releaseId: 'r', revision: 1, status: 'accepted', kind: 'quotation', spans, ...about };
}

function fact(text: string): Extract<Statement, { kind: 'fact' }> {
  const about = { source: null, figures: [], spans: [whole(text)] as const };
  return { id: 'wells', releaseId: 'r', revision: 1, status: 'accepted', kind: 'fact', ...about };
}

function quotation(text: string, span: Span): Segment {
  return { kind: 'quotation', statementId: 'voss', span, text: text.slice(span.start, span.end) };
}

function part(...segments: readonly (Segment | string)[]): Part {
  const own = segments.map((one) => (typeof one === 'string' ? ({ kind: 'text', text: one } as const) : one));
  return { segments: [...own, { kind: 'text', text: ' Ida Voss' }], pictures: [] };
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function repeated(words: string, length: number): string {
  return words.repeat(Math.ceil(length / words.length));
}

/** A text of sentences in about as many pieces of whole sentences. */
function partsOf(text: string, count: number): readonly Span[] {
  const ends = [...text.matchAll(/[.]’?(?: |$)/gu)].map(({ 0: { length }, index }) => index + length);
  const each = Math.ceil(ends.length / count);
  const joins = ends.filter((end, n) => end >= text.length || n % each === each - 1);
  return joins.map((end, n) => ({ start: joins[n - 1] ?? 0, end: end - (end < text.length ? 1 : 0) }));
}

function cutOf(text: string, words: string): Cut {
  const starts = [...text.matchAll(new RegExp(words, 'gu'))].map(({ index }) => index);
  return starts.map((start) => ({ start, end: start + words.length }));
}

function judged(text: string, cut: Cut, wanted: string | null): void {
  must((cutFault({ spans: [whole(text)] }, cut, text)?.because ?? null) === wanted);
}

function answer(parts: readonly Part[], text: string, phrases: readonly string[]): string {
  const sources = new Map([['voss', { statement: said('voss', [whole(text)]), releaseText: text }]]);
  const proof = prove(parts, sources, phrases);
  return proof.kind === 'proved' ? 'proved' : proof.because;
}

function proved(parts: readonly Part[], text: string, phrases: readonly string[] = []): void {
  const kind = answer(parts, text, phrases);
  if (kind !== 'proved') throw new Error(`The post that is measured is not proved: ${kind}`);
}

function refused(parts: readonly Part[], text: string): void {
  must(answer(parts, text, []) !== 'proved');
}

function must(holds: boolean): void {
  if (!holds) throw new Error('What is measured gives another answer than it should.');
}
