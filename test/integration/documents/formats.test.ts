import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';
import { filesOfRelease, QUOTATIONS, RELEASE } from './one-release.js';
import { readAs } from './reading.js';

describe('one release in files of every kind', () => {
  it.each(Object.entries(filesOfRelease()))(
    'has the same text, character for character: %s',
    async (name, content) => {
      const { text } = await readAs(name, content);
      expect(text).toBe(RELEASE);
    },
  );

  it.each(Object.entries(filesOfRelease()))(
    'has the same quotations by the same speakers: %s',
    async (name, content) => {
      const { text } = await readAs(name, content);
      const found = extract(text).quotations.map(({ spans, speaker }) => ({
        words: spans.map(({ start, end }) => text.slice(start, end)),
        speaker,
      }));
      expect(found).toEqual(QUOTATIONS);
    },
  );

  it('has nothing to check in a plain text', async () => {
    expect((await readAs('release.txt', RELEASE)).notes).toEqual([]);
  });
});

describe('what a file is', () => {
  it.each([
    ['release.txt', 'release.docx', 'word', 'a Word document'],
    ['release.docx', 'release.pdf', 'pdf', 'a PDF'],
    ['release.pdf', 'release.html', 'web-page', 'a web page'],
    ['release.docx', 'release.txt', 'text', 'a plain text'],
  ])('is told by its content and not by its name: %s', async (name, holds, format, words) => {
    const read = await readAs(name, filesOfRelease()[holds] ?? '');
    expect(read).toMatchObject({ format, text: RELEASE });
    expect(read.notes[0]).toContain(`was read as what it is: ${words}`);
  });

  it('is told without any name', async () => {
    for (const [name, content] of Object.entries(filesOfRelease())) {
      const { format, notes } = await readAs('', content);
      // Nothing but its name tells Markdown from plain text.
      expect({ name, format }).toEqual({ name, format: FORMATS[name] });
      expect(notes.join(' ')).not.toContain('as what it is');
    }
  });

  it('is a plain text where a release begins with words in angle brackets or like a mail', async () => {
    for (const text of [
      '<For immediate release>\n\nThe court sits.',
      'From: Clear Shore\nSubject: The lake\n\nThe court sits.',
    ]) {
      expect(await readAs('release.txt', text)).toMatchObject({ format: 'text', text });
    }
  });
});

const FORMATS: Readonly<Record<string, string>> = {
  'release.txt': 'text',
  'mailed.txt': 'text',
  'from-windows.txt': 'text',
  'release.md': 'text',
  'release.docx': 'word',
  'release.html': 'web-page',
  'release.pdf': 'pdf',
};
