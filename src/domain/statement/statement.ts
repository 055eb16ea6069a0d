/** A half-open range of UTF-16 code units in a release's text: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What is left out of a quotation: ranges of the release, in order, none touching another, all within one span of
 * the quotation.
 */
export type Cut = readonly Span[];

/**
 * Where a statement stands in review. Only an accepted one may reach a post; a withdrawn one is no longer said by
 * the corrected release.
 */
export type StatementStatus = 'proposed' | 'accepted' | 'rejected' | 'withdrawn';

/**
 * Somebody's words in a release. An interrupted or many-paragraph quotation is one quotation of several
 * spans, each strictly between its outer marks.
 */
export interface Quotation {
  readonly kind: 'quotation';
  readonly spans: readonly Span[];
  readonly speaker: string | null;
  readonly role: string | null;
  readonly organization: string | null;
}

/** A sentence with figures, outside every quotation. `figures` are literal spans inside `spans[0]`. */
export interface Fact {
  readonly kind: 'fact';
  readonly spans: readonly [Span];
  readonly figures: readonly Span[];
  /** Who the release attributes the figures to; null where it names nobody. */
  readonly source: string | null;
}

/** A statement as a campaign keeps it: reviewed by a person, with a revision that each change raises. */
export type Statement = ((Quotation & Agreed) | Fact) & {
  readonly id: string;
  readonly releaseId: string;
  readonly revision: number;
  readonly status: StatementStatus;
};

interface Agreed {
  /** The cuts that the speaker's organization agreed to; absent means none. */
  readonly agreedCuts?: readonly Cut[];
}
