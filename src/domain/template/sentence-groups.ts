import type { Segment } from '../post/segment.js';
import type { SourcedStatement } from '../statement/proof.js';
import { passages, shownSpan } from '../statement/shown-span.js';
import type { Span } from '../statement/statement.js';
import { threadSentences } from '../statement/thread-sentences.js';

/** Between two pieces of a quotation that its release interrupts in the middle of a sentence. */
export const INTERRUPTION: Segment = { kind: 'text', text: ' … ' };

/** Whether a group of sentences fits into one part. */
export type Fit = 'fits' | 'too-short' | 'too-long';

/** What stays together when a quotation is split: the pieces of one sentence, or of sentences quoted in turn. */
type Sentence = readonly Span[];

/**
 * A passage of a quotation in groups of whole sentences, in order, as few as can be had with each group fitting,
 * the first as long as can be; null where a sentence alone is too long. `fit` judges the segments of one group.
 */
export function sentenceGroups(
  source: SourcedStatement,
  passage: number,
  fit: (segments: readonly Segment[]) => Fit,
): readonly (readonly Segment[])[] | null {
  const sentences = sentencesOf(source, passage);
  const group = (from: number, to: number) => segmentsOf(sentences.slice(from, to).flat(), source);
  /** For the sentences from the nth on: how many groups they make at least, and where the first of these ends. */
  const best: ({ readonly groups: number; readonly to: number } | undefined)[] = [];
  best[sentences.length] = { groups: 0, to: sentences.length };
  for (let from = sentences.length - 1; from >= 0; from -= 1) {
    for (let to = from + 1; to <= sentences.length; to += 1) {
      const after = best[to];
      const fits = fit(group(from, to));
      if (fits === 'too-long') break;
      if (fits === 'fits' && after !== undefined && after.groups + 1 <= (best[from]?.groups ?? Infinity)) {
        best[from] = { groups: after.groups + 1, to };
      }
    }
  }
  const groups: (readonly Segment[])[] = [];
  for (let from = 0; from < sentences.length;) {
    const first = best[from];
    if (first === undefined) return null;
    groups.push(group(from, first.to));
    from = first.to;
  }
  return groups;
}

function sentencesOf({ statement, releaseText }: SourcedStatement, passage: number): readonly Sentence[] {
  if (statement.kind !== 'quotation') return [];
  const spans = passages(statement, releaseText)[passage] ?? [];
  const sentences: Span[][] = [];
  for (const [index, span] of spans.entries()) {
    const shown = index === spans.length - 1 ? shownSpan(span, releaseText) : span;
    const pieces = threadSentences(releaseText, shown);
    // Spans of one passage run on: the first sentence of a span completes the last of the one before.
    if (index > 0) sentences.at(-1)?.push(...pieces.slice(0, 1));
    sentences.push(...pieces.slice(index > 0 ? 1 : 0).map((piece) => [piece]));
  }
  return sentences;
}

/** Pieces that follow each other with nothing but white space between are one; others were interrupted. */
function segmentsOf(
  pieces: readonly Span[],
  { statement, releaseText }: SourcedStatement,
): readonly Segment[] {
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && releaseText.slice(last.end, piece.start).trim() === '') {
      joined.splice(-1, 1, { start: last.start, end: piece.end });
    } else joined.push(piece);
  }
  return joined.flatMap((span, index): Segment[] => {
    const text = releaseText.slice(span.start, span.end);
    const quotation = { kind: 'quotation', statementId: statement.id, span, text } as const;
    return index === 0 ? [quotation] : [INTERRUPTION, quotation];
  });
}
