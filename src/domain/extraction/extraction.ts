import type { Fact, Quotation } from '../statement/statement.js';

/** How far a coordinator can trust a finding: `high` needs a glance, `low` needs a decision. */
export type Confidence = 'high' | 'medium' | 'low';

/** What the extractor found in a release, each finding with the reasons a person needs to judge it. */
export interface Extraction {
  readonly quotations: readonly ExtractedQuotation[];
  readonly facts: readonly ExtractedFact[];
  /** Partner organizations named in explicit lists, in the release's order, as the release writes them. */
  readonly partners: readonly string[];
}

export interface Finding {
  /** Name of the rule that decided, e.g. `said-after`. */
  readonly rule: string;
  readonly confidence: Confidence;
  /** Sentences for a coordinator: why this needs a look, repairs included. Empty when there is no doubt. */
  readonly doubts: readonly string[];
}

export type ExtractedQuotation = Quotation & Finding;
export type ExtractedFact = Fact & Finding;
