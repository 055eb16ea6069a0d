import { quotedList } from '../note.js';
import type { WordParts } from './parts.js';

const MAIN = /^word\/document\d*[.]xml$/;
const MARGIN = /^word\/(?:header|footer)\d*[.]xml$/;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)</g;
/** Elements with words in them that the converter does not read, by the names that it complains of. */
const UNREAD = /: (m:oMath|m:oMathPara|w:altChunk|w:subDoc|w:ruby|w:contentPart)$/;
const UNREAD_SYMBOL = /^A w:sym element with an unsupported character/;

/** What to check in a Word document: what it holds beside its words, and what could not be read. */
export function notesOnWord(parts: WordParts, html: string, complaints: readonly string[]): string[] {
  const main = [...parts].find(([name]) => MAIN.test(name))?.[1] ?? '';
  const has = (element: string): boolean => new RegExp(`<w:(?:${element})[\\s/>]`).test(main);
  const comments = count(parts.get('word/comments.xml') ?? '', /<w:comment\s/g);
  const notes = count(main, /<w:(?:footnote|endnote)Reference[\s/>]/g);
  const margins = [...parts].filter(([name]) => MARGIN.test(name)).map(([, xml]) => wordsOf(xml));
  const inMargins = margins.filter((words) => /\p{L}/u.test(words));
  const lines: readonly (readonly [boolean, string])[] = [
    [has('ins|del|moveFrom|moveTo'), 'It has tracked changes, which were read as accepted: check them.'],
    [comments > 0, `It has comments (${comments}), which were left out: look whether they are settled.`],
    [notes > 0, `It has footnotes (${notes}): their marks were left out, and they stand at the end.`],
    [has('txbxContent'), 'It has text boxes: check where their text stands.'],
    [has('vanish'), 'It has hidden text, which was read like the rest: check that nothing of it remains.'],
    [hasNumbers(html), 'Numbered lists were numbered anew, as 1, 2, 3: check the numbers.'],
    [inMargins.length > 0, `The heads and feet of its pages were left out: ${quotedList(inMargins)}.`],
    [
      complaints.some((text) => UNREAD.test(text)),
      'It has equations or other parts that could not be read: compare.',
    ],
    [complaints.some((text) => UNREAD_SYMBOL.test(text)), 'It has symbols that could not be read: compare.'],
  ];
  return lines.filter(([applies]) => applies).map(([, note]) => note);
}

/** Whether a list is numbered; the footnotes are such a list, too. */
function hasNumbers(html: string): boolean {
  return /<ol>(?!<li id="(?:footnote|endnote)-)/.test(html);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function wordsOf(xml: string): string {
  return Array.from(xml.matchAll(WORDS), ([, words]) => words)
    .join('')
    .replaceAll('&amp;', '&')
    .trim();
}
