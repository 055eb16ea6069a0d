import { describe, expect, it } from '@jest/globals';
import { wrapped } from './one-release.js';
import { flowing, type Line, pdfFile } from './pdf-file.js';
import { readAs } from './reading.js';

const read = (...pages: (readonly Line[])[]) => readAs('release.pdf', pdfFile(pages));

const FIRST =
  '“The lake is the only water that this valley has, and nobody asked those who drink it,” said Ines Okafor, president of Lake Ossel Trust, on the steps of the county court.';
const SECOND =
  'Tomas Brandt (Clear Shore) said that the school tests its taps every week – and that the numbers have grown worse since the drain was opened in the spring.';

describe('the paragraphs of a PDF', () => {
  it('are told by the room between them', async () => {
    const { text, notes } = await read(flowing([...wrapped(FIRST, 66), '', ...wrapped(SECOND, 66)]));
    expect(text).toBe(`${FIRST}\n\n${SECOND}`);
    expect(notes).toEqual([expect.stringContaining('check where paragraphs begin and end')]);
  });

  it('are told by the indent of their first lines', async () => {
    const lines = [FIRST, SECOND, FIRST].flatMap((text) =>
      wrapped(text, 62).map((line, index) => ({ line, x: index === 0 ? 92 : 72 })),
    );
    const { text } = await read(lines.map(({ line, x }, index) => ({ text: line, x, y: 700 - index * 14 })));
    expect(text).toBe([FIRST, SECOND, FIRST].join('\n\n'));
  });

  it('are told from a headline by the size of the letters', async () => {
    const { text } = await read([
      { text: 'Court hears the lake', x: 72, y: 714, size: 16 },
      ...flowing(wrapped(FIRST, 66)),
    ]);
    expect(text).toBe(`Court hears the lake\n\n${FIRST}`);
  });

  it('stand whole beside one line that is longer than all others', async () => {
    const lines = [
      ...wrapped(FIRST, 44),
      '',
      `https://clearshore.example/${'a'.repeat(40)}`,
      '',
      ...wrapped(SECOND, 44),
    ];
    const { text } = await read(flowing(lines, { size: 9 }));
    expect(text.split('\n\n')).toEqual([FIRST, lines.find((line) => line.startsWith('https')), SECOND]);
  });

  it('go on over the end of a page in the middle of a sentence', async () => {
    const lines = wrapped(FIRST, 66);
    const { text } = await read(flowing(lines.slice(0, 2)), flowing(lines.slice(2)));
    expect(text).toBe(FIRST);
  });

  it('leave a line of its own to each list item and each line of an address', async () => {
    const items = ['• Lake Ossel Trust', '• Clear Shore', '• The Harbin Anglers'];
    const contact = ['Media contact:', 'Ana Ruz', 'press@clearshore.example'];
    const { text } = await read(flowing([...wrapped(FIRST, 66), '', ...items, '', ...contact]));
    expect(text).toBe([FIRST, items.join('\n'), contact.join('\n')].join('\n\n'));
  });

  it('are read column by column where the PDF holds them so, and their order is to be checked', async () => {
    const left = wrapped(FIRST, 34);
    const right = wrapped(SECOND, 34);
    const { text, notes } = await read([...flowing(left), ...flowing(right, { x: 330 })]);
    expect(text).toBe(`${FIRST}\n\n${SECOND}`);
    expect(notes.join(' ')).toContain('Check the order of the paragraphs on page 1');
  });
});

describe('the words of a PDF', () => {
  it('keep the hyphen at the end of a line, and are named', async () => {
    const { text, notes } = await read(
      flowing([
        'The county council voted once more on Monday for the long-promised',
        'program of the valley, which its members want to begin with well-',
        'testing at schools and to end with a new main for all of the towns.',
      ]),
    );
    expect(text).toContain('begin with well-testing at schools');
    expect(notes.join(' ')).toContain('“well-testing”');
  });

  it('are joined from runs of letters, with a space where there is room for one', async () => {
    const width = (words: string) => words.length * 11 * 0.6;
    const { text } = await read([
      { text: '“We ask', x: 72, y: 700 },
      { text: ' the court', x: 72 + width('“We ask'), y: 700 },
      { text: 'to hear', x: 72 + width('“We ask the court '), y: 700 },
      { text: ' them,” she said.', x: 72 + width('“We ask the court to hear'), y: 700 },
    ]);
    expect(text).toBe('“We ask the court to hear them,” she said.');
  });
});

describe('what stands at the edges of the pages of a PDF', () => {
  const THIRD = SECOND.replace('Tomas Brandt', 'Director Ida Fenn');
  const body = (number: number) => wrapped([FIRST, SECOND, THIRD][number - 1] ?? '', 66);

  it('is left out where it repeats, with page numbers and “-more-”, and is named', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: 'Lake Ossel Trust - News', x: 72, y: 750, size: 9 },
      ...flowing(body(number)),
      ...(number < 3 ? [{ text: '-more-', x: 290, y: 80 }] : []),
      { text: `${number}`, x: 300, y: 40, size: 9 },
    ]);
    const { text, notes } = await read(...pages);
    expect(text).toBe([FIRST, SECOND, THIRD].join('\n\n'));
    const note = notes.find((one) => one.startsWith('Heads and feet'));
    expect(note).toContain('“Lake Ossel Trust - News”');
    expect(note).toContain('“-more-”');
    expect(note).toContain('“2”');
  });

  it('is left out where only the second page has a number', async () => {
    const { text } = await read(flowing(body(1)), [...flowing(body(2)), { text: '- 2 -', x: 300, y: 40 }]);
    expect(text).toBe([FIRST, SECOND].join('\n\n'));
  });

  it('stays where it stands on one page only, and so does a number that is none of a page', async () => {
    const { text } = await read(
      [{ text: 'FOR IMMEDIATE RELEASE', x: 72, y: 750 }, ...flowing(body(1)), { text: '2026', x: 72, y: 80 }],
      flowing(body(2)),
    );
    expect(text).toContain('FOR IMMEDIATE RELEASE');
    expect(text).toContain('2026');
  });

  it('a stamp across the page is left out, and named', async () => {
    const { text, notes } = await read([
      ...flowing(wrapped(FIRST, 66)),
      { text: 'DRAFT', x: 200, y: 400, size: 60, isAskew: true },
    ]);
    expect(text).toBe(FIRST);
    expect(notes).toContain('Words at an angle were left out: “DRAFT”.');
  });
});
