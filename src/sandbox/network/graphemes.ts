const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether `text` has more than `limit` graphemes; no text has more graphemes than code units. */
export function exceedsGraphemes(text: string, limit: number): boolean {
  return text.length > limit && firstGraphemes(text, limit) !== text;
}

/** The first `count` characters of a text as readers count them. */
export function firstGraphemes(text: string, count: number): string {
  let seen = 0;
  for (const { index } of graphemes.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}
