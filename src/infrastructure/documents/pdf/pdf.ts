import { getDocumentProxy } from 'unpdf';
import type { GivenDocument, RawText } from '../document.js';
import { type DocumentFault, MOST_PDF_PAGES, refuse } from '../fault.js';
import { layoutOf } from './layout.js';
import type { PdfPage } from './line.js';
import { linesOfPage } from './lines.js';
import { withoutMargins } from './margins.js';
import { notesOnPdf } from './notes.js';
import { paragraphsOf } from './paragraphs.js';

/** pdf.js says nothing of its own; it is given no address from which it could load fonts. */
const QUIET = { verbosity: 0, useSystemFonts: false };
const MOST_CHARACTERS = 1_000_000;
/** A page of words has hundreds; what a scanner or a stamp adds to pictures of pages has fewer. */
const LEAST_LETTERS_A_PAGE = 15;
/** Letters of a font that does not say which letters they are stand in Unicode’s areas for private use. */
const UNKNOWN_LETTERS = /[\uE000-\uF8FF]/g;
const MOST_UNKNOWN = 0.05;

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>;

interface Contents {
  readonly pages: readonly PdfPage[];
  /** What the PDF says of itself: its title, and the programs that made it. */
  readonly information: string;
}

/** A PDF’s words by where they stand: lines, then paragraphs, without what repeats at the edges of its pages. */
export async function readPdf({ bytes }: GivenDocument): Promise<RawText | DocumentFault> {
  const contents = await contentsOf(bytes);
  return 'because' in contents ? contents : textOf(contents);
}

async function contentsOf(bytes: Uint8Array): Promise<Contents | DocumentFault> {
  try {
    // It takes the bytes away from whoever gives them.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), QUIET);
    if (pdf.numPages > MOST_PDF_PAGES) return refuse('too-many-pages');
    const { info } = await pdf.getMetadata();
    return { pages: await pagesOf(pdf), information: JSON.stringify(info) };
  } catch (error) {
    // Beyond the depth that it can follow, it is no damage. All else that it throws says that the PDF is broken.
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    return refuse(error.name === 'PasswordException' ? 'password' : 'damaged');
  }
}

async function pagesOf(pdf: Opened): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages && characters <= MOST_CHARACTERS; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const read = linesOfPage(
      number,
      items.filter((item) => 'str' in item),
    );
    characters += read.lines.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(read);
  }
  return pages;
}

function textOf({ pages, information }: Contents): RawText | DocumentFault {
  const { pages: bodies, leftOut } = withoutMargins(pages);
  const joined = paragraphsOf(bodies, layoutOf(bodies));
  const { text } = joined;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const unknown = text.match(UNKNOWN_LETTERS)?.length ?? 0;
  if (unknown > (letters + unknown) * MOST_UNKNOWN) return refuse('lost-letters');
  if (letters < pages.length * LEAST_LETTERS_A_PAGE) return refuse('scanned');
  const askew = pages.flatMap((page) => page.askew);
  return { text, notes: notesOnPdf({ joined, leftOut, askew, unknown, information }) };
}
