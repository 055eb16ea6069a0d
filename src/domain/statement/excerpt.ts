import { cutsCharacter } from './half-character.js';

const LONGEST = 60;

/** The beginning of words that a message names, short enough to be read in it. */
export function excerpt(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = LONGEST - 3;
  return `${text.slice(0, cutsCharacter(text, end) ? end - 1 : end)}…`;
}
