import type { DocumentFaultReason } from './fault.js';
import { namesInZip } from './zip.js';

type Found = 'pdf' | 'word' | DocumentFaultReason;

/** A PDF may begin with a few bytes of something else. */
const PDF_WITHIN = 1024;

const WORD_DOCUMENT = /^word\/document\d*[.]xml$/;

const BEGINNINGS: readonly (readonly [beginning: string, found: Found])[] = [
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'picture'],
  ['\xFF\xD8\xFF', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['bplist00', 'web-archive'],
  ['\x1F\x8B', 'archive'],
  ['7z\xBC\xAF', 'archive'],
  ['Rar!', 'archive'],
];

/** What the first bytes of a file say that it is, where they say it for certain. */
export function signatureOf(bytes: Uint8Array): Found | null {
  const head = latin1(bytes.subarray(0, PDF_WITHIN));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return kindOfZip(bytes);
  if (head.startsWith('\xD0\xCF\x11\xE0')) return kindOfCompoundFile(bytes);
  if (head.slice(4, 8) === 'ftyp') return 'picture';
  return BEGINNINGS.find(([beginning]) => head.startsWith(beginning))?.[1] ?? null;
}

function kindOfZip(bytes: Uint8Array): Found {
  const names = namesInZip(bytes);
  if (names === null) return 'damaged';
  if ([...names].some((name) => WORD_DOCUMENT.test(name))) return 'word';
  if (names.has('xl/workbook.xml')) return 'spreadsheet';
  if (names.has('ppt/presentation.xml')) return 'presentation';
  if (names.has('Index/Document.iwa') || names.has('Index.zip')) return 'pages';
  if (names.has('META-INF/container.xml')) return 'book';
  return names.has('META-INF/manifest.xml') && names.has('content.xml') ? 'opendocument' : 'archive';
}

/** The container of Office before 2007, in which a newer document lies when it is locked with a password. */
function kindOfCompoundFile(bytes: Uint8Array): Found {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => all.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'password';
  return holds('WordDocument') ? 'old-word' : 'old-office';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
