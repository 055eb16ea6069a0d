import { decodeText } from '../characters.js';
import type { GivenDocument, RawText } from '../document.js';
import { type DocumentFault, refuse } from '../fault.js';
import { readHtml } from '../html/html-text.js';
import { outlineOf } from '../html/nesting.js';
import { quotedList } from '../note.js';
import { type PageParts, partsOfPage } from './article.js';
import { charsetOfPage } from './charset.js';

/** Without the pictures that some programs write into the page itself, no page of a release comes near. */
const MOST_CHARACTERS = 5_000_000;
const PICTURE_WITHIN = /data:[\w.+/-]+;base64,[\w+/=]*/g;

/** An article shorter than both of these is likely a box at the side. */
const LEAST_SHARE = 0.25;
const LEAST_CHARACTERS = 500;

/** Each line is looked for in all of the article. */
const MOST_COMPARED = 200;

const WHOLE_PAGE =
  'The article could not be told from the rest of the page, so all of it was read: take out menus, buttons and other notices.';
const ARTICLE_ONLY =
  'Menus, footers and the like were left out: check that nothing of the release is missing.';

/** A page’s article, or all of the page where no article is found. */
export function readWebPage({ bytes, mediaType = '' }: GivenDocument): RawText | DocumentFault {
  const { text, notes } = decodeText(bytes, charsetOfPage(bytes, mediaType));
  const html = text.replace(PICTURE_WITHIN, '');
  const outline = outlineOf(html);
  if (html.length > MOST_CHARACTERS || outline.isTooDeep) return refuse('too-complex');
  const read = chosen(partsOfPage(html, outline.elements));
  return 'kind' in read ? read : { text: read.text, notes: [...notes, ...read.notes] };
}

function chosen({ body, article, headline }: PageParts): RawText | DocumentFault {
  const whole = readHtml(body);
  if ('kind' in whole) return whole;
  const part = article === null ? null : readHtml(article);
  if (part === null || 'kind' in part || isTooLittle(part.text, whole.text)) {
    return { text: whole.text, notes: [...whole.notes, WHOLE_PAGE] };
  }
  const text = headline === null || part.text.includes(headline) ? part.text : `${headline}\n\n${part.text}`;
  return { text, notes: [...part.notes, ARTICLE_ONLY, ...quotationsLeftOut(whole.text, text)] };
}

function isTooLittle(part: string, whole: string): boolean {
  return part.length < LEAST_CHARACTERS && part.length < whole.length * LEAST_SHARE;
}

/** Lines with a quotation that stand on the page and not in the article: they may be the release’s. */
function quotationsLeftOut(whole: string, article: string): string[] {
  const inArticle = new Set(article.split('\n').map((line) => line.trim()));
  const lost = whole
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[“”"„«»]/u.test(line) && !inArticle.has(line))
    .slice(0, MOST_COMPARED)
    .filter((line) => !article.includes(line));
  return lost.length === 0 ? [] : [`Left out with them were words in quotation marks: ${quotedList(lost)}.`];
}
