import type { Quotation, Span } from './statement.js';

const CLOSING_PUNCTUATION = /[\s,;:–—-]+$/u;
const RUN_ON = /[\s,;:]+$/u;
const SENTENCE_END = /[.!?…][)\]’”'"]*\s*$/u;
const CUE_END = /[.!?:]\s*$/u;

/**
 * Whether a post may show `shown` of a quotation's span: the whole span, or the whole span less the comma,
 * semicolon, colon or dash before its closing mark, which belongs to the release's own sentence
 * (“…for everyone,” said the mayor). This is the one shortening that needs nobody's agreement.
 */
export function mayShow(shown: Span, span: Span, releaseText: string): boolean {
  if (shown.start !== span.start || shown.end > span.end || shown.end <= shown.start) return false;
  const left = releaseText.slice(span.start, span.end).replace(CLOSING_PUNCTUATION, '');
  return shown.end === span.end || shown.end >= span.start + left.length;
}

/** The span as a post shows it: less the punctuation by which the release's sentence ran on after it. */
export function shownSpan(span: Span, releaseText: string): Span {
  const shown = releaseText.slice(span.start, span.end).replace(RUN_ON, '');
  return shown === '' ? span : { start: span.start, end: span.start + shown.length };
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
    if (group && previous && runsOn(previous, span, releaseText)) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

function runsOn(previous: Span, next: Span, releaseText: string): boolean {
  if (SENTENCE_END.test(releaseText.slice(previous.start, previous.end))) return false;
  const between = releaseText.slice(previous.end, next.start).replace(/[“”„‟"«»‹›‘’'\s]+$/u, '');
  return !CUE_END.test(between);
}
