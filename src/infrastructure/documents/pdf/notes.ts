import { quotedList } from '../note.js';
import type { PdfText } from './paragraphs.js';

export interface PdfFindings {
  readonly joined: PdfText;
  readonly leftOut: readonly string[];
  readonly askew: readonly string[];
  /** How many letters could not be told. */
  readonly unknown: number;
  /** What the PDF says of itself: its title, and the programs that made it. */
  readonly information: string;
}

/** Programs that read letters off pictures of pages. */
const READ_BY_MACHINE = /OCR|Tesseract|ABBYY|FineReader|Paper Capture|Readiris|OmniPage/i;

/** What to check in the text of a PDF, which knows places of letters, and neither words nor paragraphs. */
export function notesOnPdf({ joined, leftOut, askew, unknown, information }: PdfFindings): string[] {
  const { hyphenated, unsurePages, jumpingPages } = joined;
  const lines: readonly (readonly [boolean, string])[] = [
    [true, 'Its lines were joined to paragraphs by where they stand: check where paragraphs begin and end.'],
    [READ_BY_MACHINE.test(information), 'A machine read its letters off pictures: compare every word.'],
    [leftOut.length > 0, `Heads and feet of its pages were left out: ${quotedList(leftOut)}.`],
    [askew.length > 0, `Words at an angle were left out: ${quotedList(askew)}.`],
    [
      hyphenated.length > 0,
      `Words at line ends were joined with their hyphen or dash: ${quotedList(hyphenated)}. Check whether it belongs there.`,
    ],
    [
      unsurePages.length > 0,
      `Check whether a paragraph goes on at the top of page ${unsurePages.join(', ')}.`,
    ],
    [
      jumpingPages.length > 0,
      `Check the order of the paragraphs on page ${jumpingPages.join(', ')}: it may have columns.`,
    ],
    [unknown > 0, `Some letters (${unknown}) could not be told: compare.`],
  ];
  return lines.filter(([applies]) => applies).map(([, note]) => note);
}
