import { decodeText } from './characters.js';
import { claimedFormat } from './claimed-format.js';
import { DOCUMENT_FORMATS, type DocumentFormat, type GivenDocument, nameOfFormat } from './document.js';
import { type DocumentFault, type DocumentFaultReason, LARGEST_DOCUMENT_BYTES, refuse } from './fault.js';
import { signatureOf } from './signature.js';

interface Recognized {
  readonly kind: 'recognized';
  readonly format: DocumentFormat;
  readonly notes: readonly string[];
}

const OPENING_BYTES = 4_096;
const PAGE = /<(?:!doctype\s+html|html|head|body)[\s>]/i;
const MAIL_HEADER =
  /^(?:MIME-Version|Received|Return-Path|Message-ID|From|Subject|Snapshot-Content-Location):\s/im;
const MAIL_TYPE = /^(?:MIME-Version|Content-Type): /im;
const UTF16_MARKS = ['\xFF\xFE', '\xFE\xFF'];

/** What a document is, by its content; one that Chorus does not read is refused with what to do instead. */
export function recognize(document: GivenDocument): Recognized | DocumentFault {
  const { bytes } = document;
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > LARGEST_DOCUMENT_BYTES) return refuse('too-large');
  const claimed = claimedFormat(document);
  const found = signatureOf(bytes) ?? formatOfText(bytes, claimed);
  if (!isFormat(found)) return refuse(found);
  return { kind: 'recognized', format: found, notes: falseClaim(claimed, found) };
}

function isFormat(found: DocumentFormat | DocumentFaultReason): found is DocumentFormat {
  return DOCUMENT_FORMATS.some((format) => format === found);
}

function formatOfText(bytes: Uint8Array, claimed: DocumentFormat | null) {
  const isUtf16 = UTF16_MARKS.includes(Buffer.from(bytes.subarray(0, 2)).toString('latin1'));
  if (!isUtf16 && bytes.includes(0)) return 'not-text';
  const opening = decodeText(bytes.subarray(0, OPENING_BYTES)).text.trimStart();
  if (opening.startsWith('<') && PAGE.test(opening)) return 'web-page';
  if (opening.startsWith('<?xml')) return 'xml';
  if (isMail(opening)) return 'web-archive';
  return claimed === 'markdown' || claimed === 'web-page' ? claimed : 'text';
}

/** Pages are also saved in the form of an e-mail (.mhtml). A release that begins “From:” has no MIME header. */
function isMail(opening: string): boolean {
  const headers = opening.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return MAIL_HEADER.test(headers) && MAIL_TYPE.test(headers);
}

function falseClaim(claimed: DocumentFormat | null, found: DocumentFormat): string[] {
  if (claimed === null || claimed === found) return [];
  return [`It is given as ${nameOfFormat(claimed)}, and was read as what it is: ${nameOfFormat(found)}.`];
}
