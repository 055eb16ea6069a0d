import { innerQuotations } from './inner-quotation.js';
import { sentenceEnds } from './sentences.js';
import type { Span } from './statement.js';

/**
 * The sentences of a quotation's span, in order, each a piece that the part of a thread may begin or end with; the
 * white space between two is in neither. Not parted is what the speaker quotes in turn (‘You are nothing. Go home.’):
 * in a part of its own, without both marks, it would seem the speaker's.
 */
export function threadSentences(releaseText: string, span: Span): readonly Span[] {
  const quoted = innerQuotations(releaseText, span).toSorted((a, b) => a.start - b.start);
  let [next, quotedUntil] = [0, span.start];
  let start = span.start;
  return sentenceEnds(releaseText, span).flatMap((end) => {
    for (let inner = quoted[next]; inner !== undefined && inner.start < end; inner = quoted[next]) {
      quotedUntil = Math.max(quotedUntil, inner.end);
      next += 1;
    }
    if (end < quotedUntil && end !== span.end) return [];
    const from = start === span.start ? start : pastSpace(releaseText, start, end);
    start = end;
    return from < end ? [{ start: from, end }] : [];
  });
}

function pastSpace(text: string, start: number, end: number): number {
  return end - text.slice(start, end).trimStart().length;
}
