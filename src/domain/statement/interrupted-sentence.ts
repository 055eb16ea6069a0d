import type { QuotationSegment, Segment } from '../post/segment.js';
import { excerpt } from './excerpt.js';
import type { Objection, SourcedStatement, StatementLookup } from './proof.js';
import { isOneSentence, lastWordEnd } from './shown-span.js';
import type { Cut, Span } from './statement.js';
import { isWithin } from './within.js';

/**
 * What stands against the first quotation of a part, or of an alt text, that shows half of a sentence, with its place
 * among the segments; or null. All are proved by themselves.
 *
 * The halves of a sentence that its release interrupts (“We will not stop,” she said, “until the river is open.”) are
 * two spans, and one of them says what nobody said. So whoever shows the end of one shows the start of the other too,
 * as the next quotation of the same part. An agreed cut that leaves out either end marks it, and stands for both.
 */
export function objectToHalf(
  segments: readonly Segment[],
  statements: StatementLookup,
): (Objection & { readonly at: number }) | null {
  const quotations = segments.flatMap((one, at) => (one.kind === 'quotation' ? [{ one, at }] : []));
  for (const [n, { one, at }] of quotations.entries()) {
    const source = statements.get(one.statementId);
    if (!source || isWhole(one, quotations[n - 1]?.one, quotations[n + 1]?.one, source)) continue;
    const message = `“${excerpt(one.text)}” holds half of a sentence that the release interrupts: show its other half right beside it, in the same part and in the release's order.`;
    return { because: 'not-a-whole-quotation', message, at };
  }
  return null;
}

function isWhole(
  shown: QuotationSegment,
  before: QuotationSegment | undefined,
  after: QuotationSegment | undefined,
  { statement: { id, spans }, releaseText }: SourcedStatement,
): boolean {
  const at = spans.findIndex((each) => isWithin(shown.span, each));
  const [previous, span, next] = [spans[at - 1], spans[at], spans[at + 1]];
  if (span === undefined) return true;
  const beginsBefore =
    previous !== undefined && showsStart(shown, span) && isOneSentence(previous, span, releaseText);
  if (beginsBefore && !(before?.statementId === id && showsEnd(before, previous, releaseText))) return false;
  const goesOn =
    next !== undefined && showsEnd(shown, span, releaseText) && isOneSentence(span, next, releaseText);
  return !goesOn || (after?.statementId === id && showsStart(after, next));
}

/**
 * The spans of a passage that are shown with an agreed cut of one of them, or without: what would go on with a sentence
 * whose end is cut off is left out with it, as is what leads to one whose beginning is.
 */
export function spansBesideCut(spans: readonly Span[], removed: Cut | undefined): readonly Span[] {
  if (removed === undefined) return spans;
  const first = spans.findIndex(({ start }) => removed[0]?.start === start);
  const last = spans.findIndex(({ end }) => removed.at(-1)?.end === end);
  return spans.slice(first < 0 ? 0 : first, last < 0 ? spans.length : last + 1);
}

function showsStart({ span, removed }: QuotationSegment, whole: Span): boolean {
  return span.start === whole.start && removed?.[0]?.start !== whole.start;
}

function showsEnd({ span, removed }: QuotationSegment, whole: Span, releaseText: string): boolean {
  return (
    isWithin(span, whole) && span.end >= lastWordEnd(whole, releaseText) && removed?.at(-1)?.end !== whole.end
  );
}
