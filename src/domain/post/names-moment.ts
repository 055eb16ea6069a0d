import type { Part } from './segment.js';

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
const MONTH_NAMES = 'january|february|march|april|june|july|august|september|october|november|december';
const WEEKDAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const NEARNESS = 'today|tonight|tomorrow|yesterday|morning|noon|afternoon|evening|midnight';
const DISTANCES = 'minutes?|hours?|days?|nights?|weeks?|weekend|fortnight|months?';

const MOMENT = new RegExp(
  `\\p{N}|\\b(?:${[MONTHS, MONTH_NAMES, WEEKDAYS, NEARNESS, DISTANCES].join('|')})\\b`,
  'iu',
);

/**
 * Whether frame text may name a moment, such as the date of the hearing: a number, a month, a day, a distance.
 * Rather once too often: such a text is approved again when the hearing moves, and one that slips through would
 * go out with a date that is no longer true.
 */
export function mayNameMoment(parts: readonly Part[]): boolean {
  return parts.some(({ segments }) =>
    segments.some((segment) => segment.kind === 'text' && MOMENT.test(segment.text)),
  );
}
