import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countGraphemes } from '../../../src/domain/network/measure.js';
import { partText } from '../../../src/domain/post/segment.js';
import { cutText } from '../../../src/domain/statement/cut.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Cut, Span } from '../../../src/domain/statement/statement.js';
import { fill } from '../../../src/domain/template/fill.js';
import { context, template } from './materials.js';

const SPLIT = { needs: 'quotation', parts: '2', split: 'sentences', networks: '[sandbox, mastodon]' };
const THREAD = template('Hear {{ speaker }}.\n---part---\n{{ quotation }}\n\n{{ speaker }}', SPLIT);
const AROUND = countGraphemes('“”\n\nIda Voss');

/** A quotation of Ida Voss: spans of a release that holds nothing else. */
function said(releaseText: string, spans: readonly Span[] = [{ start: 0, end: releaseText.length }]) {
  const about = { speaker: 'Ida Voss', role: null, organization: null };
  const kept = { id: 'voss', releaseId: 'r', revision: 1, status: 'accepted', kind: 'quotation' } as const;
  return { statement: { ...kept, ...about, spans }, releaseText } satisfies SourcedStatement;
}

/** The texts of the parts behind the opening, with room for `room` characters of the quotation in each. */
function split(source: SourcedStatement, room: number): readonly string[] | string {
  const filled = fill(THREAD, context(null, { source, textLimit: room + AROUND }));
  if (filled.kind === 'refuse') return filled.because;
  expect(prove(filled.parts, new Map([['voss', source]]))).toEqual({ kind: 'proved' });
  expect(filled.parts.map(partText)[0]).toBe('Hear Ida Voss.');
  return filled.parts.slice(1).map((one) => partText(one).replace('\n\nIda Voss', ''));
}

describe('a template that splits a quotation', () => {
  const four = said('We met on Monday. We met on Tuesday. We met on Wednesday. We met on Thursday.');

  it('shows it in one part where it fits', () => {
    expect(split(four, 80)).toEqual([`“${four.releaseText}”`]);
  });

  it('shows it in as few parts as fit, of whole sentences', () => {
    expect(split(four, 40)).toEqual([
      '“We met on Monday. We met on Tuesday.”',
      '“We met on Wednesday. We met on Thursday.”',
    ]);
    expect(split(four, 25)).toHaveLength(4);
  });

  it('moves a sentence on where the last part would be shorter than the template promises', () => {
    const source = said('We met on Monday morning at nine. We met on Tuesday. So it was.');
    const body = '{{ speaker }} tells how it came about.\n---part---\n{{ quotation }}\n\n{{ speaker }}';
    const texts = (length: string) => {
      const filled = fill(template(body, { ...SPLIT, length }), context(null, { source }));
      return filled.kind === 'filled' ? filled.parts.slice(1).map((one) => partText(one).split('\n')[0]) : [];
    };
    expect(texts(`{ from: 1, to: ${52 + AROUND} }`)).toEqual([
      '“We met on Monday morning at nine. We met on Tuesday.”',
      '“So it was.”',
    ]);
    expect(texts(`{ from: 30, to: ${52 + AROUND} }`)).toEqual([
      '“We met on Monday morning at nine.”',
      '“We met on Tuesday. So it was.”',
    ]);
  });

  it('is refused as too long where a sentence alone does not fit, at the place of the quotation', () => {
    const filled = fill(THREAD, context(null, { source: four, textLimit: 15 + AROUND }));
    expect(filled).toMatchObject({ kind: 'refuse', because: 'too-long', at: { line: 11 } });
  });

  it('is refused where it would take more than 25 parts', () => {
    const sentences = (count: number) =>
      said(Array.from({ length: count }, (_, n) => `We met ${n + 10} times.`).join(' '));
    expect(split(sentences(24), 20)).toHaveLength(24);
    const filled = fill(THREAD, context(null, { source: sentences(25), textLimit: 20 + AROUND }));
    expect(filled).toMatchObject({ because: 'too-long', message: expect.stringContaining('26 parts') });
  });

  it('keeps together what the release interrupts inside a sentence', () => {
    const text = 'We met then. If the dam stays,” she said, “the ferry goes. We all know it.';
    const first = { start: 0, end: text.indexOf('” she') };
    const second = { start: text.indexOf('the ferry'), end: text.length };
    expect(split(said(text, [first, second]), 46)).toEqual([
      '“We met then.”',
      '“If the dam stays,” … “the ferry goes.”',
      '“We all know it.”',
    ]);
  });

  it('keeps together what the speaker quotes in turn', () => {
    const source = said('They told us: ‘Go home. Stay there.’ We did not. We stayed.');
    expect(split(source, 36)).toEqual(['“They told us: ‘Go home. Stay there.’”', '“We did not. We stayed.”']);
    expect(split(source, 30)).toBe('too-long');
  });

  it('is refused for a network that takes no threads', () => {
    expect(fill(THREAD, context(null, { source: four, network: 'x' }))).toMatchObject({ because: 'network' });
  });

  it('leaves out no word, fits every part, and takes no more parts than it must', () => {
    const sentence = fc.integer({ min: 1, max: 6 }).map((words) => `We ${'met '.repeat(words)}there.`);
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 40, max: 120 }),
        (all, room) => {
          const source = said(all.join(' '));
          const texts = split(source, room);
          const words = typeof texts === 'string' ? [] : texts.map((text) => text.slice(1, -1));
          expect(words.join(' ')).toBe(source.releaseText);
          expect(words.every((text) => text.length <= room)).toBe(true);
          expect(words).toHaveLength(fewest(all, room));
        },
      ),
    );
  });
});

