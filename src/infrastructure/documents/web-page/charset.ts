/** A page says how its characters are stored within its first bytes, or not at all. */
const WITHIN = 4_096;
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i;
const HEADER = /;\s*charset\s*=\s*"?([\w-]+)/i;

/** The encoding that a page names itself, else the one that came with it, else null. */
export function charsetOfPage(bytes: Uint8Array, mediaType: string): string | null {
  const opening = Buffer.from(bytes.subarray(0, WITHIN)).toString('latin1');
  return META.exec(opening)?.[1] ?? HEADER.exec(mediaType)?.[1] ?? null;
}
