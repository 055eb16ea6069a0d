import mammoth from 'mammoth';
import type { GivenDocument, RawText } from '../document.js';
import { type DocumentFault, refuse } from '../fault.js';
import { readHtml } from '../html/html-text.js';
import { notesOnWord } from './notes.js';
import { packed, type WordParts, wordParts } from './parts.js';

/**
 * A .docx by way of HTML: the converter’s own plain text loses line breaks, and joins the words at both sides.
 */
export async function readWord({ bytes }: GivenDocument): Promise<RawText | DocumentFault> {
  const parts = wordParts(bytes);
  if ('kind' in parts) return parts;
  const converted = await toHtml(parts);
  if (converted === null) return refuse('damaged');
  const { value: html, messages } = converted;
  const read = readHtml(html);
  if ('kind' in read) return read;
  const complaints = messages.map(({ message }) => message);
  return { text: read.text, notes: [...read.notes, ...notesOnWord(parts, html, complaints)] };
}

async function toHtml(parts: WordParts) {
  try {
    return await mammoth.convertToHtml({ buffer: packed(parts) }, { convertImage: NO_PICTURES });
  } catch (error) {
    // Beyond the depth that it can follow, it is no damage. All else that it throws says that the document is broken.
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    return null;
  }
}

const NO_PICTURES = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
