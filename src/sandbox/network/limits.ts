import { Refusal } from './refusal.js';

/** What the network allows; each account may have limits of its own. */
export interface Limits {
  /** Characters as readers count them (extended grapheme clusters). */
  readonly textGraphemes: number;
  readonly altTextGraphemes: number;
  readonly picturesPerPost: number;
  readonly pictureBytes: number;
}

export const defaultLimits: Limits = {
  textGraphemes: 300,
  altTextGraphemes: 2_000,
  picturesPerPost: 4,
  pictureBytes: 2_000_000,
};

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** The type that a picture's first bytes show, or null; what a client claims is not believed. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return null;
}

export function checkPicture(bytes: Uint8Array, limits: Limits): PictureType {
  if (bytes.byteLength > limits.pictureBytes) {
    throw new Refusal(422, 'picture-too-large', `A picture may have at most ${limits.pictureBytes} bytes.`);
  }
  const type = pictureTypeOf(bytes);
  if (type === null) {
    throw new Refusal(422, 'picture-unreadable', 'A picture must be a PNG, JPEG or WebP file.');
  }
  return type;
}
