import type { PdfLayout } from './layout.js';
import { isOtherType, type PdfLine } from './line.js';

/** What stands between two lines: nothing, since a sentence runs on; a line’s end; or that of a paragraph. */
export type Break = 'none' | 'line' | 'paragraph';

/** In heights of letters: what is the first line of a paragraph, and what is the same line’s foot. */
const INDENT = 0.8;
const LEVEL = 0.3;

const ITEM = /^(?:[*•·▪◦●‣–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s/iu;
const SENTENCE_END = /[.!?:…][”"’»)\]]*$/u;

/** Whether a line does not stand below the one before it, as at the head of a column. */
export function isAbove(before: PdfLine, line: PdfLine): boolean {
  return line.y > before.y - line.size * LEVEL;
}

/** The break before a line that stands below the lines of a paragraph. */
export function breakBelow(paragraph: readonly PdfLine[], line: PdfLine, layout: PdfLayout): Break {
  const [first] = paragraph;
  const above = paragraph.at(-1);
  if (first === undefined || above === undefined) return 'paragraph';
  if (isOtherType(above, line) || layout.isParted(above, line)) return 'paragraph';
  if (ITEM.test(line.text)) return 'line';
  const shift = isCentered(above, line) ? 0 : (line.left - above.left) / line.size;
  if (shift > INDENT && !ITEM.test(above.text)) return 'paragraph';
  // A paragraph’s second line may begin further left than its first; no later one does.
  if (shift < -INDENT && (paragraph.length > 1 || ITEM.test(first.text))) return 'paragraph';
  return layout.isFull(above, line) ? 'none' : 'line';
}

/** The break before the first line of a page or a column, and whether that line may go on with the one before. */
export function breakBetweenColumns(
  before: PdfLine,
  line: PdfLine,
  below: PdfLine | undefined,
  layout: PdfLayout,
): { readonly kind: Break; readonly isUnsure: boolean } {
  const isIndented = below !== undefined && line.left - below.left > line.size * INDENT;
  if (isOtherType(before, line) || isIndented || !layout.isFull(before, line)) {
    return { kind: 'paragraph', isUnsure: false };
  }
  if (ITEM.test(line.text)) return { kind: 'line', isUnsure: false };
  const goesOn = !SENTENCE_END.test(before.text) || /^\p{Ll}/u.test(line.text);
  return { kind: goesOn ? 'none' : 'paragraph', isUnsure: !goesOn };
}

function isCentered(one: PdfLine, other: PdfLine): boolean {
  return Math.abs(one.left + one.right - other.left - other.right) < one.size;
}
