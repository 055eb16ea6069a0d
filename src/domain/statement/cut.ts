import { cutsCharacter } from './half-character.js';
import { holdsInnerMark } from './inner-quotation.js';
import { CLOSING_MARK, closesSentence, lastMark, sentenceEnds } from './sentences.js';
import type { Cut, Quotation, Span } from './statement.js';
import { withoutTrailing } from './trailing.js';
import { isWithin } from './within.js';

/** Fewer words than these do not let a reader judge what was left out. */
export const FEWEST_WORDS_KEPT = 6;

const CLAUSE_MARK = /[,;:.!?…–—]/u;
const RUN_ON = /[\s,;:–—]/u;
const SPACE = /\s/u;

export type CutFault =
  | 'empty'
  | 'not-within-one-span'
  | 'out-of-order'
  | 'half-a-character'
  | 'inner-quotation'
  | 'not-at-a-clause-end'
  | 'not-at-a-sentence-start'
  | 'too-few-words';

const MESSAGES: Readonly<Record<CutFault, string>> = {
  empty: 'This leaves out no words: give the words to be left out.',
  'not-within-one-span':
    'This reaches beyond the quotation, or into more than one piece of it: cut within one piece.',
  'out-of-order': 'These ranges overlap or are out of order: give them as they stand in the release.',
  'half-a-character': 'This cuts a character in half: move the end by one.',
  'inner-quotation':
    'This leaves out a quotation mark, so that it would no longer be plain whose words are whose: leave the inner quotation whole.',
  'not-at-a-clause-end':
    'A cut begins and ends where a clause ends, behind a comma, semicolon, colon, dash or full stop: move its ends there.',
  'not-at-a-sentence-start':
    'What is left out at the beginning ends with a sentence: move the end of the cut there.',
  'too-few-words': `A cut keeps at least ${FEWEST_WORDS_KEPT} words on each side of what it leaves out: leave out less.`,
};

/**
 * Why a quotation cannot be cut like this, or null. Whole clauses are left out, never pieces of one, since half a
 * clause may say what nobody said; and enough words stay on each side to be read as the speaker's.
 */
export function cutFault(
  { spans }: Pick<Quotation, 'spans'>,
  cut: Cut,
  releaseText: string,
): { readonly because: CutFault; readonly message: string } | null {
  const because = judge(spans, cut, releaseText);
  return because === null ? null : { because, message: MESSAGES[because] };
}

/**
 * The text of a span with what is left out shown: […] for words within it or at its beginning, … for a sentence
 * that is broken off. All that is kept is the release's, byte for byte, less the comma before a …
 */
export function cutText(span: Span, removed: Cut, releaseText: string): string {
  const kept = keptRanges(span, removed).map(({ start, end }) => releaseText.slice(start, end).trim());
  const last = removed.at(-1);
  const first = removed[0];
  const body = kept.join(' […] ');
  const opened = first !== undefined && first.start === span.start ? `[…] ${body}` : body;
  if (last === undefined || last.end !== span.end) return opened;
  const all = { start: 0, end: opened.length };
  return closesSentence(opened, all)
    ? `${opened} […]`
    : `${opened.slice(0, withoutTrailing(opened, all, RUN_ON))}…`;
}

/** Whether two cuts leave out the same. */
export function sameCut(one: Cut, other: Cut): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, n) => start === other[n]?.start && end === other[n].end)
  );
}

/** The span of a quotation that a cut is made in, or undefined. */
export function spanOfCut(spans: readonly Span[], cut: Cut): Span | undefined {
  return spans.find((span) => cut.every((range) => isWithin(range, span)));
}

function judge(spans: readonly Span[], cut: Cut, text: string): CutFault | null {
  if (cut.length === 0 || cut.some((range) => words(text, range) === 0)) return 'empty';
  const span = spanOfCut(spans, cut);
  if (span === undefined) return 'not-within-one-span';
  if (cut.some(({ start }, n) => n > 0 && start <= (cut[n - 1]?.end ?? 0))) return 'out-of-order';
  if (cut.some(({ start, end }) => cutsCharacter(text, start) || cutsCharacter(text, end))) {
    return 'half-a-character';
  }
  if (holdsInnerMark(text, span, cut)) return 'inner-quotation';
  const sentences = new Set(sentenceEnds(text, span));
  for (const { start, end } of cut) {
    if (![start, end].every((at) => endsClause(text, span, at, sentences))) return 'not-at-a-clause-end';
    if (start === span.start && !endsSentence(text, span, end, sentences)) return 'not-at-a-sentence-start';
  }
  const kept = keptRanges(span, cut);
  return kept.length === 0 || kept.some((range) => words(text, range) < FEWEST_WORDS_KEPT)
    ? 'too-few-words'
    : null;
}

function keptRanges(span: Span, removed: Cut): readonly Span[] {
  const edges = [span.start, ...removed.flatMap(({ start, end }) => [start, end]), span.end];
  const kept: Span[] = [];
  for (let n = 0; n + 1 < edges.length; n += 2) {
    const [start = 0, end = 0] = [edges[n], edges[n + 1]];
    if (start < end) kept.push({ start, end });
  }
  return kept;
}

function words(text: string, { start, end }: Span): number {
  return text
    .slice(start, end)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A clause ends between two words: not in a number (1,000), a time, an address, London–Dover or St. Osyth. */
function endsClause(text: string, span: Span, at: number, sentences: ReadonlySet<number>): boolean {
  if (at === span.start || at === span.end) return true;
  const before = { start: span.start, end: at };
  if (!CLAUSE_MARK.test(lastMark(text, before))) return false;
  if (!isBreak(text, before) && !SPACE.test(text.charAt(at))) return false;
  return !closesSentence(text, before) || endsSentence(text, span, at, sentences);
}

/** What parts two words where the second follows at once: white space, or a dash that no number stands before. */
function isBreak(text: string, before: Span): boolean {
  if (SPACE.test(text.charAt(before.end - 1))) return true;
  const dash = withoutTrailing(text, before, CLOSING_MARK) - 1;
  const ahead = text.slice(Math.max(before.start, dash - 2), dash);
  return text.charAt(dash) === '—' && !/\p{N}$/u.test(ahead);
}

function endsSentence(text: string, span: Span, at: number, sentences: ReadonlySet<number>): boolean {
  return sentences.has(withoutTrailing(text, { start: span.start, end: at }, SPACE));
}
