/** Extraction: finds who said what, which figures stand, and who the partners are, in the text of a release. */
export { reanchor } from './correction/reanchor.js';
export type {
  AnchoredStatement,
  ChangedBecause,
  Flag,
  Reanchoring,
  StandingAnchor,
} from './correction/reanchoring.js';
export { extract } from './extract.js';
export type { Confidence, ExtractedFact, ExtractedQuotation, Extraction, Finding } from './extraction.js';
export { toPrediction, type Prediction } from './prediction.js';
