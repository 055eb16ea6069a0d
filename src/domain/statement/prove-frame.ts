import { findQuotationMark } from '../post/quotation-mark.js';
import { segmentText, type Part, type Segment } from '../post/segment.js';
import { SOURCE_PLACE, withoutPhrases } from './phrase.js';
import type { Objection, Place } from './proof.js';

/** Control, direction-changing, private-use and broken characters: they hide or reverse what is read. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Co}\p{Cs}\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;
/** Stands for the words of a source: whoever judges an apostrophe meets a letter there. */
const STAND_IN = 'x';

/** What stands against a part's own words: its frame text and its pictures' alt texts. `index` is the part's. */
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
  const frame = ownWords(
    part.segments.map((one) => (one.kind === 'text' ? one.text : SOURCE_PLACE)).join(''),
    phrases,
  );
  const mark = findQuotationMark(frame);
  if (mark !== null) {
    const message = `Part ${index + 1} holds a quotation mark (${frame.slice(mark, mark + 20)}…) that is not an accepted quotation's: take it out, or quote the release.`;
    return { because: 'quotation-mark', where: { part: index, segment: segmentAt(part, mark) }, message };
  }
  return objectToAltTexts(part, index, phrases);
}

/** What stands against an address: it must be absolute, http(s), and hold nothing that is not an address. */
export function objectToLink(url: string): Objection | null {
  const plain = /^https?:\/\/\S+$/iu.test(url) && !HIDDEN.test(url) && findQuotationMark(url) === null;
  if (plain && URL.canParse(url)) return null;
  const message = `The link ${JSON.stringify(url)} is not an absolute http(s) address without spaces and quotation marks: correct it.`;
  return { because: 'bad-link', message };
}

/**
 * What stands against the neighbours of a figure or link: a digit before 21 makes it another number, a letter
 * after an address another address.
 */
export function objectToNeighbours(segments: readonly Segment[], position: number): Objection | null {
  const segment = segments[position];
  if (segment?.kind !== 'figure' && segment?.kind !== 'link') return null;
  const before = segments.slice(0, position).map(segmentText).join('');
  const after = segments
    .slice(position + 1)
    .map(segmentText)
    .join('');
  const apart =
    segment.kind === 'link'
      ? /(?:^|[\s([])$/u.test(before) && /^(?:$|\s)/u.test(after)
      : /(?:^|[\s([—])$/u.test(before) && !/^(?:[\p{L}\p{N}\p{M}%‰°]|[.,'’]\p{N})/u.test(after);
  if (apart) return null;
  const message = `The ${segment.kind} ${segmentText(segment)} runs together with the text beside it: put a space between them.`;
  return { because: 'runs-together', message };
}

function objectToAltTexts(
  part: Part,
  index: number,
  phrases: readonly string[],
): (Objection & { where: Place }) | null {
  const where = { part: index, segment: null };
  for (const { altText } of part.pictures) {
    if (HIDDEN.test(altText)) {
      const message = `An alt text of part ${index + 1} holds a character that readers cannot see: type that place anew.`;
      return { because: 'hidden-character', where, message };
    }
    const unquoted = part.segments.reduce(
      (text, segment) =>
        segment.kind === 'quotation' ? text.replaceAll(segmentText(segment), SOURCE_PLACE) : text,
      altText,
    );
    if (findQuotationMark(ownWords(unquoted, phrases)) === null) continue;
    const message = `An alt text of part ${index + 1} quotes words that the part does not quote: use the part's own quotation.`;
    return { because: 'quotation-mark', where, message };
  }
  return null;
}

/** A frame without its marked phrases; a letter stands where a source's words do. */
function ownWords(frame: string, phrases: readonly string[]): string {
  return withoutPhrases(frame, phrases).replaceAll(SOURCE_PLACE, STAND_IN);
}

function segmentAt(part: Part, offset: number): number {
  let end = 0;
  return part.segments.findIndex((segment) => {
    end += segment.kind === 'text' ? segment.text.length : STAND_IN.length;
    return offset < end;
  });
}
