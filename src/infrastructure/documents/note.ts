const MOST_NAMED = 8;
const LONGEST_NAMED = 60;
const OPENING_MARK = /^[“"„«]/u;

/** Passages in a note, each in quotation marks and short enough to read, and how many more there are. */
export function quotedList(passages: readonly string[]): string {
  const named = [...new Set(passages)];
  const shown = named
    .slice(0, MOST_NAMED)
    .map(shortened)
    .map((words) => (OPENING_MARK.test(words) ? words : `“${words}”`));
  const more = named.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function shortened(passage: string): string {
  const line = passage.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_NAMED ? line : `${line.slice(0, LONGEST_NAMED).trimEnd()}…`;
}
