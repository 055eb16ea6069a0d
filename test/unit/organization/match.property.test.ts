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
/** No name ends with “and”: what follows that belongs to it. */
const NAME = fc
  .array(WORD, { minLength: 1, maxLength: 6 })
  .filter((words) => words.at(-1) !== 'and')
  .map((words) => words.join(' '));

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

  it('any text is read, a short one or a long one, and means the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(isMatched(one, other)).toBe(isMatched(other, one));
      }),
      { numRuns: 1000 },
    );
    expect(isMatched(`${'( '.repeat(5000)}a`, 'a')).toBe(true);
  });
});
