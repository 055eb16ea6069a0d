import type { Span } from '../../statement/statement.js';

/** A figure in a text, and how much it says: `strong` makes a sentence a fact, `weak` only stands in one. */
export interface Figure extends Span {
  readonly weight: 'strong' | 'weak';
}

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const LARGER =
  'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|a hundred|a thousand';
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)';

/** Patterns of figures, the longest first: the first that matches at a place is taken. */
const PATTERNS: readonly (readonly [string, Figure['weight']])[] = [
  [`${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,\\s*\\d{4})?(?!\\d)`, 'strong'],
  [
    `[$€£¥]\\s?(?:${NUMBER})(?:\\s?(?:${SCALE}s?|bn|[kmb])\\b)?(?:\\s?(?:-|–|to)\\s?[$€£¥]?(?:${NUMBER})(?:\\s${SCALE})?)?`,
    'strong',
  ],
  [
    `(?:${NUMBER}|${SMALL}|${LARGER})(?:\\s?(?:-|–|to|and|or)\\s?(?:${NUMBER}))?(?:\\s?%|(?:\\s|-)(?:percent|per cent|percentage points?)\\b)`,
    'strong',
  ],
  [
    `(?:${NUMBER}|${SMALL})\\s+(?:out\\s+)?(?:of|in)\\s+(?:every\\s+|the\\s+)?(?!(?:19|20)\\d\\d\\b)(?:${NUMBER}|${SMALL})(?![\\p{L}\\p{N}])`,
    'strong',
  ],
  [
    '(?:one|two|three|four|five|six|seven|nine)-(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)',
    'strong',
  ],
  ['(?:a third|a quarter|half|three quarters|two thirds|a majority)\\s+of(?![\\p{L}])', 'strong'],
  ['(?:hundreds|tens|dozens|scores)\\s+of\\s+(?:thousands|millions|billions)', 'strong'],
  ['(?:hundreds|thousands|millions|billions|trillions|dozens)(?=\\s+of\\s|\\s+\\p{Ll})', 'strong'],
  [
    '(?:nearly |almost |more than |over |about )?(?:twice|thrice|double|triple|quadruple)(?=\\s+(?:as|the|that|what))',
    'strong',
  ],
  [`(?:${NUMBER}|${SMALL})(?:-|\\s)?(?:fold|times)(?![\\p{L}])`, 'strong'],
  ['(?:doubled|tripled|quadrupled|halved)(?![\\p{L}])', 'strong'],
  [`(?:${NUMBER}|${SMALL}|${LARGER})\\s${SCALE}(?![\\p{L}])`, 'strong'],
  [`(?:${NUMBER})\\s?(?:-|–|to|through)\\s?(?:${NUMBER})(?![\\p{L}\\p{N}])`, 'strong'],
  ['(?:1[789]|20)\\d\\d(?:s|\\b)', 'strong'],
  [
    `(?:${NUMBER})\\+?(?:-(?:year|month|week|day|hour|mile|foot|page|count|member|point|acre|state)s?(?:-old)?)?`,
    'strong',
  ],
  [`(?:${LARGER})(?![\\p{L}-])`, 'strong'],
  [`(?:${SMALL})(?![\\p{L}-])`, 'weak'],
];

// A lower-case letter may stand right before a figure: pastes lose spaces ("found thatone-third").
const FIGURE = new RegExp(
  `(?<![\\d.,#§$€£/@_]|[\\p{L}\\d]-)(?:${PATTERNS.map(([pattern]) => `(${pattern})`).join('|')})`,
  'giu',
);
const WORD_START = new RegExp(
  `^(?:${SMALL}|${LARGER}|hundreds|thousands|millions|dozens|half|a |double|triple|twice|doubled|tripled|halved|may|mar|jan|jun|dec|oct|sep|nov|apr|feb|aug|jul|tens|scores|billions|trillions|quadruple|thrice|over|more|nearly|almost|about|quadrupled)`,
  'iu',
);

/** Figures that count nothing: numbers of laws, cases, sections, lists, streets, phones, ages and hours. */
const NO_FIGURE_BEFORE =
  /(?:(?<![’'\p{L}])(?:no|nos|number|section|sections|sec|title|article|chapter|part|rule|form|docket|case|h\.\s?r|h\.\s?res|s\.\s?res|hr|[sa](?=\.)|ab|sb|hb|proposition|prop|measure|amendment|district|local|precinct|ward|route|highway|interstate|room|suite|floor|channel|pier|version|act of|phase|grade|psalm|page|u\.s\.c|c\.f\.r|covid|catch|g|boeing|count|exhibit|chapter|line|gate|bill|order|channel|studio|unit|apt|box|zip|ext|extension)\.?\s?-?#?|#|§+\s?|№\s?)$/iu;
const NO_FIGURE_AFTER =
  /^(?:\s?(?:a\.m|p\.m|am\b|pm\b|a\.m\.|p\.m\.|o’clock|o'clock|u\.s\.c|c\.f\.r|f\.\s?[23]d|et\b|est\b|pst\b|pt\b)|:\d\d|\s(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd|drive|broadway|lane|main)\b|\([a-z]\)|\/\d|-\d{4}\b|(?:st|nd|rd|th)\s+(?:amendment|congress|circuit|district|street|avenue|century|anniversary)\b)/iu;
const LOOK = 24;

/** The figures of a span of text, in order, without overlaps. */
export function readFigures(text: string, span: Span): Figure[] {
  const figures: Figure[] = [];
  const sentence = text.slice(span.start, span.end);
  for (const match of sentence.matchAll(FIGURE)) {
    const figure = match[0].trim();
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    const end = start + figure.length;
    if (!isFigure(sentence, start, end, figure)) continue;
    const group = match.slice(1).findIndex((part) => part !== undefined);
    figures.push({
      start: span.start + start,
      end: span.start + end,
      weight: PATTERNS[group]?.[1] ?? 'weak',
    });
  }
  return figures;
}

function isFigure(sentence: string, start: number, end: number, figure: string): boolean {
  const before = sentence.slice(Math.max(0, start - LOOK), start);
  const after = sentence.slice(end, end + LOOK);
  const unit = /[%$€£]|percent|per cent|million|billion|thousand|hundred/iu.test(figure);
  // A word glued to a letter is a part of another word ("often", "someone"), unless a paste lost a space before it.
  if (WORD_START.test(figure) && /\p{L}$/u.test(before) && !/\bthat$/u.test(before)) return false;
  // "one of the nation’s leading groups" counts nothing.
  if (/^one$/iu.test(figure)) return false;
  // "F16", "HR45".
  if (/\p{Lu}$/u.test(before)) return false;
  if (/^\.\p{L}|^@|^-\d{3}-|^\)\s?\d{3}-/u.test(after)) return false;
  if (unit) return true;
  if (NO_FIGURE_BEFORE.test(before) || NO_FIGURE_AFTER.test(after)) return false;
  if (/^\p{L}/u.test(after) && /\d$/u.test(figure) && !/^(?:st|nd|rd|th|s)\b/u.test(after))
    return /^(?:of|and|at|to)\b|^(?:report|study)/u.test(after);
  // "John Roe, 45, of Kingston": an age.
  return !(/\p{L},\s$/u.test(before) && /^\d{1,2}$/u.test(figure) && after.startsWith(','));
}
