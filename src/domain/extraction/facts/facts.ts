import type { Span } from '../../statement/statement.js';
import type { Layout } from '../text/layout.js';
import { DOUBTS } from '../doubts.js';
import type { ExtractedFact } from '../extraction.js';
import { datelineLength } from '../text/dateline.js';
import { sentencesOutside } from '../text/sentences-outside.js';
import { readFigures } from './figures.js';
import { isNoFactLine } from './no-fact-lines.js';
import { readSource } from './sources.js';

const SHORTEST_FACT = 20;
const LIST_MARK = /^(?:[-–—*•·▪◦●‣>]+|\d{1,3}[.)]|\(?[a-z0-9][.)])\s+/u;

/**
 * The facts of a release: its sentences outside quotations that hold a figure. `taken` are the quotations and the
 * sentences that hand over the word, `marked` all that stands between quotation marks, both in order: figures in them
 * are nobody's statement here. Linear in the text's length.
 */
export function readFacts(
  text: string,
  layout: Layout,
  taken: readonly Span[],
  marked: readonly Span[],
): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  let number = 0;
  let phrase = 0;
  for (const sentence of sentencesOutside(text, layout, taken)) {
    while ((layout.paragraphs[number]?.end ?? Infinity) <= sentence.start) number += 1;
    const paragraph = layout.paragraphs[number] as Span;
    if (isNoFactLine(text, paragraph, number)) continue;
    while (phrase < marked.length && (marked[phrase] as Span).end <= sentence.start) phrase += 1;
    const trimmed = withoutEdges(text, sentence, sentence.start === paragraph.start);
    const fact = trimmed.end - trimmed.start < SHORTEST_FACT ? null : readFact(text, trimmed, marked, phrase);
    if (fact !== null) facts.push(fact);
  }
  return facts;
}

/** A sentence without the white space, bullet or dateline that it stands behind. */
function withoutEdges(text: string, sentence: Span, first: boolean): Span {
  let { start, end } = sentence;
  if (first) start += markLength(text.slice(start, Math.min(end, start + 120)));
  while (start < end && /[\s”"’»)]/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

function markLength(opening: string): number {
  const list = LIST_MARK.exec(opening)?.[0].length ?? 0;
  return list > 0 ? list : datelineLength(opening);
}

function readFact(
  text: string,
  sentence: Span,
  marked: readonly Span[],
  phrase: number,
): ExtractedFact | null {
  const figures = readFigures(text, sentence).filter((figure) => !isMarked(figure, marked, phrase));
  if (!figures.some((figure) => figure.weight === 'strong')) return null;
  const source = readSource(text, sentence);
  const vague = source?.vague === true;
  return {
    kind: 'fact',
    spans: [sentence],
    figures: figures.map(({ start, end }) => ({ start, end })),
    source: source?.name ?? null,
    rule: source === null ? 'figure' : vague ? 'figure-with-unnamed-source' : 'figure-with-source',
    confidence: vague ? 'low' : 'high',
    doubts: vague ? [DOUBTS.askForSource(source.name)] : [],
  };
}

function isMarked(figure: Span, marked: readonly Span[], first: number): boolean {
  for (let index = first; index < marked.length && (marked[index] as Span).start < figure.end; index += 1)
    if ((marked[index] as Span).end >= figure.end) return true;
  return false;
}
