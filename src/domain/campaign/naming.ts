const LONGEST_SLUG = 60;

/**
 * The short name of a campaign in addresses: the letters a–z and digits of its name, hyphens between words.
 * Empty where the name has none of them, so that the caller must be asked for one.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}’']+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = words[0]?.slice(0, LONGEST_SLUG) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST_SLUG) break;
    slug += `-${word}`;
  }
  return slug;
}

/** What networks link as a hashtag: letters, digits and underscores, not digits alone. */
const HASHTAG = /^(?!\p{N}+$)[\p{L}\p{M}\p{N}_]+$/u;

/** The hashtag without its #, or null where no network would link it. */
export function hashtagOf(written: string): string | null {
  const tag = written.trim().replace(/^[#＃]/, '');
  return HASHTAG.test(tag) ? tag : null;
}

/** Hashtags without their #, each once: networks take no account of case. Null marks the first unusable one. */
export function hashtagsOf(written: readonly string[]): readonly string[] | { readonly unusable: number } {
  const tags = new Map<string, string>();
  for (const [index, text] of written.entries()) {
    const tag = hashtagOf(text);
    if (tag === null) return { unusable: index };
    if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}
