/** Narrower lines are lists and addresses; wider ones are paragraphs that stand right below each other. */
const NARROWEST_WIDTH = 50;
const WIDEST_WIDTH = 132;

const ITEM = /^(?:[*•·▪◦●‣>|#]|\(?\d{1,3}[.)]|\(?[a-z]\))(?:\s|$)/iu;
const DASH = /^[-–—]\s/u;
const LABEL =
  /^(?:(?:Media|Press|News) [Cc]ontacts?|Contacts?|Tel|Telephone|Phone|Mobile|Cell|Fax|E-?[Mm]ail|Web|Website|Date|From|To|Cc|Subject|Re)\b.{0,12}:/;
const ADDRESS = /\S@\S+\.\S|\bhttps?:\/\/|\bwww\.|\(?\d{3}\)?[\s./-]{1,2}\d{3,4}/i;

/** Several lines of a width that text is wrapped at, which are no list, no heading in capitals and no addresses. */
export function isProse(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const width = widthOf(lines);
  if (width < NARROWEST_WIDTH || width > WIDEST_WIDTH) return false;
  if (lines.some((line, index) => index > 0 && /^\s/u.test(line))) return false;
  const bare = lines.map((line) => line.trimStart());
  if (bare.some((line) => ITEM.test(line) || LABEL.test(line) || isCapitals(line))) return false;
  return !isDashList(bare) && lines.filter((line) => ADDRESS.test(line)).length * 2 < lines.length;
}

/** The length of the longest line. */
export function widthOf(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, lineLength(line)), 0);
}

/** In characters, as the program counted that wrapped it. */
export function lineLength(line: string): number {
  return line.length > 2 * WIDEST_WIDTH ? line.length : Array.from(line).length;
}

function isCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** One line in the midst of a paragraph may begin with the dash of a parenthesis. */
function isDashList(lines: readonly string[]): boolean {
  return DASH.test(lines[0] ?? '') || lines.filter((line) => DASH.test(line)).length > 1;
}
