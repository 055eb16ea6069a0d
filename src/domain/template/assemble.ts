import type { Part, Segment } from '../post/segment.js';
import { PLACEHOLDER, type Sealed } from './engine.js';

/** Looks at a run of spaces from its beginning alone: from each of them, a long run would take long. */
const SPACE_AT_LINE_END = /(?<![ \t])[ \t]+(?=\n)/gu;

/**
 * Makes a part of a rendered text: the sealed words go back in place of their placeholders, and the frame text
 * between them is tidied: no spaces at a line's end, at most one empty line, nothing at the part's ends.
 * Sealed words stay as they are. A placeholder without its words is left out, which the proof would refuse.
 */
export function assemblePart(rendered: string, sealed: readonly Sealed[]): Part {
  const pieces = rendered.split(PLACEHOLDER);
  const segments = pieces.flatMap((piece, index): readonly Segment[] => {
    if (index % 2 === 0) return [{ kind: 'text', text: piece }];
    return sealed.find(({ key }) => String(key) === piece)?.segments ?? [];
  });
  return { segments: tidied(joined(segments)), pictures: [] };
}

/** Neighbouring texts as one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (segment.kind === 'text' && last?.kind === 'text') {
      result.splice(-1, 1, { kind: 'text', text: last.text + segment.text });
    } else result.push(segment);
  }
  return result;
}

function tidied(segments: readonly Segment[]): Segment[] {
  return segments
    .map((segment, index): Segment => {
      if (segment.kind !== 'text') return segment;
      let text = segment.text.replace(SPACE_AT_LINE_END, '').replace(/\n{3,}/gu, '\n\n');
      if (index === 0) text = text.trimStart();
      if (index === segments.length - 1) text = text.trimEnd();
      return { kind: 'text', text };
    })
    .filter((segment) => segment.kind !== 'text' || segment.text !== '');
}
