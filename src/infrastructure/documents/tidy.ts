const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * A text with one kind of line end, no space at the end of a line, and at most one empty line in a row. No other
 * character is touched: no-break spaces, soft hyphens and quotation marks stay as they are written.
 */
export function tidyLines(text: string): string {
  const lines = text.replace(LINE_END, '\n').split('\n');
  const kept: string[] = [];
  for (const line of lines) {
    const trimmed = line.trimEnd();
    if (trimmed !== '' || (kept.at(-1) ?? '') !== '') kept.push(trimmed);
  }
  if (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
