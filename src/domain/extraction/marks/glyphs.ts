import type { Span } from '../../statement/statement.js';

/** What a mark's shape says it does; `either` for shapes that open as well as close. */
export type Shape = 'opens' | 'closes' | 'either';

/** A double quotation mark in a text: one character, or two single ones in a row. */
export interface Mark extends Span {
  readonly shape: Shape;
  /** Marks of a family belong together; a pair of two families is a mixed one. */
  readonly family: 'curly' | 'straight' | 'guillemet' | 'low' | 'doubled';
}

const MARKS = /["＂“”„‟«»″〝〞❝❞]|''|’’|‘‘|``/gu;

const SHAPES: Readonly<Record<string, readonly [Shape, Mark['family']]>> = {
  '"': ['either', 'straight'],
  '＂': ['either', 'straight'],
  '″': ['either', 'straight'],
  '“': ['opens', 'curly'],
  '‟': ['opens', 'curly'],
  '〝': ['opens', 'curly'],
  '❝': ['opens', 'curly'],
  '”': ['closes', 'curly'],
  '〞': ['closes', 'curly'],
  '❞': ['closes', 'curly'],
  '„': ['opens', 'low'],
  '«': ['opens', 'guillemet'],
  '»': ['closes', 'guillemet'],
  "''": ['either', 'doubled'],
  '’’': ['closes', 'doubled'],
  '‘‘': ['opens', 'doubled'],
  '``': ['opens', 'doubled'],
};

/** The double marks of a text, in order. After a low opening mark („) the mark “ closes, as in German. */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let lowOpen = false;
  for (const { 0: glyph, index } of text.matchAll(MARKS)) {
    const [shape, family] = SHAPES[glyph] ?? ['either', 'straight'];
    const closesLow = lowOpen && glyph === '“';
    if (family === 'low') lowOpen = true;
    else if (glyph === '“' || glyph === '”') lowOpen = false;
    marks.push({
      start: index,
      end: index + glyph.length,
      shape: closesLow ? 'closes' : shape,
      family: closesLow ? 'low' : family,
    });
  }
  return marks;
}
