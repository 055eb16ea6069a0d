import { describe, expect, it } from '@jest/globals';
import { LONGEST_RELEASE_BYTES, releaseTextFault } from '../../../src/domain/statement/release-text.js';

describe('a text that can be frozen', () => {
  it.each([
    ['plain', 'Words.'],
    ['with tabs and line ends of every system', 'a\tb\r\nc\nd\re'],
    ['of every plane', 'ß강🐟\u200B\u00A0'],
    ['of the very limit', 'é'.repeat(LONGEST_RELEASE_BYTES / 2)],
  ])('is one %s', (_, text) => expect(releaseTextFault(text)).toBeNull());

  it.each([
    ['empty', ''],
    ['empty', '\n\u00A0\t'],
    ['too-long', `${'é'.repeat(LONGEST_RELEASE_BYTES / 2)}a`],
    ['control-character', 'a\u0000'],
    ['control-character', 'a\u0085b'],
    ['control-character', 'a\u001Bb'],
    ['broken-character', 'a\uDC00'],
    ['not-utf-8', 'caf\uFFFD'],
  ])('is none that is %s', (because, text) => expect(releaseTextFault(text)?.because).toBe(because));

  it('is told apart by the line where it fails, whatever ends the lines', () => {
    expect(releaseTextFault('1\r\n2\r3\n4 \uFFFD')).toEqual({ because: 'not-utf-8', line: 4 });
  });
});
