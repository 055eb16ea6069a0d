/** The beginning of words that a message names, short enough to be read in it. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text;
}
