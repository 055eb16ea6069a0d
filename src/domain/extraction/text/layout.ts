import type { Span } from '../../statement/statement.js';
import { splitParagraphs } from './paragraphs.js';
import { sentenceEnds } from '../../statement/sentences.js';

/** A release cut into paragraphs, with the offsets right after the sentences of each. */
export interface Layout {
  readonly paragraphs: readonly Span[];
  readonly ends: readonly (readonly number[])[];
}

export function readLayout(text: string): Layout {
  const paragraphs = splitParagraphs(text);
  return { paragraphs, ends: paragraphs.map((paragraph) => sentenceEnds(text, paragraph)) };
}
