import { describe, expect, it } from '@jest/globals';
import { mayShow, passages, shownSpan } from '../../../src/domain/statement/shown-span.js';
import type { Quotation } from '../../../src/domain/statement/statement.js';
import { RELEASE, STATEMENTS, spanOf } from './sources.js';

function shown(text: string): string {
  const span = shownSpan({ start: 0, end: text.length }, text);
  return text.slice(span.start, span.end);
}

function texts(id: string): readonly (readonly string[])[] {
  const quotation = STATEMENTS.find((one) => one.id === id) as Quotation;
  return passages(quotation, RELEASE).map((group) =>
    group.map(({ start, end }) => RELEASE.slice(start, end)),
  );
}

describe('a quotation as a post shows it', () => {
  it('loses the punctuation by which the release ran on, and keeps its own', () => {
    expect(shown('We go on,')).toBe('We go on');
    expect(shown('We go on; ')).toBe('We go on');
    expect(shown('We go on.')).toBe('We go on.');
    expect(shown('Do we?')).toBe('Do we?');
    expect(shown('We were going to—')).toBe('We were going to—');
    expect(shown(',')).toBe(',');
  });

  it('may lose a closing dash too, but never a full stop or a word', () => {
    const text = 'We were going—';
    const whole = { start: 0, end: text.length };
    expect(mayShow({ start: 0, end: text.length - 1 }, whole, text)).toBe(true);
    expect(mayShow({ start: 0, end: text.length - 2 }, whole, text)).toBe(false);
    expect(mayShow({ start: 0, end: 0 }, whole, text)).toBe(false);
    expect(mayShow({ start: 1, end: text.length }, whole, text)).toBe(false);
  });
});

describe('the passages of a quotation', () => {
  it('part where the interruption stands between two sentences', () => {
    expect(texts('river')).toEqual([['The river is not ours to sell,'], ['It’s our neighbors’ too.']]);
  });

  it('stay together where the interruption stands inside a sentence', () => {
    expect(texts('dam')).toEqual([['If the dam stays,', 'the ferry goes.']]);
  });

  it.each([
    ['“We lost,” said Bo Lund of Quay Inc. “but we go on.”', 1],
    ['“Will we stop?” she asked, “or will we go on?”', 1],
    ['“We lost.” she said, “and we go on.”', 1],
    ['“We lost,” she said. “We go on.”', 2],
    ['“We lost.” “We go on.”', 2],
    ['“We lost,” she said: “We go on.”', 2],
    ['“We want two things:” “The river.”', 1],
    ['“We lost!” she said. “and we go on.”', 2],
    ['“We lost (all of it).” She said “so what” to that.', 2],
  ])('are told by the marks and the letter around the interruption: %s', (text, count) => {
    const spans = [...text.matchAll(/“([^”]*)”/gu)].map(({ index, 1: words = '' }) => ({
      start: index + 1,
      end: index + 1 + words.length,
    }));
    expect(passages({ spans } as unknown as Quotation, text)).toHaveLength(count);
  });

  it('part at paragraphs', () => {
    const text = '“One ends here.\n“Two begins.”';
    const quotation = {
      spans: [spanOf('One ends here.', text), spanOf('Two begins.', text)],
    } as unknown as Quotation;
    expect(passages(quotation, text)).toHaveLength(2);
  });
});
