import { describe, expect, it } from '@jest/globals';
import { readAs } from './reading.js';

describe('the text of a Markdown file', () => {
  it('loses the signs of Markdown and keeps the words', async () => {
    const { text, notes } = await readAs(
      'release.md',
      [
        '# Court *hears* the lake',
        '',
        '> “We will **ask**,” said [Ana Ruz](https://clearshore.example).',
        '',
        '* Lake Ossel Trust',
        '* Clear Shore',
        '',
        '![a picture of the lake](lake.png)',
        '',
        '| Town | Share |',
        '| --- | --- |',
        '| Harbin Falls | 71 percent |',
        '',
        'Two lines\\',
        'of an address.',
      ].join('\n'),
    );
    expect(text).toBe(
      [
        'Court hears the lake',
        '',
        '“We will ask,” said Ana Ruz.',
        '',
        '• Lake Ossel Trust',
        '• Clear Shore',
        '',
        'Town | Share',
        'Harbin Falls | 71 percent',
        '',
        'Two lines',
        'of an address.',
      ].join('\n'),
    );
    expect(notes).toEqual([]);
  });

  it('keeps quotation marks, dashes and dots as they are typed', async () => {
    const typed = '"Straight" -- \'single\'... and “curly”, AT&T, 5 < 6, a_b_c';
    expect((await readAs('release.md', typed)).text).toBe(typed);
  });
});
