import { isUtf8 } from 'node:buffer';
import type { RawText } from './document.js';

const ASSUMED =
  'It does not say rightly how its characters are stored, and was read as Windows-1252: check quotation marks and accents.';

/**
 * The characters of a text: by its byte order mark, else as UTF-8 where they can be, else by what it declares,
 * else as Windows-1252. Bytes that can be UTF-8 are UTF-8, whatever an old declaration says.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): RawText {
  const encoding = byteOrderMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : declaredEncoding(declared));
  return {
    text: new TextDecoder(encoding ?? 'windows-1252').decode(bytes),
    notes: encoding === null ? [ASSUMED] : [],
  };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The encoding of that name, or null. UTF-8 and UTF-16 are known by their bytes, and these are neither. */
function declaredEncoding(declared: string | null): string | null {
  if (declared === null) return null;
  try {
    const { encoding } = new TextDecoder(declared.trim());
    return encoding.startsWith('utf-') ? null : encoding;
  } catch (error) {
    if (isUnknownEncoding(error)) return null;
    throw error;
  }
}

function isUnknownEncoding(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 'ERR_ENCODING_NOT_SUPPORTED';
}
