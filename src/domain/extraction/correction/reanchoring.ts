import type { Span } from '../../statement/statement.js';
import type { ExtractedFact, ExtractedQuotation } from '../extraction.js';

/** What the rules find in a text, of either kind. */
export type Found = ExtractedQuotation | ExtractedFact;

/** A statement of a release, with its spans and figures in the release's earlier text, as a person may have moved them. */
export interface AnchoredStatement {
  readonly id: string;
  readonly kind: 'quotation' | 'fact';
  readonly spans: readonly Span[];
  readonly figures: readonly Span[];
}

/** A statement that the corrected text holds unchanged; span by span in the given order, in the corrected text. */
export interface StandingAnchor {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly figures: readonly Span[];
}

export type ChangedBecause =
  'gone' | 'words-changed' | 'speaker-changed' | 'source-changed' | 'several-places' | 'no-longer-quoted';

/** Why a statement does not stand in the corrected text. */
export interface Flag {
  readonly because: ChangedBecause;
  /** For a coordinator: which words, what changed, what to do. */
  readonly message: string;
  /** Where in the corrected text a person should look, or null. An offer, and no place of the statement. */
  readonly likely: readonly Span[] | null;
}

export interface Reanchoring {
  readonly standing: readonly StandingAnchor[];
  readonly flagged: readonly (Flag & { readonly id: string })[];
  /** Findings of the corrected text that no standing statement covers, in its order. */
  readonly fresh: readonly Found[];
  /** Partners that the corrected text lists. */
  readonly partners: readonly string[];
}
