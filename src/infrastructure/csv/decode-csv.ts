import { isUtf8 } from 'node:buffer';
import { LARGEST_CSV_BYTES } from './csv-columns.js';

/** Why no table came out of a file; the message says what it is and what to do. */
export interface CsvRefusal {
  readonly kind: 'refuse';
  readonly because: 'empty' | 'too-large' | 'workbook' | 'encoding' | 'columns' | 'quotes';
  readonly message: string;
}

type Decoding = { readonly kind: 'text'; readonly text: string } | CsvRefusal;

const SAVE_AS = 'save it as “CSV UTF-8 (comma delimited)” and send that';

/** The text of a file in UTF-8, with or without a byte order mark; its line breaks are \n, whatever they were. */
export function decodeCsv(bytes: Uint8Array): Decoding {
  if (bytes.length > LARGEST_CSV_BYTES) {
    const limit = LARGEST_CSV_BYTES / 1_000_000;
    return refuse(
      'too-large',
      `The file has more than ${limit} MB: split it, each part with the first line.`,
    );
  }
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refuse('workbook', `The file is a workbook of a spreadsheet program, not CSV: ${SAVE_AS}.`);
  }
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) || bytes.includes(0)) {
    return refuse('encoding', `The file is in UTF-16 or no text at all: ${SAVE_AS}.`);
  }
  if (!isUtf8(bytes)) {
    return refuse(
      'encoding',
      `The file is not in UTF-8 (the first such character is in line ${firstBrokenLine(bytes)}): ${SAVE_AS}.`,
    );
  }
  // The decoder leaves out a byte order mark.
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.trim() === '') return refuse('empty', 'The file is empty: download the template and fill it in.');
  return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
}

export function refuse(because: CsvRefusal['because'], message: string): CsvRefusal {
  return { kind: 'refuse', because, message };
}

function begins(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** The line of the first replacement character that a lenient reading puts in, counted from 1. */
function firstBrokenLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const before = lenient.slice(0, lenient.indexOf('\uFFFD'));
  return before.split(/\r\n?|\n/).length;
}
