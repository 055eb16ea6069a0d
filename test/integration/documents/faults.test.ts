import { describe, expect, it } from '@jest/globals';
import { LARGEST_DOCUMENT_BYTES } from '../../../src/infrastructure/documents/index.js';
import { flowing, pdfFile } from './pdf-file.js';
import { refusedAs } from './reading.js';
import { paragraph, run, wordFile, zipOf } from './word-file.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const COMPOUND = latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1');
const compound = (stream: string) => Buffer.concat([COMPOUND, Buffer.from(stream, 'utf16le')]);
const anyWord = () => wordFile(paragraph(run('The court sits.')));
const ENCRYPTED =
  '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
  'AB'.repeat(32) +
  '> /U <' +
  'CD'.repeat(32) +
  '> >> /ID [<01> <01>]';

describe('a document that is not read', () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ['release.txt', '', 'empty', 'give the file that holds the release'],
    ['release.txt', ' \r\n\t\n', 'empty', 'give the file that holds the release'],
    ['release.pdf', Buffer.alloc(LARGEST_DOCUMENT_BYTES + 1, 0x20), 'too-large', 'give one without pictures'],
    ['release.docx', wordFile(''), 'no-text', 'give another'],
    ['release.html', '<html><body><img src="x.png"></body></html>', 'no-text', 'give another'],
    ['release.doc', compound('WordDocument'), 'old-word', 'save it as .docx'],
    ['release.xls', compound('Workbook'), 'old-office', 'save the release as .docx'],
    ['release.docx', compound('EncryptedPackage'), 'password', 'save it without one'],
    ['release.rtf', '{\\rtf1\\ansi The court sits.}', 'rtf', 'save it as .docx'],
    [
      'release.odt',
      zipOf({ mimetype: 'x', 'content.xml': '<x/>', 'META-INF/manifest.xml': '<x/>' }),
      'opendocument',
      'save it as .docx',
    ],
    ['release.pages', zipOf({ 'Index/Document.iwa': 'x' }), 'pages', 'export it to Word'],
    ['release.epub', zipOf({ 'META-INF/container.xml': '<x/>' }), 'book', 'paste the text'],
    ['release.xlsx', zipOf({ 'xl/workbook.xml': '<x/>' }), 'spreadsheet', 'paste its text'],
    ['release.pptx', zipOf({ 'ppt/presentation.xml': '<x/>' }), 'presentation', 'paste its text'],
    ['release.zip', zipOf({ 'release.txt': 'The court sits.' }), 'archive', 'unpack it'],
    ['release.txt.gz', latin1('\x1F\x8B\x08'), 'archive', 'unpack it'],
    [
      'page.mhtml',
      'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx',
      'web-archive',
      'as HTML only',
    ],
    ['page.webarchive', latin1('bplist00\xD1'), 'web-archive', 'as HTML only'],
    [
      'release.xml',
      '<?xml version="1.0"?><news><item>The court sits.</item></news>',
      'xml',
      'give the release as',
    ],
    ['release.png', latin1('\x89PNG\r\n\x1A\n'), 'picture', 'get the release as a text'],
    ['release.jpg', latin1('\xFF\xD8\xFF\xE0'), 'picture', 'get the release as a text'],
    ['release.heic', latin1('\0\0\0\x18ftypheic'), 'picture', 'get the release as a text'],
    ['release.txt', latin1('The\0court\0sits'), 'not-text', 'give .txt, .md'],
    [
      'release.pdf',
      pdfFile([flowing(['The court sits on Monday at nine.'])], ENCRYPTED),
      'password',
      'save it without one',
    ],
    ['release.pdf', pdfFile([[], []]), 'scanned', 'get the release as a text'],
    [
      'release.pdf',
      pdfFile(Array.from({ length: 101 }, () => flowing(['The court sits on Monday.']))),
      'too-many-pages',
      'give the pages of the release',
    ],
    ['release.pdf', '%PDF-1.7\nand nothing more', 'damaged', 'get it once more'],
    ['release.docx', anyWord().slice(0, 300), 'damaged', 'get it once more'],
    ['release.docx', zipOf({ 'word/document.xml': '<w:document' }), 'damaged', 'get it once more'],
  ])('says what it is and what to do: %s, %#', async (name, content, because, advice) => {
    const fault = await refusedAs(name, content);
    expect(fault.because).toBe(because);
    expect(fault.message).toMatch(/^T.*[.]$/);
    expect(fault.message).toContain(advice);
  });

  it('is refused by what it is, whatever its name says', async () => {
    expect((await refusedAs('release.docx', compound('WordDocument'))).because).toBe('old-word');
    expect((await refusedAs('release.txt', latin1('\x89PNG\r\n\x1A\n'))).because).toBe('picture');
  });
});
