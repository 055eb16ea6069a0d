import { describe, expect, it } from '@jest/globals';
import { unwrapParagraphs } from '../../../src/infrastructure/documents/unwrap.js';

/** Each of these blocks is filled, as if it were wrapped at its longest line. */
const NO_PROSE: Readonly<Record<string, readonly string[]>> = {
  'signatories, one a line': [
    'Ines Okafor, president of Lake Ossel Trust, of Harbin Falls',
    'Tomas Brandt, director of Clear Shore and its laboratories',
    'Ana Ruiz, chair of the Harbin Anglers and Boating Society',
  ],
  'items behind dashes': [
    '- tests of the water at all of the schools of the valley',
    '- wells that are deep enough for the next dry summers',
    '- a hearing that is open to everyone who drinks it all',
  ],
  'items behind bullets': [
    '• tests of the water at every one of the valley’s schools',
    '• wells deep enough for the summers that are now to come',
    'and a hearing that is open to all',
  ],
  'a heading in capitals above a line': [
    'VALLEY GROUPS ASK THE COURT TO STOP THE DRAIN AT THE LAKE',
    'and what they say',
  ],
  'a contact above a line': [
    'Media contact: Ana Ruiz, Clear Shore, 12 Mill Lane, Harbin',
    'valley of the lake',
  ],
  'addresses of the press office': [
    'write to press@clearshore.example or call us on 555-010-0199',
    'everyday, or see www.clearshore.example for our reports',
  ],
  'an indented line below another': [
    'The groups ask the court for one thing above all the others:',
    '    that the drain be closed',
  ],
};

const PARAGRAPH = [
  'The lake is the only water that this valley has, and nobody asked the people',
  'who drink it. The hearing, which is open to everyone, will be on Thursday at',
  'nine.',
];

describe('lines are not joined where they are', () => {
  it.each(Object.entries(NO_PROSE))('%s', (_what, lines) => {
    const text = lines.join('\n');
    expect(unwrapParagraphs(text)).toMatchObject({ text, paragraphs: 0 });
  });

  it('nor below a paragraph that is wrapped at a greater width', () => {
    for (const lines of Object.values(NO_PROSE)) {
      const { text, paragraphs } = unwrapParagraphs([...PARAGRAPH, '', ...lines].join('\n'));
      expect({ text, paragraphs }).toEqual({
        text: `${PARAGRAPH.join(' ')}\n\n${lines.join('\n')}`,
        paragraphs: 1,
      });
    }
  });
});

describe('lines are joined where they are', () => {
  it('a paragraph in the midst of which a line begins with a dash', () => {
    const lines = [
      'The lake is the only water that this whole valley has got',
      '– so the groups say in their brief – and nobody has asked',
      'the people who drink it.',
    ];
    expect(unwrapParagraphs(lines.join('\n')).text).toBe(lines.join(' '));
  });

  it('a paragraph whose lines all begin with a capital, beside another of that width', () => {
    const capitals = [
      'The hearing is on Thursday in the court at Harbin Falls, where',
      'Ines Okafor will speak.',
    ];
    expect(unwrapParagraphs(capitals.join('\n')).paragraphs).toBe(0);
    const wide = [
      'The lake is the only water that this valley has got, and nobody',
      'asked those who drink it.',
    ];
    const both = [wide.join('\n'), capitals.join('\n')].join('\n\n');
    expect(unwrapParagraphs(both).text).toBe([wide.join(' '), capitals.join(' ')].join('\n\n'));
  });
});
