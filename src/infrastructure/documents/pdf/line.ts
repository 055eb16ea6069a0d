const OTHER_SIZE = 0.1;

/** A line of a page and where it stands, in points; `y` is that of its foot, and greater is higher on the page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
}

export interface PdfPage {
  /** Counted from 1. */
  readonly number: number;
  /** In the order in which the PDF holds them, which mostly is the order of reading. */
  readonly lines: readonly PdfLine[];
  /** Words at an angle to the others, such as a stamp across the page; they are not among the lines. */
  readonly askew: readonly string[];
}

/** The room that some words of a line need, told from the room of the whole line. */
export function roomFor(words: string, line: PdfLine): number {
  return ((line.right - line.left) * words.length) / Math.max(1, line.text.length);
}

/** Whether the letters of two lines differ in size, as those of a headline and of a paragraph do. */
export function isOtherType(one: PdfLine, other: PdfLine): boolean {
  return Math.abs(one.size - other.size) > OTHER_SIZE * Math.max(one.size, other.size);
}
