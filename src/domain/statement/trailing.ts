import type { Span } from './statement.js';

/**
 * Where a range of a text ends less all characters of one kind at its end, e.g. its white space. `characters` matches
 * one UTF-16 code unit. Read from the back: a pattern with $ would begin anew at each character of a long run.
 */
export function withoutTrailing(text: string, { start, end }: Span, characters: RegExp): number {
  let at = end;
  while (at > start && characters.test(text.charAt(at - 1))) at -= 1;
  return at;
}
