import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
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
    expect(phraseFault('“the mill”', QUOTED)).toBeNull();
  });

  it('may hold letters of words that somebody says: only whole words are theirs', () => {
    for (const phrase of ['“ill”', '“one mil”', '“nd it to one mill”', '“hand it to one mills”']) {
      expect(phraseFault(phrase, QUOTED)).toBeNull();
    }
  });

  it('may hold letters of a word that the release parts by what nobody sees', () => {
    for (const unseen of ['\u00AD', '\u034F', '\uFFFA']) {
      expect(phraseFault('“ll not hand it”', [{ text: `we wi${unseen}ll not hand it` }])).toBeNull();
    }
  });

  it('may hold a picture', () => {
    expect(phraseFault('“We ❤️ Rivers”', QUOTED)).toBeNull();
  });

  it('is refused where its words go on over the interruption of a sentence', () => {
    const quoted = [{ text: 'If the dam stays,' }, { text: 'the ferry goes.' }];
    expect(phraseFault('“the dam stays, the ferry goes”', quoted)).toMatchObject({
      because: 'somebody-s-words',
      message: expect.stringContaining('(“If the dam stays,”)'),
    });
    expect(phraseFault('“the ferry goes”', quoted)?.message).toContain('(“the ferry goes.”)');
  });
});

describe('a character that nobody sees', () => {
  /** Of each kind of what is shown as nothing: joiners, fillers, hyphens that show at line ends only, variations. */
  const UNSEEN =
    '00AD 034F 061C 115F 1160 17B4 180B 180E 200B 200C 200D 200E 202E 2060 2061 206A 3164 FE00 FE0E FEFF FFA0 FFFA E0001 E0100'
      .split(' ')
      .map((code) => String.fromCodePoint(Number.parseInt(code, 16)));

  it.each(UNSEEN)('is refused in a phrase, inside a word and between two: %j', (unseen) => {
    for (const phrase of [`“wi${unseen}ll not hand it”`, `“will not${unseen} hand it”`]) {
      expect(phraseFault(phrase, QUOTED)?.because).toBe('hidden-character');
    }
    expect(phraseFault(`“Open${unseen} Banks”`, QUOTED)?.because).toBe('hidden-character');
  });

  it.each([...UNSEEN, '\uFE0F'])('in a release hides no words from being somebody’s: %j', (unseen) => {
    const text = `It’s our neighbors’ too, and we wi${unseen}ll no${unseen}${unseen}t${unseen} hand it over.`;
    expect(phraseFault('“we will not hand it”', [{ text }])?.because).toBe('somebody-s-words');
  });

  it('is refused as words of a quotation where it might belong to a picture', () => {
    expect(phraseFault('“wi\uFE0Fll not\uFE0F hand it”', QUOTED)?.because).toBe('somebody-s-words');
  });
});

describe('the words of a quotation', () => {
  it.each([
    '“will-not-hand-it”',
    '“will‑not–hand—it”',
    '“will_not_hand_it”',
    '“will.not.hand.it”',
    '“will·not·hand·it”',
    '“willnothandit”',
    '“will not han’d it”',
    '“w’ill no‘t h´and it”',
    '“will\u02BC not\u02BB hand\u02B9 it”',
    '“wi\uA78Cll not hand it”',
    '“wìll nöt hạnd it”',
    '“wi\u0332ll not hand it”',
    '“𝐰𝐢𝐥𝐥 𝐧𝐨𝐭 𝐡𝐚𝐧𝐝 𝐢𝐭”',
    '“ⓦⓘⓛⓛ not hand it”',
    '“will\u2800not\u00A0hand\u3000it”',
  ])('stay somebody’s however they are written: %s', (phrase) => {
    expect(phraseFault(phrase, QUOTED)?.because).toBe('somebody-s-words');
  });

  it('stay somebody’s where the release itself joins or parts them otherwise', () => {
    const quoted = [{ text: 'They re‑opened the mill‐race, didn’t they? So it’s O’Hale’s Straße.' }];
    for (const phrase of [
      '“reopened the mill race”',
      '“didnt they”',
      '“OHales STRASSE”',
      '“it s o hale s”',
    ]) {
      expect(phraseFault(phrase, quoted)?.because).toBe('somebody-s-words');
    }
  });

  it('stay somebody’s in any spelling of the gaps between them, by property', () => {
    const words = 'and we will not hand it to one mill'.split(' ');
    const gap = fc.constantFrom(' ', '-', '—', '’', '_', '', '\u00A0', ' - ', '·', '\u02BC');
    const run = fc.tuple(
      fc.nat(5),
      fc.integer({ min: 1, max: 4 }),
      fc.array(gap, { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(run, ([from, count, gaps]) => {
        const said = words.slice(from, from + count).map((word, n) => (n === 0 ? word : `${gaps[n]}${word}`));
        expect(phraseFault(`«${said.join('')}»`, QUOTED)?.because).toBe('somebody-s-words');
      }),
    );
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
