import { marked } from 'marked';
import { decodeText } from './characters.js';
import type { GivenDocument, RawText } from './document.js';
import { type DocumentFault, refuse } from './fault.js';
import { readHtml } from './html/html-text.js';

/** The longest release has as many bytes, and the parser takes longer the more lists lie in each other. */
const MOST_BYTES = 1_000_000;

/** Markdown as GitHub reads it; its signs are left out, and quotation marks stay as they are typed. */
export async function readMarkdown({ bytes }: GivenDocument): Promise<RawText | DocumentFault> {
  if (bytes.length > MOST_BYTES) return refuse('too-complex');
  const { text, notes } = decodeText(bytes);
  const read = readHtml(await marked.parse(text));
  return 'kind' in read ? read : { text: read.text, notes: [...notes, ...read.notes] };
}