/** Filling each part as far as it goes takes the fewest parts. */
function fewest(sentences: readonly string[], room: number): number {
  let parts = 1;
  let taken = -1;
  for (const { length } of sentences) {
    if (taken + 1 + length > room) {
      parts += 1;
      taken = -1;
    }
    taken += 1 + length;
  }
  return parts;
}

describe('a template filled with an agreed cut', () => {
  const text = 'We met on Monday at the old mill, and we met on Tuesday, and all of us came home again.';
  const start = text.indexOf(' and we met');
  const removed: Cut = [{ start, end: text.indexOf(' and all') }];
  const source = said(text);
  const agreed = { ...source, statement: { ...source.statement, agreedCuts: [removed] } };
  const body = template('{{ quotation }} {{ speaker }}', { needs: 'quotation' });

  it('shows the cut, marked, and never splits it', () => {
    const shown = cutText({ start: 0, end: text.length }, removed, text);
    const filled = fill(body, context(null, { source: agreed, removed }));
    expect(filled.kind === 'filled' && filled.parts.map(partText)).toEqual([`“${shown}” Ida Voss`]);
    expect(fill(THREAD, context(null, { source: agreed, removed, textLimit: 50 }))).toMatchObject({
      because: 'too-long',
    });
  });

  it('is refused where nobody agreed to it', () => {
    expect(fill(body, context(null, { source, removed }))).toMatchObject({
      because: 'not-proved',
      message: expect.stringContaining('ask for its consent to this cut'),
    });
  });
});

describe('a value with quotation marks', () => {
  const named = template('{{ organization }} is in.');
  const { campaign } = context(null);
  const filled = (organization: string, phrases?: readonly string[]) =>
    fill(named, context(null, { organization, campaign: { ...campaign, ...(phrases && { phrases }) } })).kind;

  it('is shown only where all of them are of marked phrases', () => {
    expect(filled('The “River” Fund')).toBe('refuse');
    expect(filled('The “River” Fund', ['“River”'])).toBe('filled');
    expect(filled('The “River” “Mill” Fund', ['“River”'])).toBe('refuse');
    expect(filled('The “Rivers” Fund', ['“River”'])).toBe('refuse');
  });
});
