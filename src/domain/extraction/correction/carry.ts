import type { Span } from '../../statement/statement.js';
import type { Findings } from './findings.js';
import type { AnchoredStatement, Found, StandingAnchor } from './reanchoring.js';

/**
 * The statement in the corrected text, each span as far from its finding's span as before; null where other words
 * stand there. Ends that a person moved stay moved: over the same characters, next to the same ones, and never into
 * another finding.
 */
export function carry(
  statement: AnchoredStatement,
  old: Findings,
  now: Findings,
  to: Found,
): StandingAnchor | null {
  const spans: Span[] = [];
  for (const span of statement.spans) {
    const piece = old.pieceAt(span);
    const target = piece === null ? undefined : to.spans[piece.number];
    if (piece === null || target === undefined) return null;
    const moved = shifted(span, target.start - piece.start);
    const sameEnds =
      (span.start >= piece.start || old.text[span.start - 1] === now.text[moved.start - 1]) &&
      (span.end <= piece.end || old.text[span.end] === now.text[moved.end]);
    if (!sameEnds || !sameWords(old, span, now, moved)) return null;
    if (now.pieceAt(moved)?.finding !== to) return null;
    spans.push(moved);
  }
  return placed(statement, spans);
}

/** The statement with its figures, where its spans are known in the corrected text; null where a figure is not in them. */
export function placed(
  { id, spans: before, figures }: AnchoredStatement,
  spans: readonly Span[],
): StandingAnchor | null {
  const moved: Span[] = [];
  for (const figure of figures) {
    const holder = before.findIndex(({ start, end }) => start <= figure.start && figure.end <= end);
    const [from, to] = [before[holder], spans[holder]];
    if (from === undefined || to === undefined) return null;
    moved.push(shifted(figure, to.start - from.start));
  }
  return { id, spans, figures: moved };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A span that would begin before the text has never the same words: `slice` counts such an offset from the end. */
function sameWords(old: Findings, span: Span, now: Findings, moved: Span): boolean {
  if (moved.start < 0) return false;
  return old.text.slice(span.start, span.end) === now.text.slice(moved.start, moved.end);
}
