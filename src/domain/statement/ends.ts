import { findQuotationMark } from '../post/quotation-mark.js';
import { cutsCharacter } from './half-character.js';
import type { Span } from './statement.js';
import { isWithin } from './within.js';

export type EndsFault =
  | 'out-of-bounds'
  | 'empty'
  | 'half-a-character'
  | 'out-of-order'
  | 'somewhere-else'
  | 'takes-in-a-mark'
  | 'overlaps-another'
  | 'figure-outside'
  | 'one-span-only';

/** A statement whose ends a person moves, and the spans of the release that other statements hold. */
export interface MovableStatement {
  readonly kind: 'quotation' | 'fact';
  readonly spans: readonly Span[];
  readonly figures: readonly Span[];
  readonly others: readonly Span[];
}

/**
 * Why a statement cannot have these spans instead, with the index of the span at fault, or null.
 *
 * Ends move over characters of the source alone. A span stays with the words it had, or it would be another
 * statement; and a quotation takes in no quotation mark that it did not hold, since beyond its mark begin
 * somebody else's words. A fact keeps every one of its figures.
 */
export function endsFault(
  text: string,
  statement: MovableStatement,
  wanted: readonly Span[],
): { readonly because: EndsFault; readonly span: number } | null {
  if (wanted.length === 0) return { because: 'empty', span: 0 };
  if (statement.kind === 'fact' && wanted.length > 1) return { because: 'one-span-only', span: 1 };
  for (const [index, span] of wanted.entries()) {
    const because = spanFault(text, statement, span, wanted[index - 1]);
    if (because !== null) return { because, span: index };
  }
  const [first] = wanted;
  const lost = first !== undefined && statement.figures.some((figure) => !isWithin(figure, first));
  return lost ? { because: 'figure-outside', span: 0 } : null;
}

function spanFault(
  text: string,
  { kind, spans, others }: MovableStatement,
  span: Span,
  previous: Span | undefined,
): EndsFault | null {
  if (span.start < 0 || span.end > text.length) return 'out-of-bounds';
  if (text.slice(span.start, span.end).trim() === '') return 'empty';
  if (cutsCharacter(text, span.start) || cutsCharacter(text, span.end)) return 'half-a-character';
  if (previous !== undefined && span.start < previous.end) return 'out-of-order';
  if (!spans.some((old) => overlap(span, old))) return 'somewhere-else';
  if (others.some((other) => overlap(span, other))) return 'overlaps-another';
  const takesMark = kind === 'quotation' && added(span, spans).some((piece) => holdsMark(text, piece));
  return takesMark ? 'takes-in-a-mark' : null;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What of the span the statement did not hold before. */
function added(span: Span, held: readonly Span[]): Span[] {
  let pieces: Span[] = [span];
  for (const old of held) {
    pieces = pieces.flatMap((piece) => {
      if (!overlap(piece, old)) return [piece];
      const before = { start: piece.start, end: old.start };
      const after = { start: old.end, end: piece.end };
      return [before, after].filter(({ start, end }) => start < end);
    });
  }
  return pieces;
}

/** The letter before the piece is read along, so that an apostrophe right at its start is known as one. */
function holdsMark(text: string, { start, end }: Span): boolean {
  const letterBefore = /[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - 1), start));
  return findQuotationMark(text.slice(letterBefore ? start - 1 : start, end)) !== null;
}
