import type { DomNode, FormatCallback } from 'html-to-text';

/** What was left out of, or put into, the text of a page. */
export interface Departures {
  /** Struck-out words: whoever struck them out does not say them. */
  readonly struck: string[];
  /** How many quotations were marked up by an element and had no marks of their own. */
  markedUp: number;
}

const OPENING_MARK = /^\s*[“”„‟"‘’‚'«»‹›]/u;
const BLOCK = /^(?:address|article|blockquote|br|div|dl|figure|h[1-6]|hr|ol|p|pre|section|table|ul)$/;

/** How elements are written that the library writes otherwise, or not at all. */
export function formattersNoting(departures: Departures): Record<string, FormatCallback> {
  return {
    struck: (element) => {
      const words = wordsOf(element);
      if (words !== '') departures.struck.push(words);
    },
    quoted: (element, walk, builder) => {
      const marks = OPENING_MARK.test(wordsOf(element)) ? '' : marksAt(element);
      if (marks !== '') departures.markedUp += 1;
      builder.addInline(marks.slice(0, 1));
      walk(element.children, builder);
      builder.addInline(marks.slice(1));
    },
    row: (element, walk, builder) => {
      const cells = element.children.filter(isCell).map(lineOfCell);
      builder.openBlock({ leadingLineBreaks: 1 });
      if (cells.includes(null)) walk(element.children, builder);
      else writeLine(cells, walk, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
    cell: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  };
}

/** The cells of a row on one line, as a table of data is read; a table that only lays out a page is none. */
function writeLine(
  cells: readonly (DomNode[] | null)[],
  walk: Parameters<FormatCallback>[1],
  builder: Parameters<FormatCallback>[2],
): void {
  const filled = cells.filter((nodes) => nodes !== null && nodes.some((node) => wordsOf(node) !== ''));
  for (const [index, nodes] of filled.entries()) {
    if (index > 0) builder.addInline(' | ');
    walk(nodes ?? [], builder);
  }
}

function isCell({ name }: DomNode): boolean {
  return name === 'td' || name === 'th';
}

/** What a cell holds where that is one line, else null. */
function lineOfCell(cell: DomNode): DomNode[] | null {
  const [block, ...others] = cell.children.filter(({ name }) => name !== undefined && BLOCK.test(name));
  if (block === undefined) return cell.children;
  const around = cell.children.filter((node) => node !== block && wordsOf(node) !== '');
  const holdsBlocks = block.children.some(({ name }) => name !== undefined && BLOCK.test(name));
  const isParagraph = block.name === 'p' || block.name === 'div';
  return isParagraph && others.length === 0 && around.length === 0 && !holdsBlocks ? block.children : null;
}

/** A quotation within a quotation has single marks. */
function marksAt(element: DomNode): string {
  let level = 0;
  for (let above = element.parent; above !== undefined && above !== null; above = above.parent) {
    if (above.name === 'q') level += 1;
  }
  return level % 2 === 0 ? '“”' : '‘’';
}

function wordsOf(node: DomNode): string {
  const texts: string[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text') texts.push(next.data ?? '');
    else waiting.push(...(next.children ?? []).toReversed());
  }
  return texts.join('').replace(/\s+/gu, ' ').trim();
}
