import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { matchOrganization } from '../../../src/domain/organization/index.js';

const WORD = fc.constantFrom(
  'Harbor',
  'Open',
  'Doors',
  'Women’s',
  'Workers’',
  'Arab-Harbor',
  'École',
  'Legal',
  'Aid',
  '350.org',
  'U.S.',
  'LGBTQ+',
  'of',
  'for',
  'and',
  'Union',
  'Now',
  'Ñandú',
);
const NAME = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** Changes of spelling that leave the organization the same. */
const HARMLESS = fc.constantFrom<(name: string) => string>(
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll('’', "'"),
  (name) => name.replaceAll('’', 'ʼ'),
  (name) => name.replaceAll('-', '–'),
  (name) => name.replaceAll(' and ', ' & '),
  (name) => name.replaceAll(' ', ' \u00A0 '),
  (name) => name.replaceAll(' and ', ', and '),
  (name) => name.replaceAll('U.S.', 'US'),
  (name) => name.normalize('NFD'),
  (name) => `The ${name}`,
  (name) => `${name}, Inc.`,
  (name) => `${name} e.V.`,
  (name) => ` ${name}\n`,
  (name) => `"${name}"`,
);

/** Names with all that can stand around them, in any order. */
const TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Electronic',
        'Rights',
        'Union',
        'ERU',
        'The',
        ' ',
        ' ',
        ' (',
        ')',
        '[',
        ']',
        ', ',
        '&',
        '.',
      ),
      fc.constantFrom('Inc.', 'LLC', 'e.V.', 'Co.', ' and ', '—', '\u200B'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

function isMatched(name: string, knownName: string): boolean {
  return matchOrganization(name, [{ id: 'known', name: knownName }]) !== null;
}

describe('whatever the name', () => {
  it('it means itself, under each harmless change of spelling, either way', () => {
    fc.assert(
      fc.property(NAME, HARMLESS, (name, change) => {
        expect(isMatched(change(name), name)).toBe(true);
        expect(isMatched(name, change(name))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('it never means a name with a word more, less or other', () => {
    fc.assert(
      fc.property(NAME, WORD, fc.nat(), fc.constantFrom('more', 'less', 'other'), (name, word, seed, how) => {
        const words = name.split(' ');
        const at = seed % words.length;
        fc.pre(how !== 'less' || words.length > 1);
        fc.pre(how !== 'other' || words[at] !== word);
        const changed =
          how === 'less' ? words.toSpliced(at, 1) : words.toSpliced(at, how === 'other' ? 1 : 0, word);
        expect(isMatched(changed.join(' '), name)).toBe(false);
        expect(isMatched(name, changed.join(' '))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('any text is read, and means another exactly where the other means it', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (one, other) => {
        expect(isMatched(one, other)).toBe(isMatched(other, one));
      }),
      { numRuns: 3000 },
    );
    expect(isMatched(`${'( '.repeat(5000)}a`, 'a')).toBe(true);
  });
});
