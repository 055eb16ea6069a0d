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
  /** Name of the rule that decided, e.g. `said-after`; after a slash how the name was resolved, e.g. `said-after/surname`. */
  readonly rule: string;
  readonly confidence: Confidence;
  /** Sentences for a coordinator: why this needs a look, repairs included. Empty when there is no doubt. */
  readonly doubts: readonly string[];
}

/** A quotation as found: its speaker, those who speak with that person, and who else it could be. */
export type ExtractedQuotation = Quotation &
  Finding & {
    /** Those who say the same words together with `speaker`. */
    readonly coSpeakers: readonly string[];
    /** Where rules disagree or a name fits several people: whom a person has to choose from. Else empty. */
    readonly candidates: readonly string[];
  };

export type ExtractedFact = Fact & Finding;
