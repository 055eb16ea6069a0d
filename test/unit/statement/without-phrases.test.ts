import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { withoutPhrases } from '../../../src/domain/statement/without-phrases.js';

/** The same, as it is told: one phrase after the other, the longest first, wherever it stands by itself. */
function onePhraseAfterTheOther(text: string, phrases: readonly string[]): string {
  let blanked = text;
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    for (let at = blanked.indexOf(phrase); at >= 0; at = blanked.indexOf(phrase, at + 1)) {
      const end = at + phrase.length;
      if (/[\p{L}\p{N}]$/u.test(blanked.slice(0, at)) || /^[\p{L}\p{N}]/u.test(blanked.slice(end))) continue;
      blanked = blanked.slice(0, at) + 'x'.repeat(phrase.length) + blanked.slice(end);
    }
  }
  return blanked;
}

describe('a frame without its marked phrases', () => {
  it('keeps each offset, and blanks out what stands by itself', () => {
    expect(withoutPhrases('The “Ida” and the “Ida”s.', ['“Ida”'])).toBe('The xxxxx and the “Ida”s.');
    expect(withoutPhrases('a “b”', [])).toBe('a “b”');
    expect(withoutPhrases('a “b”', ['', '“\uE000”', '“c”'])).toBe('a “b”');
    expect(withoutPhrases('𝐚“b” “b”𝐚 “b”', ['“b”'])).toBe('𝐚“b” “b”𝐚 xxx');
    expect(withoutPhrases('“b', ['“b”'])).toBe('“b');
  });

  it('takes the longest phrase first, one inside another and one beside another', () => {
    expect(withoutPhrases('“a ‘b’ c” ‘b’', ['‘b’', '“a ‘b’ c”'])).toBe('xxxxxxxxx xxx');
    expect(withoutPhrases('“a”“bb”', ['“a”', '“bb”'])).toBe('“a”xxxx');
  });

  it('is the same as with one phrase after the other', () => {
    const word = fc.constantFrom('a', 'b', '‘', '’', '“', '”', ' ');
    const text = fc.array(word, { maxLength: 24 }).map((all) => all.join(''));
    const length = fc.integer({ min: 1, max: 4 });
    const phrases = fc.uniqueArray(
      fc
        .tuple(length, fc.array(word, { minLength: 4, maxLength: 4 }))
        .map(([n, all]) => `“${all.slice(0, n).join('')}”`),
      { maxLength: 6, selector: ({ length: own }) => own },
    );
    fc.assert(
      fc.property(text, phrases, (before, marked) => {
        const all = [before, ...marked, ...marked.toReversed()].join(' ') + before;
        expect(withoutPhrases(all, marked)).toBe(onePhraseAfterTheOther(all, marked));
      }),
      { numRuns: 2_000 },
    );
  });
});
