import { convert, type HtmlToTextOptions } from 'html-to-text';
import type { RawText } from '../document.js';
import { type DocumentFault, refuse } from '../fault.js';
import { quotedList } from '../note.js';
import { type Departures, formattersNoting } from './formatters.js';
import { outlineOf } from './nesting.js';

/** Blocks that the library does not know, or writes in a way of its own. */
const PARAGRAPHS = 'blockquote fieldset figure hr table'.split(' ');
const LINES =
  'address caption center dd details dialog dl dt figcaption hgroup legend li section summary'.split(' ');
const UNREAD = (
  'script style noscript template head iframe object embed audio video canvas svg img picture map ' +
  'button select textarea input datalist progress meter'
).split(' ');
const UNSEEN = ['[hidden]', '[style*="display:none"i]', '[style*="display: none"i]'];
/** The number of a note within a sentence, and the arrow back to it, as Word documents come to HTML. */
const NOTE_MARKS = ['footnote', 'endnote'].flatMap((note) => [
  `a[id^="${note}-ref"]`,
  `a[href^="#${note}-ref"]`,
]);

/** The library sets the numbers of a list one below the other. */
const PADDED_NUMBER = /^ {1,3}(?=\d+\. )/gm;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // As HTML has it. The library counts the zero-width space among them, which parts no words.
  whitespaceCharacters: ' \t\r\n\f',
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '• ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...PARAGRAPHS.map((selector) => ({ selector, format: 'block' })),
    ...LINES.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...[...UNREAD, ...UNSEEN, ...NOTE_MARKS].map((selector) => ({ selector, format: 'skip' })),
    ...['s', 'del', 'strike'].map((selector) => ({ selector, format: 'struck' })),
    { selector: 'q', format: 'quoted' },
    { selector: 'tr', format: 'row' },
    ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
  ],
};

/**
 * The text of a page or of a part of it, paragraph below paragraph. Words stay as they are written, no-break spaces
 * included; links lose their addresses, pictures are left out, and so are struck-out words.
 */
export function readHtml(html: string): RawText | DocumentFault {
  if (outlineOf(html).isTooDeep) return refuse('too-complex');
  const departures: Departures = { struck: [], markedUp: 0 };
  const text = convert(html, { ...OPTIONS, formatters: formattersNoting(departures) });
  return { text: text.replace(PADDED_NUMBER, ''), notes: notesOf(departures) };
}

function notesOf({ struck, markedUp }: Departures): string[] {
  return [
    ...(struck.length === 0 ? [] : [`Struck-out words were left out: ${quotedList(struck)}.`]),
    ...(markedUp === 0
      ? []
      : [`Quotations without marks of their own (${markedUp}) were given “ ”: check them against the page.`]),
  ];
}
