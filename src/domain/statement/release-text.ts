/** The longest text of a release, in bytes of UTF-8. */
export const LONGEST_RELEASE_BYTES = 1_000_000;

export type ReleaseTextFault = 'empty' | 'too-long' | 'not-utf-8' | 'broken-character' | 'control-character';

const REPLACEMENT = '\uFFFD';
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
/** All but tab, line feed and carriage return. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * Why a text cannot be frozen as a release, with the line where that shows (from 1), or null. U+FFFD stands
 * where a decoder met bytes that are no UTF-8: the words there are lost, and nobody could be quoted rightly.
 */
export function releaseTextFault(
  text: string,
): { readonly because: ReleaseTextFault; readonly line: number } | null {
  if (text.trim() === '') return { because: 'empty', line: 1 };
  if (utf8Length(text) > LONGEST_RELEASE_BYTES) return { because: 'too-long', line: 1 };
  return (
    found('control-character', text, text.search(CONTROL)) ??
    found('broken-character', text, text.search(LONE_SURROGATE)) ??
    found('not-utf-8', text, text.indexOf(REPLACEMENT))
  );
}

function found(because: ReleaseTextFault, text: string, at: number) {
  return at < 0 ? null : { because, line: text.slice(0, at).split(/\r\n|\r|\n/).length };
}

function utf8Length(text: string): number {
  return text.length > LONGEST_RELEASE_BYTES ? text.length : new TextEncoder().encode(text).length;
}
