import type { PdfLine, PdfPage } from './line.js';

export interface Body {
  readonly pages: readonly PdfPage[];
  /** What was taken for heads and feet of pages. */
  readonly leftOut: readonly string[];
}

/** So many of the highest and of the lowest lines of a page may be its head and foot. */
const MOST_LINES = 3;
/** Heads and feet stand at one place on every page, to a few points. */
const SAME_PLACE_POINTS = 4;

const PAGE_NUMBER = /^(?:page\s+)?[-–—([]?\s*(\d{1,3})\s*[-–—)\]]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i;
/** How press releases say that another page follows. */
const MORE = /^[-–—*\s(]*more[-–—*\s)]*$/i;

/** The pages without what stands at the head or foot of them all, without page numbers and without “-more-”. */
export function withoutMargins(pages: readonly PdfPage[]): Body {
  const edges = pages.map(edgesOf);
  const leftOut: string[] = [];
  const bodies = pages.map((page, index) => {
    const others = edges.filter((_, other) => other !== index);
    const lines = page.lines.filter((line) => {
      const isEdge = edges[index]?.includes(line) ?? false;
      const isMargin =
        isEdge && (isNumberOf(page, line) || isMore(page, line, pages) || isRepeated(line, others));
      if (isMargin) leftOut.push(line.text);
      return !isMargin;
    });
    return { ...page, lines };
  });
  return { pages: bodies, leftOut };
}

function edgesOf({ lines }: PdfPage): PdfLine[] {
  const downward = lines.toSorted((one, other) => other.y - one.y);
  return [...downward.slice(0, MOST_LINES), ...downward.slice(-MOST_LINES)];
}

function isNumberOf(page: PdfPage, line: PdfLine): boolean {
  return Number(PAGE_NUMBER.exec(line.text)?.[1]) === page.number;
}

function isMore(page: PdfPage, line: PdfLine, pages: readonly PdfPage[]): boolean {
  return page !== pages.at(-1) && MORE.test(line.text);
}

/** Whether a third of the other pages or more (left and right pages differ) have the line at its place, whatever its numbers. */
function isRepeated(line: PdfLine, others: readonly (readonly PdfLine[])[]): boolean {
  const same = others.filter((edge) =>
    edge.some(
      (other) => Math.abs(other.y - line.y) < SAME_PLACE_POINTS && likeness(other) === likeness(line),
    ),
  );
  return same.length > 0 && same.length * 3 >= others.length;
}

function likeness({ text }: PdfLine): string {
  return text.replace(/\d+/g, '#').replace(/\s+/gu, ' ');
}
