import type { Span } from '../../statement/statement.js';
import type { ChangedBecause, Flag } from './reanchoring.js';

const MOST_WORDS = 6;
const MOST_CHARACTERS = 60;

/** What a coordinator can do; in each case the statement as it was is withdrawn. */
const ADVICE: Readonly<Record<ChangedBecause, string>> = {
  gone: 'look there what became of it, or do without it',
  'words-changed': 'look at the new words, and accept them there',
  'speaker-changed': 'look who says it, and accept it there',
  'source-changed': 'look at the new sentence, and accept it there',
  'several-places': 'look at each place, and accept the right one',
  'no-longer-quoted': 'do without it, or ask the publisher',
};

/** A flag whose sentence is: the statement's first words, what became of them, and what to do. */
export function flag(
  because: ChangedBecause,
  excerpt: string,
  what: string,
  likely: readonly Span[] | null = null,
): Flag {
  return { because, message: `${excerpt} ${what}: ${ADVICE[because]}.`, likely };
}

/** The first words of a statement, in quotation marks, as a message names it. */
export function excerptOf(text: string, spans: readonly Span[]): string {
  const [{ start, end } = { start: 0, end: 0 }] = spans;
  const words = text
    .slice(start, Math.min(end, start + 600))
    .trim()
    .split(/\s+/u);
  const opening = words.slice(0, MOST_WORDS).join(' ');
  const shown = opening.slice(0, MOST_CHARACTERS).toWellFormed();
  const whole = spans.length === 1 && words.length <= MOST_WORDS && shown === opening;
  return `“${shown}${whole ? '' : ' …'}”`;
}
