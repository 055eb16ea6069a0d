import type { Span } from '../../statement/statement.js';

const HEADER =
  /^(?:for immediate release|for release|immediate release|embargo|contacts?\b|media contacts?|press contacts?|rsvp|###|# # #|-30-|\*\*\*)|^(?:email|e-mail|phone|tel|fax|date|when|where|what|who|time|location|address|posted|published|updated|by|photo|image|source|cc|re|to|from)\s*:/iu;
const REACHABLE = /@[\p{L}\d-]+\.\p{L}|\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\bhttps?:\/\/\S+$/u;
const DATE_ONLY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s*(?:\d{4})?\.?$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/iu;
const LONGEST_HEADER = 160;
const LONGEST_HEADLINE = 240;

/** Lines that hold figures but state nothing: the headline, contacts, dates, "when" and "where", ends of releases. */
export function isNoFactLine(text: string, paragraph: Span, number: number): boolean {
  const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400));
  const length = paragraph.end - paragraph.start;
  const closed = /[.!?][”"’)]*$/u.test(
    text.slice(Math.max(paragraph.start, paragraph.end - 4), paragraph.end),
  );
  if (number === 0 && length <= 300 && !closed) return true;
  if (length <= LONGEST_HEADER && DATE_ONLY.test(line)) return true;
  if (length <= LONGEST_HEADER && HEADER.test(line) && !closed) return true;
  if (length <= LONGEST_HEADLINE && !closed && isHeadline(line)) return true;
  return REACHABLE.test(line) && length <= 220;
}

/** Most main words have a capital. */
function isHeadline(line: string): boolean {
  const words = line.split(/\s+/u).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.7;
}
