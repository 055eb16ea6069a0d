import {
  segmentText,
  type FigureSegment,
  type Part,
  type QuotationSegment,
  type Segment,
} from '../post/segment.js';
import { objectToHalf } from './interrupted-sentence.js';
import { namesSpeaker } from './names-speaker.js';
import { objectToAltTexts } from './prove-alt-text.js';
import { objectToFrame, objectToLink, objectToNeighbours } from './prove-frame.js';
import { proveFigure, proveQuotation } from './prove-segment.js';
import type { Objection, Proof, StatementLookup } from './proof.js';
import { threadPieces } from './thread-runs.js';

/**
 * Proves that a post's words are its sources' words, and its frame nobody's.
 *
 * - A quotation is, character for character, a whole span of an accepted quotation of the frozen release (or
 *   that span less its closing comma or the like), or a cut of it that the speaker's organization agreed to; in a
 *   thread it may be split over parts at its sentences' ends. Of a sentence that the release interrupts, both halves
 *   stand side by side in one part. The frame text of the same part names its speaker.
 *   One part quotes one speaker only, since two names beside two quotations do not say who said which.
 * - A figure stands literally in the release, inside an accepted fact, with no figure of it cut in two and
 *   nothing set so close to it that it reads as another.
 * - Frame text, links and alt texts hold no quotation marks (an alt text may repeat a quotation of its part, and
 *   `phrases` were marked as nobody's quotation), and no characters that hide or reverse what is read.
 *
 * The same function decides while composing, when approving and before sending. Returns the first refusal.
 */
export function prove(
  parts: readonly Part[],
  statements: StatementLookup,
  phrases: readonly string[] = [],
): Proof {
  if (parts.length === 0) {
    const where = { part: 0, segment: null };
    return { kind: 'refuse', because: 'nothing-said', where, message: 'The post has no part: write one.' };
  }
  const pieces = threadPieces(parts, statements);
  for (const [index, part] of parts.entries()) {
    const refusal = proveSources(part, index, statements, pieces[index] ?? new Set());
    if (refusal.kind === 'refuse') return refusal;
    const objection =
      objectToFrame(part, index, phrases) ?? objectToAltTexts(part, index, phrases, statements);
    if (objection) return { kind: 'refuse', ...objection };
  }
  return { kind: 'proved' };
}

/** The ids of the statements that a post uses, each once, in order of first use. */
export function statementIds(parts: readonly Part[]): readonly string[] {
  const ids = parts
    .flatMap((part) => part.segments)
    .flatMap((segment) => ('statementId' in segment ? [segment.statementId] : []));
  return [...new Set(ids)];
}

function proveSources(
  part: Part,
  index: number,
  statements: StatementLookup,
  pieces: ReadonlySet<Segment>,
): Proof {
  const names = namesIn(part);
  const texts = part.segments.map(segmentText);
  const text = texts.join('');
  let quoted: string | null = null;
  let end = 0;
  for (const [position, segment] of part.segments.entries()) {
    const start = end;
    end += texts[position]?.length ?? 0;
    if (segment.kind === 'text') continue;
    const where = { part: index, segment: position };
    const objection =
      (segment.kind === 'link'
        ? objectToLink(segment.url)
        : objectToSource(segment, statements, names, pieces.has(segment))) ??
      (segment.kind === 'quotation' ? null : objectToNeighbours(segment.kind, text, { start, end }));
    if (objection) return { kind: 'refuse', where, ...objection };
    if (segment.kind !== 'quotation') continue;
    const speaker = speakerOf(segment, statements);
    if (quoted !== null && speaker !== quoted) {
      const message = `Part ${index + 1} quotes both ${quoted} and ${speaker}, and readers cannot tell who said which: give each a part of their own.`;
      return { kind: 'refuse', because: 'two-speakers', where, message };
    }
    quoted = speaker;
  }
  const half = objectToHalf(part.segments, statements);
  if (half === null) return { kind: 'proved' };
  const { because, message, at } = half;
  return { kind: 'refuse', because, message, where: { part: index, segment: at } };
}

function objectToSource(
  segment: QuotationSegment | FigureSegment,
  statements: StatementLookup,
  names: (speaker: string) => boolean,
  isPiece: boolean,
): Objection | null {
  const source = statements.get(segment.statementId);
  if (!source) {
    const message = `The statement ${segment.statementId} is not among those of this campaign: take the words from one of its releases.`;
    return { because: 'unknown-statement', message };
  }
  if (source.statement.status !== 'accepted') {
    const message = `The statement ${segment.statementId} is ${source.statement.status}: only an accepted one may be used.`;
    return { because: 'not-accepted', message };
  }
  return segment.kind === 'quotation'
    ? proveQuotation(segment, source, names, isPiece)
    : proveFigure(segment, source);
}

function speakerOf(segment: QuotationSegment, statements: StatementLookup): string | null {
  const statement = statements.get(segment.statementId)?.statement;
  return statement?.kind === 'quotation' ? statement.speaker : null;
}

/** Tells whether the frame text of a part names a speaker; each speaker is looked for once. */
function namesIn(part: Part): (speaker: string) => boolean {
  const frame = frameRuns(part);
  const known = new Map<string, boolean>();
  return (speaker) => {
    const named = known.get(speaker) ?? frame.some((text) => namesSpeaker(text, speaker));
    known.set(speaker, named);
    return named;
  };
}

/** Frame text as a reader meets it: neighbouring text segments read as one. */
function frameRuns(part: Part): readonly string[] {
  const runs = [''];
  for (const segment of part.segments) {
    if (segment.kind === 'text') runs.push((runs.pop() ?? '') + segment.text);
    else runs.push('');
  }
  return runs;
}
