import type { Span } from '../../../domain/statement/statement.js';

/**
 * Spans given for one version of a release, as they lie in another: each as far from the span that it overlaps as
 * before. Whether the words there are the same is for the caller to see.
 */
export function carriedOver(
  wanted: readonly Span[],
  from: readonly Span[],
  to: readonly Span[],
): readonly Span[] {
  return wanted.map((span) => {
    const index = Math.max(
      0,
      from.findIndex((one) => span.start < one.end && one.start < span.end),
    );
    const by = (to[index]?.start ?? 0) - (from[index]?.start ?? 0);
    return { start: span.start + by, end: span.end + by };
  });
}

/** The words of spans as one text, to compare versions by. */
export function wordsAt(text: string, spans: readonly Span[]): string {
  return JSON.stringify(spans.map(({ start, end }) => text.slice(start, end)));
}
