import { findQuotationMark } from '../post/quotation-mark.js';
import { segmentText, type Part, type Segment } from '../post/segment.js';
import { SOURCE_PLACE, withoutPhrases } from './without-phrases.js';
import type { Objection, Place } from './proof.js';
import type { Span } from './statement.js';

/** Control, direction-changing, private-use and broken characters: they hide or reverse what is read. */
export const HIDDEN = /(?!\n)[\p{Cc}\p{Co}\p{Cs}\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;
/** Stands for the words of a source: whoever judges an apostrophe meets a letter there. */
const STAND_IN = 'x';

/** What stands against a part's frame text. `index` is the part's. */
export function objectToFrame(
  part: Part,
  index: number,
  phrases: readonly string[],
): (Objection & { where: Place }) | null {
  if (part.segments.every((segment) => segmentText(segment).trim() === '')) {
    const message = `Part ${index + 1} says nothing: write a text, or remove it.`;
    return { because: 'nothing-said', where: { part: index, segment: null }, message };
  }
  const hidden = part.segments.findIndex((segment) => segment.kind === 'text' && HIDDEN.test(segment.text));
  if (hidden >= 0) {
    const message = `The text of part ${index + 1} holds a character that readers cannot see: type that place anew.`;
    return { because: 'hidden-character', where: { part: index, segment: hidden }, message };
  }
  const frame = ownWords(part.segments, phrases);
  const mark = findQuotationMark(frame);
  if (mark !== null) {
    const message = `Part ${index + 1} holds a quotation mark (${frame.slice(mark, mark + 20)}…) that is not an accepted quotation's: take it out, or quote the release.`;
    return { because: 'quotation-mark', where: { part: index, segment: segmentAt(part, mark) }, message };
  }
  return null;
}

/** What stands against an address: it must be absolute, http(s), and hold nothing that is not an address. */
export function objectToLink(url: string): Objection | null {
  const plain = /^https?:\/\/\S+$/iu.test(url) && !HIDDEN.test(url) && findQuotationMark(url) === null;
  if (plain && URL.canParse(url)) return null;
  const message = `The link ${JSON.stringify(url)} is not an absolute http(s) address without spaces and quotation marks: correct it.`;
  return { because: 'bad-link', message };
}

/**
 * What stands against the neighbours of a figure or link, given the text of its part and where it stands in it: a digit
 * before 21 makes it another number, a letter after an address another address.
 */
export function objectToNeighbours(
  kind: 'figure' | 'link',
  text: string,
  { start, end }: Span,
): Objection | null {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 3);
  const apart =
    kind === 'link'
      ? /^[\s([]?$/u.test(before) && /^(?:$|\s)/u.test(after)
      : /^[\s([—]?$/u.test(before) && !/^(?:[\p{L}\p{N}\p{M}%‰°]|[.,'’]\p{N})/u.test(after);
  if (apart) return null;
  const message = `The ${kind} ${text.slice(start, end)} runs together with the text beside it: put a space between them.`;
  return { because: 'runs-together', message };
}

/** The frame text of segments without its marked phrases; a letter stands where a source's words do. */
export function ownWords(segments: readonly Segment[], phrases: readonly string[]): string {
  const frame = segments.map((one) => (one.kind === 'text' ? one.text : SOURCE_PLACE)).join('');
  return withoutPhrases(frame, phrases).replaceAll(SOURCE_PLACE, STAND_IN);
}

function segmentAt(part: Part, offset: number): number {
  let end = 0;
  return part.segments.findIndex((segment) => {
    end += segment.kind === 'text' ? segment.text.length : STAND_IN.length;
    return offset < end;
  });
}
