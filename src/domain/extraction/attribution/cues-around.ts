import type { Span } from '../../statement/statement.js';
import type { Passage } from '../marks/passages.js';
import type { Release } from '../release.js';
import { datelineLength } from '../text/dateline.js';
import { wordIndexAt } from '../text/words.js';
import { AFTER_RULES } from './after-rules.js';
import { BEFORE_RULES } from './before-rules.js';
import { firstCue, type Cue, type CueSentence } from './cue.js';

/** The text between two passages of a paragraph, or between one and the paragraph's start or end. */
export interface Gap extends Span {
  readonly left: Passage | null;
  readonly right: Passage | null;
}

/** What a gap says: whose the quotation before it is, and whose the one after it. A cue stands in one place only. */
export interface GapCues {
  readonly forLeft: Cue | null;
  readonly forRight: Cue | null;
  /** The gap holds nothing but the left cue, so that what follows goes on in the same mouth. */
  readonly spent: boolean;
}

/** A cue lies near its quotation: at most so many characters of a gap are read from each side. */
const REACH = 600;
const NONE: GapCues = { forLeft: null, forRight: null, spent: false };

/** Reads a gap; `ends` are the paragraph's sentence ends. A sentence between two quotations serves the one that its punctuation binds. */
export function readGap(release: Release, gap: Gap, ends: readonly number[]): GapCues {
  const { text } = release;
  const blank =
    text.slice(gap.start, Math.min(gap.end, gap.start + 8)).trim() === '' && gap.end - gap.start <= 8;
  if (blank) return { ...NONE, spent: true };
  const head = gap.left === null ? null : headSentence(release, gap, ends);
  const tail = gap.right === null ? null : tailSentence(release, gap, ends);
  const forLeft = head === null ? null : firstCue(AFTER_RULES, head);
  const forRight = tail === null ? null : firstCue(BEFORE_RULES, tail);
  const spent = head !== null && text.slice(head.span.end, gap.end).trim() === '';
  if (forLeft === null || forRight === null || forLeft.span.end <= forRight.span.start)
    return { forLeft, forRight, spent };
  return bindsLeft(text, gap, forLeft)
    ? { forLeft, forRight: null, spent }
    : { forLeft: null, forRight, spent: false };
}

function headSentence(release: Release, gap: Gap, ends: readonly number[]): CueSentence {
  const { text } = release;
  let start = gap.start;
  // British releases set the full stop behind the mark: it belongs to the quotation.
  while (start < gap.end && /[\s.]/u.test(text[start] ?? '')) start += 1;
  const end = Math.min(firstEndAfter(ends, start), gap.end, start + REACH);
  const inside = text
    .slice(Math.max((gap.left as Passage).start, (gap.left as Passage).end - 3), (gap.left as Passage).end)
    .trimEnd();
  const edge = (inside.replace(/[’'”"]+$/u, '') || inside).slice(-1);
  return sentence(release, { start, end }, edge, gap.right === null && end >= gap.end);
}

function tailSentence(release: Release, gap: Gap, ends: readonly number[]): CueSentence | null {
  const { text } = release;
  let end = gap.end;
  while (end > gap.start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  if (end === gap.start) return null;
  const last = text[end - 1] ?? '';
  const dateline =
    gap.left === null ? datelineLength(text.slice(gap.start, Math.min(end, gap.start + 120))) : 0;
  const start = Math.max(lastEndBefore(ends, end), gap.start + dateline, end - REACH);
  const edge = /[:,.!?]/u.test(last) ? last : '';
  return sentence(release, { start, end }, edge, gap.left === null && start <= gap.start + dateline);
}

function sentence(release: Release, span: Span, edge: string, wholeRest: boolean): CueSentence {
  const from = wordIndexAt(release.words, span.start);
  return { release, from, to: wordIndexAt(release.words, span.end), span, edge, wholeRest };
}

/**
 * One sentence claimed by both quotations. "A," said X, "B": it is bound to the first, which it completes.
 * "A." X said, "B": the first is complete, and the sentence opens the second.
 */
function bindsLeft(text: string, gap: Gap, forLeft: Cue): boolean {
  const left = gap.left as Passage;
  const end = text
    .slice(Math.max(left.start, left.end - 4), left.end)
    .trimEnd()
    .replace(/[’'”"]+$/u, '');
  if (/[,—–-]$/u.test(end) || forLeft.rule === 'said-after') return true;
  const gapEnd = text.slice(Math.max(gap.start, gap.end - 4), gap.end).trimEnd();
  return /[.!?]$/u.test(gapEnd);
}

function firstEndAfter(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return ends[low] ?? Infinity;
}

function lastEndBefore(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1] ?? 0;
}
