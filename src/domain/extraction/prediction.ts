import type { ExtractedFact, ExtractedQuotation, Extraction } from './extraction.js';

/** The form in which `npx chorus extract FILE --json` prints an extraction; offsets are UTF-16, half open. */
export interface Prediction {
  readonly quotes: readonly {
    readonly spans: readonly (readonly [number, number])[];
    readonly speaker: string | null;
    readonly coSpeakers: readonly string[];
    readonly organization: string | null;
    readonly role: string | null;
    readonly rule: string;
    readonly confidence: string;
    readonly doubts: readonly string[];
  }[];
  readonly facts: readonly {
    readonly start: number;
    readonly end: number;
    readonly figures: readonly string[];
    readonly source: string | null;
    readonly doubts: readonly string[];
  }[];
  readonly organizations: readonly string[];
}

/** Puts an extraction into the form that is printed and scored. `text` is the release that it was made from. */
export function toPrediction(text: string, extraction: Extraction): Prediction {
  return {
    quotes: extraction.quotations.map(toQuote),
    facts: extraction.facts.map((fact) => toFact(text, fact)),
    organizations: extraction.partners,
  };
}

function toQuote(quotation: ExtractedQuotation): Prediction['quotes'][number] {
  const { speaker, coSpeakers, organization, role, rule, confidence, doubts } = quotation;
  const spans = quotation.spans.map(({ start, end }) => [start, end] as const);
  return { spans, speaker, coSpeakers, organization, role, rule, confidence, doubts };
}

function toFact(text: string, fact: ExtractedFact): Prediction['facts'][number] {
  const [{ start, end }] = fact.spans;
  const figures = fact.figures.map((figure) => text.slice(figure.start, figure.end));
  return { start, end, figures, source: fact.source, doubts: fact.doubts };
}
