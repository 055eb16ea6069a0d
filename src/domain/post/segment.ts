import type { Cut, Span } from '../statement/statement.js';

/** Words of the template or of the partner; never anybody's quotation, so it holds no quotation marks. */
export interface FrameText {
  readonly kind: 'text';
  readonly text: string;
}

/** Somebody's words: `text` is `release.text.slice(span.start, span.end)`, shown between “ and ”. */
export interface QuotationSegment {
  readonly kind: 'quotation';
  readonly statementId: string;
  readonly span: Span;
  readonly text: string;
  /** What is left out of the span; `text` then shows where. Absent where the span is shown whole. */
  readonly removed?: Cut | undefined;
}

/** Literal words of a fact, a figure among them: `text` is that span of the release. */
export interface FigureSegment {
  readonly kind: 'figure';
  readonly statementId: string;
  readonly span: Span;
  readonly text: string;
}

/** An absolute http(s) address, shown as it stands. */
export interface LinkSegment {
  readonly kind: 'link';
  readonly url: string;
}

export type Segment = FrameText | QuotationSegment | FigureSegment | LinkSegment;

/** A picture of a part: `digest` is the SHA-256 of its bytes, in hex. */
export interface Picture {
  readonly digest: string;
  readonly altText: string;
}

/** A thread has no more parts than this. */
export const MOST_PARTS = 25;

/** What one account says in one publication; a thread is a post of several parts. */
export interface Part {
  readonly segments: readonly Segment[];
  readonly pictures: readonly Picture[];
}

/** The text of a segment as readers see it. Quotation marks come from here and from nowhere else. */
export function segmentText(segment: Segment): string {
  switch (segment.kind) {
    case 'text':
      return segment.text;
    case 'quotation':
      return `“${segment.text}”`;
    case 'figure':
      return segment.text;
    case 'link':
      return segment.url;
  }
}

/** The text of a part exactly as it is sent. No Unicode normalization: a quotation stays byte for byte. */
export function partText(part: Part): string {
  return part.segments.map(segmentText).join('');
}
