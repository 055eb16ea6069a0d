import type { Span } from '../../statement/statement.js';
import { SPEECH_VERBS } from '../attribution/speech-verbs.js';
import type { Mark } from './glyphs.js';

/** How odd it is to read a mark as opening, closing, or no quotation mark at all. Zero is an ordinary reading. */
export interface ReadingCost {
  readonly open: number;
  readonly close: number;
  readonly ignore: number;
}

const AGAINST_SHAPE = 4;
const AGAINST_SPACING = 3;
const AGAINST_VERB = 2;
const IGNORED = 3;
/** The mark of inches or seconds after a digit. */
const IGNORED_INCHES = 0.8;
const NO_SPACING = 0.3;
const AT_THE_WRONG_END = 6;
const LOOK = 48;

const VERB = [...SPEECH_VERBS].join('|');
const VERB_AFTER = new RegExp(
  `^\\s*(?:[—–-]\\s*)?(?:(?:${VERB})\\b|(?:[\\p{Lu}][\\p{L}.’'-]*\\s+){1,4}(?:${VERB})\\b)`,
  'u',
);
const VERB_BEFORE = new RegExp(`(?:\\b(?:${VERB})(?:\\s+that)?[,:]?|:)\\s*$`, 'u');

/** The costs of each reading of the mark at `index`, from its shape, the spaces around it, and a nearby verb of speech. */
export function readingCost(
  text: string,
  marks: readonly Mark[],
  index: number,
  paragraph: Span,
): ReadingCost {
  const mark = marks[index] as Mark;
  const before = text.slice(Math.max(paragraph.start, mark.start - LOOK), mark.start);
  const after = text.slice(mark.end, Math.min(paragraph.end, mark.end + LOOK));
  const bareBefore = before.replace(/["“”'‘’„«»]+$/u, '');
  const bareAfter = after.replace(/^["“”'‘’„«»]+/u, '');
  const looseBefore = bareBefore === '' || /[\s([{]$/u.test(bareBefore);
  const looseAfter = bareAfter === '' || /^[\s)\]},.;:!?]/u.test(bareAfter);

  let open = mark.shape === 'closes' ? AGAINST_SHAPE : 0;
  let close = mark.shape === 'opens' ? AGAINST_SHAPE : 0;
  if (looseAfter && !looseBefore) open += AGAINST_SPACING;
  if (looseBefore && !looseAfter) close += AGAINST_SPACING;
  if (looseBefore === looseAfter) {
    open += NO_SPACING;
    close += NO_SPACING;
  }
  if (before === '') close += AT_THE_WRONG_END;
  if (after === '') open += AT_THE_WRONG_END;
  if (mark.shape !== 'opens' && /[,.!?]$/u.test(bareBefore) && VERB_AFTER.test(after)) open += AGAINST_VERB;
  if (mark.shape !== 'closes' && VERB_BEFORE.test(before)) close += AGAINST_VERB;
  const inches = mark.family === 'straight' && /\d$/u.test(before);
  return { open, close, ignore: inches ? IGNORED_INCHES : IGNORED };
}
