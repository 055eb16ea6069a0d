import { isOtherType, type PdfLine, type PdfPage, roomFor } from './line.js';

/** How a PDF sets its lines, told from all of them. */
export interface PdfLayout {
  /** Whether the room between two lines, one below the other, is more than that within a paragraph. */
  isParted(above: PdfLine, line: PdfLine): boolean;
  /** Whether the first word of `line` would not have fitted behind `above`. */
  isFull(above: PdfLine, line: PdfLine): boolean;
}

/** From foot to foot in heights of letters; beyond these it is no step within a paragraph. */
const LEAST_STEP = 0.5;
const GREATEST_STEP = 3;
/** A step that at least this share of all lines makes is the step within paragraphs, if none is smaller. */
const COMMON = 0.1;
const SLACK = 1.2;

/** Lines that begin within two of these from each other are in one column. */
const COLUMN_POINTS = 50;
/** The right margin is where three lines end together, so that one odd line is not taken for it. */
const TOGETHER = 3;
const TOGETHER_POINTS = 30;

export function layoutOf(pages: readonly PdfPage[]): PdfLayout {
  const step = stepWithinParagraphs(pages);
  const margins = rightMargins(pages.flatMap(({ lines }) => lines));
  return {
    isParted: (above, line) => above.y - line.y > step * SLACK * Math.max(above.size, line.size),
    isFull: (above, line) => {
      const [word = ''] = line.text.split(/\s/u, 1);
      const slack = above.size / 2;
      const end = above.right + roomFor(' ', above) + roomFor(word, line);
      return end > margins(above) - slack;
    },
  };
}

function stepWithinParagraphs(pages: readonly PdfPage[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { lines } of pages) {
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1];
      if (above === undefined || isOtherType(above, line)) continue;
      const step = (above.y - line.y) / line.size;
      if (step < LEAST_STEP || step > GREATEST_STEP) continue;
      const rounded = Math.round(step * 10);
      counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
      all += 1;
    }
  }
  const common = [...counts].filter(([, count]) => count >= all * COMMON).map(([rounded]) => rounded);
  return common.length === 0 ? 1 : (Math.min(...common) + 0.5) / 10;
}

function rightMargins(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const ends = new Map<number, number[]>();
  for (const line of lines) {
    const column = columnOf(line);
    for (let near = column - 2; near <= column + 2; near += 1) {
      const known = ends.get(near);
      if (known === undefined) ends.set(near, [line.right]);
      else known.push(line.right);
    }
  }
  const margins = new Map([...ends].map(([column, rights]) => [column, commonEnd(rights)]));
  return (line) => margins.get(columnOf(line)) ?? line.right;
}

function columnOf({ left }: PdfLine): number {
  return Math.round(left / COLUMN_POINTS);
}

function commonEnd(rights: readonly number[]): number {
  const descending = rights.toSorted((one, other) => other - one);
  const shared = descending.find((right, index) => {
    const last = descending[index + TOGETHER - 1];
    return last !== undefined && right - last <= TOGETHER_POINTS;
  });
  return shared ?? descending[0] ?? 0;
}
