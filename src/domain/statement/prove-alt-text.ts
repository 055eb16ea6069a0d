import { findQuotationMark } from '../post/quotation-mark.js';
import { segmentText, type Part, type Segment } from '../post/segment.js';
import { objectToHalf } from './interrupted-sentence.js';
import type { Objection, Place, StatementLookup } from './proof.js';
import { HIDDEN, ownWords } from './prove-frame.js';

/**
 * What stands against the alt texts of a part whose quotations are proved. They may repeat these, as the part shows
 * them and both halves of a sentence together, and quote nothing else.
 */
export function objectToAltTexts(
  part: Part,
  index: number,
  phrases: readonly string[],
  statements: StatementLookup,
): (Objection & { where: Place }) | null {
  const where = { part: index, segment: null };
  for (const { altText } of part.pictures) {
    if (HIDDEN.test(altText)) {
      const message = `An alt text of part ${index + 1} holds a character that readers cannot see: type that place anew.`;
      return { because: 'hidden-character', where, message };
    }
    const segments = readAltText(altText, part);
    if (findQuotationMark(ownWords(segments, phrases)) !== null) {
      const message = `An alt text of part ${index + 1} quotes words that the part does not quote: use the part's own quotation.`;
      return { because: 'quotation-mark', where, message };
    }
    const half = objectToHalf(segments, statements);
    if (half !== null) {
      const message = `In an alt text of part ${index + 1}, ${half.message}`;
      return { because: half.because, where, message };
    }
  }
  return null;
}

/** An alt text as segments: the part's quotations where it repeats them with their marks, and the text between. */
function readAltText(altText: string, part: Part): readonly Segment[] {
  const quotations = part.segments.filter((segment) => segment.kind === 'quotation');
  const segments: Segment[] = [];
  let from = 0;
  for (let at = altText.indexOf('“'); at >= 0; at = altText.indexOf('“', Math.max(from, at + 1))) {
    const repeated = quotations.find((segment) => altText.startsWith(segmentText(segment), at));
    if (repeated === undefined) continue;
    segments.push({ kind: 'text', text: altText.slice(from, at) }, repeated);
    from = at + segmentText(repeated).length;
  }
  return [...segments, { kind: 'text', text: altText.slice(from) }];
}
