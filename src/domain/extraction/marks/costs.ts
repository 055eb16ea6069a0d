import type { Span } from '../../statement/statement.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';
import type { Mark } from './glyphs.js';

/** How odd it is to read a mark as opening, closing, or no quotation mark at all. Zero is an ordinary reading. */
export interface ReadingCost {
  readonly open: number;
  readonly close: number;
  readonly ignore: number;
  /** What nesting adds: a quotation inside another seldom begins where a sentence has just ended. */
  readonly nest: number;
  /** What ignoring adds inside a quotation that a verb of speech ends here. */
  readonly overlook: number;
}

const AGAINST_SHAPE = 4;
/** A mark turned the wrong way, where the spaces around it leave no question. */
const TURNED = 2;
const NEST = 1.2;
const NEST_AFTER_SENTENCE = 3.7;
const AGAINST_SPACING = 3;
const AGAINST_VERB = 2;
const IGNORED = 3;
/** Shape and spacing leave no question what the mark does. */
const IGNORED_THOUGH_PLAIN = 1;
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

  const ends = looseAfter && !looseBefore;
  const begins = looseBefore && !looseAfter;
  const verbAfter = /[,.!?]\s*$/u.test(bareBefore) && VERB_AFTER.test(after);
  let open = mark.shape === 'closes' ? (begins ? TURNED : AGAINST_SHAPE) : 0;
  let close = mark.shape === 'opens' ? (ends || verbAfter ? TURNED : AGAINST_SHAPE) : 0;
  if (ends) open += AGAINST_SPACING;
  if (begins) close += AGAINST_SPACING;
  if (looseBefore === looseAfter) {
    open += NO_SPACING;
    close += NO_SPACING;
  }
  if (before === '') close += AT_THE_WRONG_END;
  if (after === '') open += AT_THE_WRONG_END;
  if (verbAfter) open += AGAINST_VERB;
  if (VERB_BEFORE.test(before) && mark.shape !== 'closes') close += AGAINST_VERB;
  const inches = mark.family === 'straight' && /\d$/u.test(before);
  return {
    open,
    close,
    ignore: inches ? IGNORED_INCHES : IGNORED + (open === 0 || close === 0 ? IGNORED_THOUGH_PLAIN : 0),
    nest: before === '' ? AT_THE_WRONG_END : /[.!?]\s+$/u.test(bareBefore) ? NEST_AFTER_SENTENCE : NEST,
    overlook: verbAfter ? AGAINST_VERB : 0,
  };
}
