import type { Part, QuotationSegment } from '../post/segment.js';
import type { SourcedStatement, StatementLookup } from './proof.js';
import { lastWordEnd, mayShow } from './shown-span.js';
import type { Span } from './statement.js';
import { threadSentences } from './thread-sentences.js';

/**
 * For each part the segments that show a piece of a quotation of which the post shows the rest: a long quotation as
 * a thread. The pieces stand in parts that follow each other, one in each; the first begins where the span begins,
 * the last ends where it may end, each ends with one of the span's `threadSentences`, and the next begins with the next.
 */
export function threadPieces(
  parts: readonly Part[],
  statements: StatementLookup,
): readonly ReadonlySet<QuotationSegment>[] {
  const pieces = parts.map(() => new Set<QuotationSegment>());
  const begun = parts.map(byBeginning);
  const sentences = new Map<Span, Sentences>();
  for (const [index, part] of parts.entries()) {
    for (const segment of quotations(part)) {
      const source = statements.get(segment.statementId);
      const span = source && spanBegunBy(segment, source);
      if (source === undefined || span === undefined) continue;
      const split = sentences.get(span) ?? sentencesOf(span, source.releaseText);
      sentences.set(span, split);
      const run = runFrom(segment, begun.slice(index + 1), span, split);
      for (const [n, piece] of run.entries()) pieces[index + n]?.add(piece);
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

interface Sentences {
  /** From the end of each sentence but the last to the start of the next. */
  readonly next: ReadonlyMap<number, number>;
  /** Where the last may end at the earliest. */
  readonly lastEnd: number;
}

function sentencesOf(span: Span, releaseText: string): Sentences {
  const sentences = threadSentences(releaseText, span);
  return {
    next: new Map(sentences.slice(1).map(({ start }, n) => [sentences[n]?.end ?? span.start, start])),
    lastEnd: lastWordEnd(span, releaseText),
  };
}

/** The pieces of a span from its first on, each of another part; none where the parts do not show all of it. */
function runFrom(
  first: QuotationSegment,
  following: readonly Beginnings[],
  span: Span,
  { next, lastEnd }: Sentences,
): readonly QuotationSegment[] {
  const run = [first];
  let last = first;
  for (const begun of following) {
    const piece = begun.get(beginning(first.statementId, next.get(last.span.end)));
    if (piece === undefined || piece.span.end > span.end) return [];
    run.push(piece);
    if (piece.span.end >= lastEnd) return run;
    last = piece;
  }
  return [];
}

/** The first segment of a part for each place of a quotation where one begins that is shown without a cut. */
type Beginnings = ReadonlyMap<string, QuotationSegment>;

function byBeginning(part: Part): Beginnings {
  const uncut = quotations(part).filter(({ removed }) => removed === undefined);
  return new Map(uncut.toReversed().map((one) => [beginning(one.statementId, one.span.start), one]));
}

function beginning(statementId: string, at: number | undefined): string {
  return `${at} ${statementId}`;
}

function quotations({ segments }: Part): readonly QuotationSegment[] {
  return segments.filter((segment) => segment.kind === 'quotation');
}
