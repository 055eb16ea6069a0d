import { type Part, partText, type Segment, segmentText } from '../../../domain/post/segment.js';
import { unixText } from '../unix-text.js';

/** What a new text of a part comes to: the part again, the part with other frame words, or a sentence. */
export type FrameEdit =
  | { readonly kind: 'same' }
  | { readonly kind: 'edited'; readonly part: Part }
  | { readonly kind: 'refuse'; readonly message: string };

/**
 * Reads a part's text as a person wrote it anew. Quotations, figures and links stay word for word, each once and in
 * their order; all between them is frame text, and the person's. Line breaks are \n in `text`.
 */
export function editFrame(part: Part, text: string): FrameEdit {
  if (text === unixText(partText(part))) return { kind: 'same' };
  if (text.trim() === '') {
    const message = 'A part cannot be taken out here: write its text, or cancel the post.';
    return { kind: 'refuse', message };
  }
  const sourced = part.segments.filter(({ kind }) => kind !== 'text');
  const shown = sourced.map((segment) => unixText(segmentText(segment)));
  const first = placesFromStart(text, shown);
  const lost = sourced[first.length];
  if (lost !== undefined) return { kind: 'refuse', message: lostSentence(lost) };
  const last = placesFromEnd(text, shown);
  const unsure = first.findIndex((place, index) => place !== last[index]);
  if (unsure >= 0) {
    const message = `“${shown[unsure] ?? ''}” can be read in more than one place of this text: let it stand once, or edit this post by itself.`;
    return { kind: 'refuse', message };
  }
  const segments: Segment[] = [];
  let end = 0;
  for (const [index, segment] of sourced.entries()) {
    const place = first[index] ?? end;
    if (place > end) segments.push({ kind: 'text', text: text.slice(end, place) });
    segments.push(segment);
    end = place + (shown[index]?.length ?? 0);
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return { kind: 'edited', part: { ...part, segments } };
}

/** Where each of these stands, each as early as it can; shorter than they are where one is not there. */
function placesFromStart(text: string, shown: readonly string[]): readonly number[] {
  const places: number[] = [];
  let from = 0;
  for (const piece of shown) {
    const place = text.indexOf(piece, from);
    if (place < 0) return places;
    places.push(place);
    from = place + piece.length;
  }
  return places;
}

/** Where each of these stands, each as late as it can. All of them are there. */
function placesFromEnd(text: string, shown: readonly string[]): readonly number[] {
  const places: number[] = [];
  let to = text.length;
  for (const piece of shown.toReversed()) {
    const place = text.slice(0, to).lastIndexOf(piece);
    places.unshift(place);
    to = place;
  }
  return places;
}

function lostSentence(segment: Segment): string {
  const what = { text: 'text', quotation: 'quotation', figure: 'figure', link: 'link' }[segment.kind];
  return `The ${what} ${segmentText(segment)} is changed, missing or not in its place: put it back word for word, and change only the words around it.`;
}
