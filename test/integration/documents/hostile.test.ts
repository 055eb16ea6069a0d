import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { pdfFile } from './pdf-file.js';
import { readAs, refusedAs } from './reading.js';
import { paragraph, run, wordFile, zipOf } from './word-file.js';

const page = (body: string) => `<!doctype html><html><body>${body}`;

/** An archive whose entries all claim to unpack to so few bytes. */
function lying(archive: Uint8Array, claimedBytes: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 30 < copy.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, claimedBytes, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, claimedBytes, true);
  }
  return copy;
}

describe('a hostile file is refused before it costs much', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) });
  const stored = zipSync({ 'word/document.xml': new Uint8Array(11_000_000) }, { level: 0 });
  const circle = Buffer.from(pdfFile([[]]))
    .toString('latin1')
    .replace('/Kids [4 0 R]', '/Kids [2 0 R]');
  const deepWord = wordFile(`${'<w:smartTag>'.repeat(20_000)}${'</w:smartTag>'.repeat(20_000)}`);
  const entities = zipOf({
    'word/document.xml': `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(run('x').replace('x', '&a;&f;'))}</w:body></w:document>`,
  });

  it.each([
    ['a page of 100,000 elements in each other', page('<div>'.repeat(100_000)), 'too-complex'],
    ['a page of 200,000 elements without an end', page('<b>a'.repeat(200_000)), 'too-complex'],
    ['a page of more than 5 million characters', page('word '.repeat(1_100_000)), 'too-complex'],
    ['a Markdown text of 100,000 quotations in each other', '>'.repeat(100_000), 'too-complex'],
    ['a Word document that unpacks to 60 MB', bomb, 'too-complex'],
    ['a Word document that unpacks to more than it says', lying(bomb, 1_000), 'damaged'],
    ['a Word document that is not packed and larger than it says', lying(stored, 1_000), 'too-complex'],
    ['a Word document of 20,000 elements in each other', deepWord, 'too-complex'],
    ['a Word document that refers to another file', entities, 'damaged'],
    ['a Word document that breaks off', wordFile(paragraph(run('a'))).subarray(0, 400), 'damaged'],
    ['an archive that breaks off', bomb.subarray(0, bomb.length - 40), 'damaged'],
    ['a PDF of 10,000 pages', pdfFile(Array.from({ length: 10_000 }, () => [])), 'too-many-pages'],
    ['a PDF whose pages lie in each other', Buffer.from(circle, 'latin1'), 'damaged'],
    [
      'a PDF that breaks off',
      pdfFile([[{ text: 'The court sits.', x: 72, y: 700 }]]).subarray(0, 300),
      'damaged',
    ],
    ['20 MB of zero bytes', new Uint8Array(20_000_000), 'not-text'],
    ['a file of more than 20 MB', new Uint8Array(20_000_001), 'too-large'],
  ])('%s', async (what, content, because) => {
    const name = what.includes('Markdown') ? 'release.md' : '';
    expect((await refusedAs(name, content)).because).toBe(because);
  });
});

describe('a large file is read', () => {
  it('a page of nearly 5 million characters in one line', async () => {
    const words = 'word '.repeat(990_000).trim();
    expect((await readAs('release.html', page(`<p>${words}`))).text).toBe(words);
  });

  it('a page of 25,000 paragraphs, whole, since its article is not looked for', async () => {
    const { text, notes } = await readAs('release.html', page('<p>The court sits.</p>'.repeat(25_000)));
    expect(text.split('\n\n')).toHaveLength(25_000);
    expect(notes.join(' ')).toContain('all of it was read');
  });

  it.each([
    ['one line of spaces', `a${' '.repeat(5_000_000)}b`],
    ['1,000,000 lines', 'a\n'.repeat(1_000_000).trim()],
    ['500,000 paragraphs', 'a\n\n'.repeat(500_000).trim()],
  ])('a text of %s', async (_what, content) => {
    expect((await readAs('release.txt', content)).text).toBe(content);
  });
});
