import { findQuotationMark } from '../post/quotation-mark.js';
import type { FigureSegment, QuotationSegment } from '../post/segment.js';
import { cutText, sameCut, spanOfCut } from './cut.js';
import { excerpt } from './excerpt.js';
import type { Objection, SourcedStatement } from './proof.js';
import { mayShow } from './shown-span.js';
import type { Cut, Fact, Span, Statement } from './statement.js';

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

/**
 * What stands against a quotation segment of an accepted statement; `names` tells whether the frame of its part names
 * a speaker. `isPiece` where the segment shows some sentences of a span, and other parts of the post the rest.
 */
export function proveQuotation(
  segment: QuotationSegment,
  source: SourcedStatement,
  names: (speaker: string) => boolean,
  isPiece: boolean,
): Objection | null {
  const { statement, releaseText } = source;
  if (statement.kind !== 'quotation') return wrongKind(statement.id, 'fact', 'quotation');
  const objection =
    segment.removed === undefined
      ? (objectToText(segment, releaseText) ?? objectToPiece(segment, statement, releaseText, isPiece))
      : objectToCut(segment, segment.removed, statement, releaseText);
  return objection ?? objectToAttribution(statement.speaker, names);
}

/** What stands against a figure segment of an accepted statement. */
export function proveFigure(segment: FigureSegment, source: SourcedStatement): Objection | null {
  const { statement, releaseText } = source;
  if (statement.kind !== 'fact') return wrongKind(statement.id, 'quotation', 'fact');
  const changed = objectToText(segment, releaseText);
  if (changed) return changed;
  if (findQuotationMark(segment.text) !== null) {
    const message = `The figure (${excerpt(segment.text)}) holds quotation marks, so that it may carry somebody's words: use a piece without them.`;
    return { because: 'quotation-mark', message };
  }
  if (cutsFigure(segment.span, statement, releaseText)) {
    const message = `(${excerpt(segment.text)}) is not whole words of the fact ${statement.id} with a whole figure among them: take the figure with its unit.`;
    return { because: 'figure-cut', message };
  }
  return null;
}

function objectToText(segment: QuotationSegment | FigureSegment, releaseText: string): Objection | null {
  const { span, text } = segment;
  const inside =
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= releaseText.length;
  if (inside && releaseText.slice(span.start, span.end) === text) return null;
  const message = `(${excerpt(text)}) does not stand in the release at ${span.start} to ${span.end}: nobody's words may be changed, so take them from the release again.`;
  return { because: 'not-the-release', message };
}

function objectToPiece(
  { span, text }: QuotationSegment,
  { id, spans }: Statement,
  releaseText: string,
  isPiece: boolean,
): Objection | null {
  if (isPiece || spans.some((whole) => mayShow(span, whole, releaseText))) return null;
  const message = `“${excerpt(text)}” is a piece of the quotation ${id}, not the whole: use all of it. In a thread it may be split at the end of a sentence, over parts that follow each other.`;
  return { because: 'not-a-whole-quotation', message };
}

/** A cut is shown only as it was agreed to, and marked where it leaves something out. */
function objectToCut(
  { span, text }: QuotationSegment,
  removed: Cut,
  { id, spans, agreedCuts = [] }: Agreeable,
  releaseText: string,
): Objection | null {
  const agreed =
    agreedCuts.some((cut) => sameCut(cut, removed)) &&
    spans.some((whole) => whole.start === span.start && whole.end === span.end) &&
    spanOfCut([span], removed) !== undefined;
  if (!agreed) {
    const message = `(${excerpt(text)}) is cut in a way that the speaker's organization has not agreed to: ask for its consent to this cut of ${id}, or use the whole.`;
    return { because: 'cut-not-agreed', message };
  }
  if (cutText(span, removed, releaseText) === text) return null;
  const message = `(${excerpt(text)}) is not how the agreed cut of ${id} reads: nobody's words may be changed, so take it from the release again.`;
  return { because: 'not-the-release', message };
}

type Agreeable = Extract<Statement, { readonly kind: 'quotation' }>;

function objectToAttribution(speaker: string | null, names: (speaker: string) => boolean): Objection | null {
  if (speaker === null || speaker.trim() === '') {
    const message = 'It is not known who said this quotation: name its speaker in the review first.';
    return { because: 'speaker-unknown', message };
  }
  if (names(speaker)) return null;
  const message = `The quotation of ${speaker} stands in a part that does not name ${speaker}: write the name beside it.`;
  return { because: 'speaker-not-named', message };
}

/** Whether the characters on both sides of an offset are of one word or number. */
function joins(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset);
  return ENDS_IN_WORD.test(before) && BEGINS_WITH_WORD.test(text.slice(offset, offset + 2));
}

function cutsFigure(span: Span, fact: Fact, releaseText: string): boolean {
  const [sentence] = fact.spans;
  if (span.start === sentence.start && span.end === sentence.end) return false;
  if (span.start < sentence.start || span.end > sentence.end) return true;
  if (joins(releaseText, span.start) || joins(releaseText, span.end)) return true;
  const touched = fact.figures.filter((figure) => figure.start < span.end && span.start < figure.end);
  return touched.length === 0 || touched.some((figure) => figure.start < span.start || figure.end > span.end);
}

function wrongKind(id: string, is: string, used: string): Objection {
  return {
    because: 'wrong-kind',
    message: `The statement ${id} is a ${is} and cannot be used as a ${used}.`,
  };
}
