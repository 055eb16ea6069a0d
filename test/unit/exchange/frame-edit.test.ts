import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Part, partText, type Segment } from '../../../src/domain/post/segment.js';
import { editFrame } from '../../../src/features/exchange/posts/frame-edit.js';

const span = { start: 0, end: 1 };
const text = (words: string): Segment => ({ kind: 'text', text: words });
const quotation = (words: string): Segment => ({ kind: 'quotation', statementId: 'q', span, text: words });
const figure = (words: string): Segment => ({ kind: 'figure', statementId: 'f', span, text: words });
const link = (url: string): Segment => ({ kind: 'link', url });
const part = (...segments: readonly Segment[]): Part => ({ segments, pictures: [] });

const POST = part(
  text('Ada Finch says: '),
  quotation('The river is ours.'),
  text('\n\nOf all, '),
  figure('64 percent'),
  text(' fish here. '),
  link('https://example.org/river'),
);

function edited(of: Part, words: string): Part {
  const edit = editFrame(of, words);
  if (edit.kind !== 'edited') throw new Error(JSON.stringify(edit));
  return edit.part;
}

describe('a part’s text that a person wrote anew', () => {
  it('is the same part where it reads the same, whatever its line breaks', () => {
    expect(editFrame(POST, partText(POST))).toEqual({ kind: 'same' });
    expect(editFrame(part(text('a\r\nb')), 'a\nb')).toEqual({ kind: 'same' });
  });

  it('keeps quotations, figures and links with their sources, and takes all between them for the person’s words', () => {
    const words =
      'Listen to Ada Finch: “The river is ours.” And 64 percent agree: https://example.org/river now';
    expect(edited(POST, words)).toEqual(
      part(
        text('Listen to Ada Finch: '),
        quotation('The river is ours.'),
        text(' And '),
        figure('64 percent'),
        text(' agree: '),
        link('https://example.org/river'),
        text(' now'),
      ),
    );
  });

  it.each([
    [
      'a changed quotation',
      (words: string) => words.replace('is ours', 'was ours'),
      'The quotation “The river is ours.”',
    ],
    [
      'straight quotation marks',
      (words: string) => words.replaceAll(/[“”]/g, '"'),
      'The quotation “The river is ours.”',
    ],
    ['a lost figure', (words: string) => words.replace('64 percent', 'most'), 'The figure 64 percent'],
    ['another link', (words: string) => words.replace('.org/river', '.org/lake'), 'The link https'],
    [
      'another order',
      () => 'Of all, 64 percent fish: “The river is ours.” https://example.org/river',
      'The figure 64',
    ],
    [
      'a source twice',
      (words: string) => `64 percent! ${words} 64 percent of https://example.org/river`,
      '“',
    ],
    ['nothing', () => ' \n', 'A part cannot be taken out here'],
  ])('refuses %s and says what to do', (_what, change, beginning) => {
    const edit = editFrame(POST, change(partText(POST)));
    expect(edit.kind).toBe('refuse');
    const message = edit.kind === 'refuse' ? edit.message : '';
    expect(message.startsWith(beginning)).toBe(true);
    expect(message).toMatch(/[:,] .*[.]$/);
  });

  it('reads exactly as it was written, with every source in its order, or is refused', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((all) => all.replaceAll('\r', ''));
    const segment = fc.oneof(
      words.map(text),
      fc.constantFrom(
        quotation('We stay.'),
        quotation('We stay. We stay.'),
        figure('6'),
        figure('64'),
        link('https://a.example'),
      ),
    );
    const anyPart = fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => part(...segments));
    fc.assert(
      fc.property(anyPart, fc.infiniteStream(words), (of, stream) => {
        const sources = of.segments.filter(({ kind }) => kind !== 'text');
        const around = sources.flatMap((source) => [text(stream.next().value ?? ''), source]);
        const wanted = partText(part(...around, text(stream.next().value ?? '')));
        const edit = editFrame(of, wanted);
        if (edit.kind !== 'edited') return;
        expect(partText(edit.part)).toBe(wanted);
        expect(edit.part.segments.filter(({ kind }) => kind !== 'text')).toEqual(sources);
      }),
    );
  });
});
