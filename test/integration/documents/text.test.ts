import { describe, expect, it } from '@jest/globals';
import { readAs } from './reading.js';

const CURLY = 'The court sits at nine. “We will be there,” said Ana Ruz – Clear Shore’s president.';
const ASSUMED = expect.stringContaining('was read as Windows-1252: check quotation marks and accents');

describe('the characters of a plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(CURLY)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${CURLY}`)],
    ['UTF-16, low byte first', Buffer.from(`\uFEFF${CURLY}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\uFEFF${CURLY}`, 'utf16le').swap16()],
  ])('are told: %s', async (_encoding, bytes) => {
    expect(await readAs('release.txt', bytes)).toMatchObject({ text: CURLY, notes: [] });
  });

  it('are taken for Windows-1252 where they are no UTF-8, and that is said', async () => {
    const bytes = Buffer.from(
      '\x93Caf\xE9 by the lake,\x94 said Ana Ruz \x96 Clear Shore\x92s president.',
      'latin1',
    );
    const { text, notes } = await readAs('release.txt', bytes);
    expect(text).toBe('“Café by the lake,” said Ana Ruz – Clear Shore’s president.');
    expect(notes).toEqual([ASSUMED]);
  });

  it('stay what they are: no mark, no-break space, soft hyphen or accent is changed', async () => {
    const odd =
      '"Straight", ‘single’, «guillemets», ``typed\'\', „low“, 5\u00A0%, co\u00ADop, e\u0301, ﬁ, \u{1F30A}';
    expect((await readAs('release.txt', odd)).text).toBe(odd);
  });
});

describe('the lines of a text', () => {
  it('end alike, without spaces at their ends and with one empty line at most between paragraphs', async () => {
    const { text } = await readAs(
      'release.txt',
      '\r\n\r\nThe court sits.  \r\n\r\n \t\r\n\r\nEveryone may come.\t\rOld line.\n\n\n',
    );
    expect(text).toBe('The court sits.\n\nEveryone may come.\nOld line.');
  });

  it('keep a line of their own for list items, contacts and addresses', async () => {
    const lines = [
      '• Lake Ossel Trust, which brought the case to the county court',
      '• Clear Shore, which pays for the tests of the water at schools',
      '',
      'Media contact: Ana Ruz, Clear Shore, press@clearshore.example',
      'Telephone: (555) 010-0199, every day from nine until six o’clock',
    ].join('\n');
    expect((await readAs('release.txt', lines)).text).toBe(lines);
  });
});

describe('lines that a mail program wrapped', () => {
  const WRAPPED = [
    '“The lake is the only water that we have, and nobody asked those',
    'who drink it,” said Ines Okafor, president of the Lake Ossel',
    'Trust. “We ask the court to hear them.”',
  ];

  it('are joined, and the note says so', async () => {
    const { text, notes } = await readAs('release.txt', WRAPPED.join('\r\n'));
    expect(text).toBe(WRAPPED.join(' '));
    expect(notes).toEqual(['One paragraph was wrapped at a fixed width, and its lines were joined.']);
  });

  it('are left as they are where a next word would have fitted: a verse, a list of names', async () => {
    const verse =
      'Lake Ossel Trust, of Harbin Falls in the north valley\nand its friends\nClear Shore, of the southern shore of the lake\nand all who fish there';
    expect((await readAs('release.txt', verse)).text).toBe(verse);
  });

  it('keep a hyphen at a line’s end, with the space, and name the word', async () => {
    const { text, notes } = await readAs(
      'release.txt',
      'The county council voted again on Monday for the long-promised well-\ntesting program of the valley and its schools.',
    );
    expect(text).toContain('well- testing');
    expect(notes.join(' ')).toContain('“well- testing”');
  });
});
