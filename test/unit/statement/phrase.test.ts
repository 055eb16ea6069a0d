import { describe, expect, it } from '@jest/globals';
import { phraseFault } from '../../../src/domain/statement/phrase.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { lookup, part, quote } from './sources.js';

const QUOTED = [{ text: 'It’s our neighbors’ too, and we will not hand it to one mill.' }];

describe('a phrase that is nobody’s quotation', () => {
  it.each(['“Right to Roam Act”', '"Right to Roam"', '‘Open Banks’', '«Ufer frei»', '„Ufer frei“'])(
    'may be %s',
    (phrase) => {
      expect(phraseFault(phrase, QUOTED)).toBeNull();
    },
  );

  it.each([
    ['not-marked', 'Right to Roam'],
    ['not-marked', '“Right to Roam'],
    ['not-marked', '“ ”'],
    ['not-marked', '“'],
    ['too-long', '“one two three four five six seven eight nine ten eleven”'],
    ['too-long', `“${'a'.repeat(99)}”`],
    ['hidden-character', '“Right to\u2028Roam”'],
    ['more-marks', '“Right” to “Roam”'],
    ['hidden-character', '“Right to\u200B Roam”'],
    ['somebody-s-words', '“we will not hand it to one mill”'],
    ['somebody-s-words', '“We Will Not Hand It”'],
    ['somebody-s-words', '“It’s our neighbors too”'],
    ['somebody-s-words', '“Its our neighbors’ too”'],
    ['somebody-s-words', '“will  not—hand it”'],
    ['somebody-s-words', '“ｗｅ will not”'],
  ])('is refused as %s', (because, phrase) => {
    expect(phraseFault(phrase, QUOTED)?.because).toBe(because);
  });

  it('may share words with a quotation that does not say them in a row', () => {
    expect(phraseFault('“one mill too”', QUOTED)).toBeNull();
  });
});

describe('a post with a marked phrase', () => {
  const PHRASE = '“Right to Roam Act”';
  const post = (text: string) => [part(text, quote('court', 'We will go to court'), ' Ana Lind')];

  it('is proved where the phrase was marked, and nowhere else', () => {
    expect(prove(post(`The ${PHRASE} is before the court. `), lookup(), [PHRASE])).toEqual({
      kind: 'proved',
    });
    expect(prove(post(`The ${PHRASE} is before the court. `), lookup())).toMatchObject({
      because: 'quotation-mark',
    });
  });

  it.each([
    'The “right to roam act” is before the court. ',
    'The “Right to Roam Act is before the court. ',
    'The Right to Roam Act” is before the court. ',
    'The x“Right to Roam Act”x is before the court. ',
    'The “Right to Roam Act” and “more” is before the court. ',
  ])('is refused with other marks: %s', (text) => {
    expect(prove(post(text), lookup(), [PHRASE])).toMatchObject({ because: 'quotation-mark' });
  });

  it('does not reach over the words of a source', () => {
    for (const letter of ['x', 'X', '\uE000', '']) {
      const parts = [part('“', quote('court', 'We will go to court'), '” Ana Lind')];
      expect(prove(parts, lookup(), [`“${letter}”`, ''])).toMatchObject({ because: 'quotation-mark' });
    }
  });

  it('may hold any letter', () => {
    expect(prove(post('The “Tax Box Act” is here. '), lookup(), ['“Tax Box Act”'])).toEqual({
      kind: 'proved',
    });
  });

  it('stands apart from the quotation beside it', () => {
    const parts = [part(PHRASE, quote('court', 'We will go to court'), ' Ana Lind')];
    expect(prove(parts, lookup(), [PHRASE])).toMatchObject({ because: 'quotation-mark' });
  });

  it('is proved in an alt text too, and no other mark is', () => {
    const pictured = (altText: string) => [{ ...part('Hello.'), pictures: [{ digest: 'd', altText }] }];
    expect(prove(pictured(`A banner: ${PHRASE}`), lookup(), [PHRASE])).toEqual({ kind: 'proved' });
    expect(prove(pictured(`A banner: ${PHRASE}`), lookup())).toMatchObject({ because: 'quotation-mark' });
    expect(prove(pictured('A banner: “Roam”'), lookup(), [PHRASE])).toMatchObject({
      because: 'quotation-mark',
    });
  });

  it('tells the place of the mark that is not marked', () => {
    const parts = [part(`The ${PHRASE} and `, quote('court', 'We will go to court'), ' Ana Lind', ' “then”')];
    expect(prove(parts, lookup(), [PHRASE])).toMatchObject({ where: { part: 0, segment: 3 } });
  });

  it('takes the longest phrase where one holds another', () => {
    for (const phrases of [
      ['‘Roam’', '“Right to ‘Roam’ Act”'],
      ['“Right to ‘Roam’ Act”', '‘Roam’'],
    ]) {
      expect(prove(post('The “Right to ‘Roam’ Act” is here. '), lookup(), phrases)).toEqual({
        kind: 'proved',
      });
    }
  });
});
