import { isProse, lineLength, widthOf } from './prose.js';

const HYPHEN_AT_END = /[\p{L}\p{N}][-‐]$/u;

export interface Unwrapped {
  readonly text: string;
  /** How many paragraphs had their lines joined. */
  readonly paragraphs: number;
  /** Words that stood over a line’s end, with the hyphen and the space that came of it. */
  readonly hyphenated: readonly string[];
}

/**
 * Joins the lines of paragraphs that were wrapped at a fixed width, as mail is: a quotation in a post is a span of
 * the text, character for character, and would carry the line’s end with it. A paragraph counts as wrapped only
 * where every line is filled (the next line’s first word would not have fitted) and a line goes on in the middle of
 * a sentence. Where all begin with a capital it may be a list: then another paragraph must have shown the width.
 * Nothing changes but single line ends into single spaces. Expects no space at the end of a line.
 */
export function unwrapParagraphs(text: string): Unwrapped {
  const blocks = text.split('\n\n').map((block) => {
    const lines = block.split('\n');
    return { lines, width: isProse(lines) ? widthOf(lines) : null };
  });
  let knownWidth = 0;
  for (const { lines, width } of blocks) {
    if (width !== null && width > knownWidth && goesOn(lines) && isFilled(lines, width)) knownWidth = width;
  }
  const wrapped = blocks.map(
    ({ lines, width }) =>
      width !== null &&
      ((goesOn(lines) && isFilled(lines, width)) || (width <= knownWidth && isFilled(lines, knownWidth))),
  );
  const joined = blocks.filter((_, index) => wrapped[index] === true);
  return {
    text: blocks.map(({ lines }, index) => lines.join(wrapped[index] === true ? ' ' : '\n')).join('\n\n'),
    paragraphs: joined.length,
    hyphenated: joined.flatMap(({ lines }) => hyphenatedWords(lines)),
  };
}

/** Whether a line begins in the middle of a sentence. */
function goesOn(lines: readonly string[]): boolean {
  return lines.slice(1).some((line) => /^\p{Ll}/u.test(line));
}

function isFilled(lines: readonly string[], width: number): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1];
    return next === undefined || lineLength(line) + 1 + lineLength(firstWord(next)) > width;
  });
}

function hyphenatedWords(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || !HYPHEN_AT_END.test(line)) return [];
    return [`${line.slice(line.lastIndexOf(' ') + 1)} ${firstWord(next)}`];
  });
}

function firstWord(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}
