import type { ExtractedFact, ExtractedQuotation, Extraction } from '../domain/extraction/index.js';

/** An extraction for people: the words as they stand, who said them, and what a person has to look at. */
export function extractionReport(text: string, extraction: Extraction): string {
  const { quotations, facts, partners } = extraction;
  return [
    heading('Quotations', quotations.length, 'none: a release without a quotation gives no quotation posts'),
    ...quotations.map((quotation, index) => quotationText(text, quotation, index + 1)),
    heading('Facts', facts.length, 'none'),
    ...facts.map((fact, index) => factText(text, fact, index + 1)),
    heading('Partners', partners.length, 'none'),
    ...(partners.length === 0 ? [] : [partners.map((partner) => `  ${partner}`).join('\n')]),
  ].join('\n\n');
}

function heading(name: string, count: number, none: string): string {
  return count === 0 ? `${name}: ${none}` : `${name}: ${count}`;
}

function quotationText(text: string, quotation: ExtractedQuotation, number: number): string {
  const { speaker, coSpeakers, role, organization, candidates } = quotation;
  const names = [speaker, ...coSpeakers].filter((name) => name !== null).join(' and ');
  const who = names === '' ? 'nobody is named' : names;
  const words = quotation.spans.map(({ start, end }) => `“${text.slice(start, end)}”`).join(' … ');
  return [
    `${String(number).padStart(3)}. ${words}`,
    `     – ${[who, role, organization].filter((detail) => detail !== null).join(', ')}`,
    ...(candidates.length === 0 ? [] : [`     ? could be: ${candidates.join(', ')}`]),
    ...doubtLines(quotation.doubts),
  ].join('\n');
}

function factText(text: string, fact: ExtractedFact, number: number): string {
  const [{ start, end }] = fact.spans;
  const figures = fact.figures.map((figure) => text.slice(figure.start, figure.end)).join(', ');
  return [
    `${String(number).padStart(3)}. ${text.slice(start, end)}`,
    `     figures: ${figures}; source: ${fact.source ?? 'not named'}`,
    ...doubtLines(fact.doubts),
  ].join('\n');
}

function doubtLines(doubts: readonly string[]): string[] {
  return doubts.map((doubt) => `     ? ${doubt}`);
}
