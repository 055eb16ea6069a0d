import type { Span } from '../../statement/statement.js';
import type { Passage } from '../marks/passages.js';
import type { Release } from '../release.js';
import type { Layout } from '../text/layout.js';
import { readGap, type GapCues } from './cues-around.js';
import { isOnlyAPhrase, readForm, type Form } from './form.js';

/** A passage that may be a quotation, with its form and with what the text around it says. */
export interface Item {
  readonly passage: Passage;
  readonly form: Form;
  readonly before: GapCues;
  readonly after: GapCues;
  /** It is the first passage of its paragraph. */
  readonly first: boolean;
}

/** The passages that their form does not rule out, in order, each with the cues before and after it. */
export function readItems(release: Release, layout: Layout, passages: readonly Passage[]): Item[] {
  const kept: { passage: Passage; form: Form }[] = [];
  for (const passage of passages) {
    const form = readForm(release.text, passage, layout.paragraphs[passage.paragraph] as Span);
    if (!isOnlyAPhrase(form)) kept.push({ passage, form });
  }
  const items: Item[] = [];
  let before: GapCues | null = null;
  kept.forEach(({ passage, form }, index) => {
    const paragraph = layout.paragraphs[passage.paragraph] as Span;
    const previous = kept[index - 1]?.passage;
    const next = kept[index + 1]?.passage;
    const first = previous === undefined || previous.outerEnd <= paragraph.start;
    const last = lastParagraph(layout, passage);
    const lastSpan = layout.paragraphs[last] as Span;
    const shared = next !== undefined && next.outerStart < lastSpan.end;
    if (first || before === null)
      before = readGap(
        release,
        { start: paragraph.start, end: passage.outerStart, left: null, right: passage },
        layout.ends[passage.paragraph] ?? [],
      );
    const gap = {
      start: Math.min(passage.outerEnd, lastSpan.end),
      end: shared ? next.outerStart : lastSpan.end,
      left: passage,
      right: shared ? next : null,
    };
    const after = readGap(release, gap, layout.ends[last] ?? []);
    items.push({ passage, form, before, after, first });
    before = after;
  });
  return items;
}

/** Index of the paragraph that a passage ends in. */
export function lastParagraph(layout: Layout, passage: Passage): number {
  let index = passage.paragraph;
  while ((layout.paragraphs[index]?.end ?? Infinity) < passage.end) index += 1;
  return index;
}
