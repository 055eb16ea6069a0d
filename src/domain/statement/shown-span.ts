import { closesSentence } from './sentences.js';
import type { Quotation, Span } from './statement.js';
import { withoutTrailing } from './trailing.js';

const CLOSING_PUNCTUATION = /[\s,;:–—-]/u;
const RUN_ON = /[\s,;:]/u;
const MARK_OR_SPACE = /[“”„‟"«»‹›‘’'\s]/u;
const CUE_END = /[.!?:]/u;
const CUE_GOES_ON = /[,;–—-]/u;
const BEGINS_LOW = /^[^\p{L}\p{N}]*\p{Ll}/u;
/** A span's first letter is nearer than this; the bound keeps the work small. */
const LONGEST_LOOK = 40;

/**
 * Whether a post may show `shown` of a quotation's span: the whole span, or the whole span less the comma,
 * semicolon, colon or dash before its closing mark, which belongs to the release's own sentence
 * (“…for everyone,” said the mayor). This is the one shortening that needs nobody's agreement.
 */
export function mayShow(shown: Span, span: Span, releaseText: string): boolean {
  if (shown.start !== span.start || shown.end > span.end || shown.end <= shown.start) return false;
  return shown.end === span.end || shown.end >= lastWordEnd(span, releaseText);
}

/** Where the words of a span end, less the punctuation that `mayShow` allows to leave out. */
export function lastWordEnd(span: Span, releaseText: string): number {
  return withoutTrailing(releaseText, span, CLOSING_PUNCTUATION);
}

/** The span as a post shows it: less the punctuation by which the release's sentence ran on after it. */
export function shownSpan(span: Span, releaseText: string): Span {
  const end = withoutTrailing(releaseText, span, RUN_ON);
  return end === span.start ? span : { start: span.start, end };
}

/**
 * The passages of a quotation that can stand alone: groups of its spans, in order.
 *
 * An interruption between two sentences (“…,” she said. “…”) separates passages; one inside a sentence
 * (“If so,” she said, “we all lose.”) does not, since half a sentence may say what nobody said.
 */
export function passages(quotation: Quotation, releaseText: string): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  for (const [index, span] of quotation.spans.entries()) {
    const previous = quotation.spans[index - 1];
    const group = groups.at(-1);
    if (group && previous && isOneSentence(previous, span, releaseText)) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

/**
 * Whether a sentence that begins in one span of a quotation goes on in the next. Behind a full stop it does only where
 * both the cue and a small letter go on (“Do we stop?” she asked, “or do we go on?”); else a cue that ends parts
 * two sentences, unless a small letter shows that it ended with an abbreviation (said Bo Lund of Quay Inc. “but …”).
 */
export function isOneSentence(previous: Span, next: Span, releaseText: string): boolean {
  const between = { start: previous.end, end: next.start };
  const cueEnd = withoutTrailing(releaseText, between, MARK_OR_SPACE);
  const cueMark = cueEnd > between.start ? releaseText.charAt(cueEnd - 1) : '';
  const beginning = releaseText.slice(next.start, Math.min(next.end, next.start + LONGEST_LOOK));
  const beginsLow = BEGINS_LOW.test(beginning);
  return closesSentence(releaseText, previous)
    ? beginsLow && CUE_GOES_ON.test(cueMark)
    : beginsLow || !CUE_END.test(cueMark);
}
