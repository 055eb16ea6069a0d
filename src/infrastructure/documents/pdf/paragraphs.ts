import { type Break, breakBelow, breakBetweenColumns, isAbove } from './breaks.js';
import type { PdfLayout } from './layout.js';
import type { PdfLine, PdfPage } from './line.js';

export interface PdfText {
  readonly text: string;
  /** Words that stood over a line’s end with a hyphen or a dash; it is kept, and no space is put behind it. */
  readonly hyphenated: readonly string[];
  /** Pages before which both a line and a sentence end, so that a paragraph may end there or go on. */
  readonly unsurePages: readonly number[];
  /** Pages where a line stands above the one before it: there are columns, or an order of the PDF’s own. */
  readonly jumpingPages: readonly number[];
}

const BREAKS: Readonly<Record<Break, string>> = { none: ' ', line: '\n', paragraph: '\n\n' };
const HYPHEN_AT_END = /[\p{L}\p{N}][-‐\u00AD–—]$/u;

/** Joins lines to paragraphs: by the room between them, by indents, and by whether a line was filled. */
export function paragraphsOf(pages: readonly PdfPage[], layout: PdfLayout): PdfText {
  const assembly = new Assembly(layout);
  for (const page of pages) {
    for (const [index, line] of page.lines.entries()) assembly.add(line, page, index);
  }
  return assembly;
}

class Assembly implements PdfText {
  readonly hyphenated: string[] = [];
  readonly unsurePages: number[] = [];
  readonly jumpingPages: number[] = [];
  private readonly pieces: string[] = [];
  private readonly layout: PdfLayout;
  /** The lines of the paragraph that is being joined. */
  private paragraph: PdfLine[] = [];

  constructor(layout: PdfLayout) {
    this.layout = layout;
  }

  get text(): string {
    return this.pieces.join('');
  }

  add(line: PdfLine, page: PdfPage, index: number): void {
    const before = this.paragraph.at(-1);
    if (before !== undefined) {
      const kind = this.breakBefore(before, line, page, index);
      if (kind !== 'none') this.paragraph = [];
      this.pieces.push(kind === 'none' ? this.joint(before, line) : BREAKS[kind]);
    }
    this.pieces.push(line.text);
    this.paragraph.push(line);
  }

  private breakBefore(before: PdfLine, line: PdfLine, { number, lines }: PdfPage, index: number): Break {
    const jumps = index > 0 && isAbove(before, line);
    if (jumps && this.jumpingPages.at(-1) !== number) this.jumpingPages.push(number);
    if (index > 0 && !jumps) return breakBelow(this.paragraph, line, this.layout);
    const { kind, isUnsure } = breakBetweenColumns(before, line, lines[index + 1], this.layout);
    if (isUnsure) this.unsurePages.push(number);
    return kind;
  }

  private joint(before: PdfLine, line: PdfLine): string {
    if (!HYPHEN_AT_END.test(before.text)) return BREAKS.none;
    const [first = ''] = line.text.split(/\s/u, 1);
    this.hyphenated.push(before.text.slice(before.text.search(/\S+$/u)) + first);
    return '';
  }
}
