import type { Span } from '../../statement/statement.js';
import type { Layout } from './layout.js';

/** The sentences of a text that no quotation overlaps, and the pieces of those that one does. `quoted` in order. */
export function sentencesOutside(
  text: string,
  { paragraphs, ends }: Layout,
  quoted: readonly Span[],
): Span[] {
  const sentences: Span[] = [];
  let next = 0;
  paragraphs.forEach((paragraph, number) => {
    let { start } = paragraph;
    for (const end of ends[number] ?? []) {
      while (next < quoted.length && (quoted[next] as Span).start < end) {
        const { start: from, end: to } = quoted[next] as Span;
        if (from > start && text.slice(start, from).trim() !== '') sentences.push({ start, end: from });
        start = Math.max(start, to);
        next += 1;
      }
      if (end > start && text.slice(start, end).trim() !== '') sentences.push({ start, end });
      start = Math.max(start, end);
    }
  });
  return sentences;
}
