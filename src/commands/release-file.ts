import {
  type DocumentFormat,
  LARGEST_DOCUMENT_BYTES,
  nameOfFormat,
  readDocument,
  type ReadDocument,
  recognize,
} from '../infrastructure/documents/index.js';
import { CommandFault } from './fault.js';
import { bytesOf, nameOf } from './file-bytes.js';
import { checkReleaseText } from './release-text.js';

const PERHAPS_TEXT: ReadonlySet<string> = new Set(['empty', 'too-large', 'not-text']);

/**
 * Reads a release that is to be frozen, from a file or from standard input for `-`: plain text in UTF-8, which stays
 * as it stands. Of any other document the text is to be looked at first, so it is refused with how to do that.
 */
export async function readReleaseFile(file: string): Promise<string> {
  const bytes = await bytesOf(file, LARGEST_DOCUMENT_BYTES);
  const format = formatOf(bytes, file);
  if (format === 'text') return plainText(bytes, nameOf(file));
  throw new CommandFault(
    `${nameOf(file)} is ${nameOfFormat(format)}: look at its text first with chorus releases read ${quoted(file)} --out release.txt, and add that.`,
  );
}

/** Reads the text of a document of any kind, with what to check in it. */
export async function readReleaseDocument(file: string): Promise<ReadDocument> {
  return documentIn(await bytesOf(file, LARGEST_DOCUMENT_BYTES), file);
}

/** Reads a release for its findings: a plain text as it stands, since offsets count in it, else a document’s text. */
export async function readForFindings(file: string): Promise<Pick<ReadDocument, 'text' | 'notes'>> {
  const bytes = await bytesOf(file, LARGEST_DOCUMENT_BYTES);
  if (formatOf(bytes, file) === 'text') return { text: plainText(bytes, nameOf(file)), notes: [] };
  return documentIn(bytes, file);
}

async function documentIn(bytes: Buffer, file: string): Promise<ReadDocument> {
  const outcome = await readDocument({ bytes, name: file });
  if (outcome.kind === 'refuse') throw new CommandFault(`${nameOf(file)}: ${outcome.message}`);
  checkReleaseText(nameOf(file), outcome.text);
  return outcome;
}

/** What a file is. What may be a text after all is taken for one: its own faults are said more exactly. */
function formatOf(bytes: Buffer, file: string): DocumentFormat {
  const recognized = recognize({ bytes, name: file });
  if (recognized.kind === 'recognized') return recognized.format;
  if (PERHAPS_TEXT.has(recognized.because)) return 'text';
  throw new CommandFault(`${nameOf(file)}: ${recognized.message}`);
}

function plainText(bytes: Buffer, name: string): string {
  if (bytes.includes(0)) {
    throw new CommandFault(
      `${name} is not a text (it holds zero bytes): save the release as plain text in UTF-8.`,
    );
  }
  const text = decoded(bytes, name);
  checkReleaseText(name, text);
  return text;
}

function decoded(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandFault(`${name} is not UTF-8: save the release as plain text in UTF-8.`);
  }
}

/** A file’s name as a shell takes it. */
function quoted(file: string): string {
  return /\s/u.test(file) ? `"${file}"` : file;
}
