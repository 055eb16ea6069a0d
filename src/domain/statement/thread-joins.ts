import { innerQuotations } from './inner-quotation.js';
import { sentenceEnds } from './sentences.js';
import type { Span } from './statement.js';

/**
 * Where a span of a quotation may be split over the parts of a thread: behind each sentence, and at its own end.
 * Not among words that the speaker quotes in turn (‘You are nothing. Go home.’): in a part of their own, without
 * both marks, they would seem the speaker's.
 */
export function threadJoins(releaseText: string, span: Span): readonly number[] {
  const inner = innerQuotations(releaseText, span);
  return sentenceEnds(releaseText, span).filter(
    (at) => at === span.end || !inner.some(({ start, end }) => start < at && at < end),
  );
}
