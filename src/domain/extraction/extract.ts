import type { Span } from '../statement/statement.js';
import { attribute, type AttributedQuotation } from './attribution/assemble.js';
import { DOUBTS, isGrave, repairDoubt } from './doubts.js';
import type { Confidence, ExtractedQuotation, Extraction } from './extraction.js';
import { readFacts } from './facts/facts.js';
import { readMarks } from './marks/glyphs.js';
import { readPassages, type Passage } from './marks/passages.js';
import { readRoles } from './marks/reading.js';
import { mergePassages, readSinglePassages } from './marks/singles.js';
import { readPartners } from './partners/partners.js';
import { readRoster } from './people/roster.js';
import { readLayout, type Layout } from './text/layout.js';
import { sentencesOutside } from './text/sentences-outside.js';
import { readWords } from './text/words.js';

/**
 * Finds the quotations, facts and partners of a release, each with the rule that decided and the doubts that a person
 * has to settle. Deterministic, never throws, linear in the text's length. Spans are UTF-16, half open, into `text`,
 * never overlap, and a quotation's spans lie strictly between its outer marks.
 */
export function extract(text: string): Extraction {
  const layout = readLayout(text);
  const words = readWords(text);
  const release = { text, words, roster: readRoster(text, words) };
  const marked = markedPassages(text, layout);
  const { quotations, cues } = attribute(release, layout, marked);
  const quoted = quotations.flatMap(({ passages }) => passages.map(outer)).sort(byStart);
  const taken = [...quoted, ...cues].sort(byStart);
  return {
    quotations: quotations.map((quotation) => toQuotation(text, quotation)),
    facts: readFacts(text, layout, taken, marked),
    partners: readPartners(release, layout.paragraphs, sentencesOutside(text, layout, quoted)),
  };
}

/** Everything that stands between outer quotation marks, quotations and phrases alike. */
function markedPassages(text: string, layout: Layout): Passage[] {
  const marks = readMarks(text);
  const doubles = readPassages(text, marks, layout, readRoles(text, marks, layout.paragraphs));
  return mergePassages(doubles, readSinglePassages(text, layout.paragraphs, doubles));
}

function outer(passage: Passage): Span {
  return { start: passage.outerStart, end: passage.outerEnd };
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}

function toQuotation(text: string, { passages, speaker, doubts }: AttributedQuotation): ExtractedQuotation {
  const repairs = [...new Set(passages.flatMap((passage) => passage.repairs))];
  const unfinished = passages.some((passage) => isUnfinished(text, passage));
  const all = [
    ...speaker.doubts,
    ...doubts,
    ...repairs.map(repairDoubt),
    ...(unfinished ? [DOUBTS.unfinished] : []),
  ];
  const questioned = doubts.length > 0 || unfinished || repairs.some(isGrave);
  return {
    kind: 'quotation',
    spans: passages.map(({ start, end }) => ({ start, end })),
    speaker: speaker.name,
    role: speaker.role,
    organization: speaker.organization,
    coSpeakers: speaker.coSpeakers,
    candidates: speaker.candidates,
    rule: speaker.rule,
    confidence: lowered(speaker.confidence, questioned),
    doubts: all,
  };
}

/** A few words that end in a space or in no mark of punctuation: the publisher did not finish them. */
function isUnfinished(text: string, passage: Passage): boolean {
  const words = text.slice(passage.start, Math.min(passage.end, passage.start + 80));
  return passage.end - passage.start < 80 && /[\p{L}]\s+$/u.test(words);
}

function lowered(confidence: Confidence, questioned: boolean): Confidence {
  return questioned && confidence === 'high' ? 'medium' : confidence;
}
