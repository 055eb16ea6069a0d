const SHAPELESS = /\p{Cf}/gu;
/** What makes a name beside it a longer one: a letter, an accent, or a hyphen with a letter behind it. */
const LONGER_AFTER = /^(?:[\p{L}\p{N}\p{M}_]|[-\u2010\u2011]\p{L})/u;
const LONGER_BEFORE = /(?:[\p{L}\p{N}\p{M}_]|\p{L}[-\u2010\u2011])$/u;
/** As many code units as these look at; a pattern with $ would search all that stands before. */
const LONGEST_LOOK = 3;

/**
 * Whether a text holds the whole name, not as a piece of a longer one: Ana Li is neither in Ana Lind nor in Ana
 * Li-Chen. Characters without a shape of their own do not part a word, since readers do not see them.
 */
export function namesSpeaker(text: string, name: string): boolean {
  const shown = text.replace(SHAPELESS, '');
  const wanted = name.replace(SHAPELESS, '');
  if (wanted === '') return false;
  for (let at = shown.indexOf(wanted); at >= 0; at = shown.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const goesOn =
      LONGER_BEFORE.test(shown.slice(Math.max(0, at - LONGEST_LOOK), at)) ||
      LONGER_AFTER.test(shown.slice(end, end + LONGEST_LOOK));
    if (!goesOn) return true;
  }
  return false;
}
