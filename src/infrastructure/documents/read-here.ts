import type { DocumentFormat, GivenDocument, RawText, ReadDocument } from './document.js';
import { decodeText } from './characters.js';
import { type DocumentFault, refuse } from './fault.js';
import { quotedList } from './note.js';
import { recognize } from './recognize.js';
import { tidyLines } from './tidy.js';
import { unwrapParagraphs } from './unwrap.js';

type Reader = (document: GivenDocument) => RawText | DocumentFault | Promise<RawText | DocumentFault>;

/** Each parser is loaded when a document needs it: they are large, and most documents need none or one. */
async function readerOf(format: DocumentFormat): Promise<Reader> {
  switch (format) {
    case 'text':
      return ({ bytes }) => decodeText(bytes);
    case 'markdown':
      return (await import('./markdown.js')).readMarkdown;
    case 'word':
      return (await import('./word/word.js')).readWord;
    case 'web-page':
      return (await import('./web-page/web-page.js')).readWebPage;
    case 'pdf':
      return (await import('./pdf/pdf.js')).readPdf;
  }
}

/** Reads a document in the thread that calls it, however long that takes. */
export async function readHere(document: GivenDocument): Promise<ReadDocument | DocumentFault> {
  const recognized = recognize(document);
  if (recognized.kind === 'refuse') return recognized;
  const { format, notes } = recognized;
  const raw = await readUnlessTooDeep(await readerOf(format), document);
  if ('kind' in raw) return raw;
  const unwrapped = unwrapParagraphs(tidyLines(raw.text));
  if (unwrapped.text.trim() === '') return refuse(format === 'text' ? 'empty' : 'no-text');
  return {
    kind: 'read',
    format,
    text: unwrapped.text,
    notes: [...notes, ...raw.notes, ...notesOn(unwrapped)],
  };
}

/** The parsers go down one call for each level of a document; at a depth that no release has, calls run out. */
async function readUnlessTooDeep(read: Reader, document: GivenDocument): Promise<RawText | DocumentFault> {
  try {
    return await read(document);
  } catch (error) {
    if (error instanceof RangeError) return refuse('too-complex');
    throw error;
  }
}

function notesOn({ paragraphs, hyphenated }: ReturnType<typeof unwrapParagraphs>): string[] {
  const wrapped =
    paragraphs === 1
      ? 'One paragraph was wrapped at a fixed width, and its'
      : `${paragraphs} paragraphs were wrapped at a fixed width, and their`;
  return [
    ...(paragraphs === 0 ? [] : [`${wrapped} lines were joined.`]),
    ...(hyphenated.length === 0
      ? []
      : [`Hyphens stood at ends of lines that were joined: ${quotedList(hyphenated)}. Check them.`]),
  ];
}
