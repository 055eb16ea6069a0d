import type { Part, QuotationSegment } from '../post/segment.js';
import { mayShow } from './shown-span.js';
import { threadJoins } from './thread-joins.js';
import type { SourcedStatement, StatementLookup } from './proof.js';
import type { Span } from './statement.js';

/**
 * For each part the segments that show a piece of a quotation of which the post shows the rest: a long quotation as
 * a thread. The pieces stand in parts that follow each other, one in each; the first begins where the span begins,
 * the last ends where it may end, nothing but white space is left out between two, and each join is one of `threadJoins`.
 */
export function threadPieces(
  parts: readonly Part[],
  statements: StatementLookup,
): readonly ReadonlySet<QuotationSegment>[] {
  const pieces = parts.map(() => new Set<QuotationSegment>());
  for (const [index, part] of parts.entries()) {
    for (const segment of quotations(part)) {
      const source = statements.get(segment.statementId);
      const span = source && spanBegunBy(segment, source);
      if (source === undefined || span === undefined) continue;
      const run = runFrom(segment, parts.slice(index + 1), span, source.releaseText);
      for (const [n, piece] of (run ?? []).entries()) pieces[index + n]?.add(piece);
    }
  }
  return pieces;
}

/** The span of which a segment shows the first sentences, but not all. */
function spanBegunBy(
  segment: QuotationSegment,
  { statement, releaseText }: SourcedStatement,
): Span | undefined {
  if (segment.removed !== undefined || statement.kind !== 'quotation') return undefined;
  return statement.spans.find(
    (span) =>
      span.start === segment.span.start &&
      segment.span.end < span.end &&
      !mayShow(segment.span, span, releaseText),
  );
}

function runFrom(
  first: QuotationSegment,
  following: readonly Part[],
  span: Span,
  releaseText: string,
): readonly QuotationSegment[] | null {
  const joins = new Set(threadJoins(releaseText, span));
  const run = [first];
  let last = first;
  for (const part of following) {
    if (!joins.has(last.span.end)) return null;
    const next = quotations(part).find(
      ({ statementId, span: piece, removed }) =>
        statementId === first.statementId &&
        removed === undefined &&
        piece.start >= last.span.end &&
        releaseText.slice(last.span.end, piece.start).trim() === '' &&
        // The white space of the join is shown by neither piece.
        /^\S/u.test(releaseText.slice(piece.start, piece.start + 1)) &&
        piece.end <= span.end,
    );
    if (next === undefined) return null;
    run.push(next);
    if (mayShow({ start: span.start, end: next.span.end }, span, releaseText)) return run;
    last = next;
  }
  return null;
}

function quotations({ segments }: Part): readonly QuotationSegment[] {
  return segments.filter((segment) => segment.kind === 'quotation');
}
