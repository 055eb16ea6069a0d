import type { Span } from '../../statement/statement.js';

const BULLET = /^(?:[-–—*•·▪◦●‣>]|\d{1,3}[.)])(?:\s|$)/u;
const CLOSED_LINE = /[.!?:;…”"’»)\]]$/u;
const WIDEST_WRAPPED_LINE = 110;
const NARROWEST_WRAP = 55;
/** A greedy wrap breaks where the next word no longer fits; typists leave a little slack. */
const WRAP_SLACK = 3;

/**
 * The paragraphs of a release, without the white space around them. A line break ends a paragraph unless it only
 * wraps it: text wrapped at a fixed width (mail, old sites), or a line that goes on in lower case.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = readLines(text);
  const width = wrapWidth(lines);
  const paragraphs: Span[] = [];
  let open: { start: number; end: number } | null = null;
  let above: Span | null = null;
  for (const line of lines) {
    if (line.start === line.end) {
      above = null;
    } else if (open !== null && above !== null && continues(text, above, line, width)) {
      open.end = line.end;
      above = line;
    } else {
      if (open !== null) paragraphs.push(open);
      open = { start: line.start, end: line.end };
      above = line;
    }
  }
  if (open !== null) paragraphs.push(open);
  return paragraphs;
}

/** Each line without the white space around it; an empty one has start = end. */
function readLines(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029\f\v]+|\r\n|[\r\n\u2028\u2029\f\v]/gu)) {
    const line = match[0];
    if (/^[\r\n\u2028\u2029\f\v]/u.test(line)) {
      // A break right after a break is an empty line.
      const before = text[match.index - 1];
      if (before === undefined || /[\r\n\u2028\u2029\f\v]/u.test(before))
        lines.push({ start: match.index, end: match.index });
      continue;
    }
    const start = match.index + line.length - line.trimStart().length;
    const end = match.index + line.trimEnd().length;
    lines.push(end > start ? { start, end } : { start: match.index, end: match.index });
  }
  return lines;
}

/** The width that the text is wrapped at, or null where its lines are whole paragraphs. */
function wrapWidth(lines: readonly Span[]): number | null {
  let widest = 0;
  let filled = 0;
  for (const line of lines) {
    if (line.start === line.end) continue;
    widest = Math.max(widest, line.end - line.start);
    filled += 1;
  }
  if (widest > WIDEST_WRAPPED_LINE || widest < NARROWEST_WRAP || filled < 4) return null;
  const nearFull = lines.filter((line) => line.end - line.start >= widest * 0.8).length;
  return nearFull >= filled * 0.4 ? widest : null;
}

function continues(text: string, above: Span, line: Span, width: number | null): boolean {
  const here = text.slice(line.start, Math.min(line.end, line.start + 120));
  if (BULLET.test(here)) return false;
  const lastCharacters = text.slice(Math.max(above.start, above.end - 2), above.end);
  if (/^[.,;)]/u.test(here)) return true;
  if (/^\p{Ll}/u.test(here) && !CLOSED_LINE.test(lastCharacters)) return true;
  if (width === null) return false;
  const firstWord = /^\S+/u.exec(here)?.[0].length ?? 0;
  return above.end - above.start + 1 + firstWord > width - WRAP_SLACK;
}
