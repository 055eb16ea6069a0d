/** A text with the line breaks of files and calendars: \n, whatever they were. */
export function unixText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
