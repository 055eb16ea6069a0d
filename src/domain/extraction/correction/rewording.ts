const MOST_WORDS = 5;

/** What two wordings first differ in, as the rest of a sentence that begins with the earlier words. */
export function rewording(before: string, after: string): string {
  const old = before.trim().split(/\s+/u);
  const now = after.trim().split(/\s+/u);
  const at = old.findIndex((word, index) => word !== now[index]);
  if (at < 0 && now.length === old.length) return 'has other spaces or line breaks in the new text';
  if (at < 0) return `seems to go on in the new text with ${opening(now, old.length)}`;
  if (at >= now.length) return `seems to end in the new text before ${opening(old, at)}`;
  return `seems to read ${opening(now, at)} in the new text, where it read ${opening(old, at)}`;
}

function opening(words: readonly string[], from: number): string {
  const shown = words.slice(from, from + MOST_WORDS).join(' ');
  return `“${shown}${from + MOST_WORDS < words.length ? ' …' : ''}”`;
}
