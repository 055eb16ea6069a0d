import type { Word } from '../text/words.js';
import { isNameWord } from './name-runs.js';
import { COLLECTIVES, NOT_NAMES, ORGANIZATION_WORDS, STARTERS } from './organization-words.js';
import { TITLE_WORDS } from './title-words.js';

/** Words `[from, to)` of an organization's name. */
export interface NameRange {
  readonly from: number;
  readonly to: number;
}

const CONNECTORS = new Set(
  'for of on in to with without against at by de la del des du les y pour'.split(' '),
);
const ARTICLES = new Set(['the', 'our', 'a', 'all', 'el', 'la', 'los', 'las']);
const COMPANY = /^(?:inc|llc|ltd|corp|co|pllc|llp|lp|usa|plc)$/u;
/** Verbs that names of campaigns begin with: "Restore the Fourth", "Rock the Vote". */
const CALLS = new Set(
  (
    'restore reset rock bend make face save protect stop defend keep reclaim fight free move raise take win stand ban build feed fund count end ' +
    'fix break open close change guard honor love own pass power pull push read reach rebuild release remember respect save seize share'
  ).split(' '),
);
/** After "and", words that rather belong to the name before than begin a name: "Law and Policy", "Families and Children". */
const INNER = new Set(
  (
    'services policy justice rights research education democracy dissent development technology health freedom equality families children ' +
    'action advocacy training law society social security liberty housing environment economics economic democracy public human ' +
    'legal support research sciences science arts culture welfare prevention treatment engagement relations reform responsibility ' +
    'ethics history practice media medicine dignity peace equity inclusion opportunity innovation energy water climate conservation wildlife ' +
    'immigration immigrant refugee civil youth women girls gender racial reproductive labor employment urban rural resources ' +
    'reconciliation accountability transparency integrity privacy constitutional community budget tax studies international'
  ).split(' '),
);

/** How a name is read: where "and" may stand inside, and whether a possessive ends it ("Tumbril’s director"). */
interface Reading {
  /** `inner`: only before a word that can only be an inner one ("Advocacy and Services"); `any`: lists have their own "and". */
  readonly and?: 'inner' | 'any';
  readonly possessive?: 'ends' | 'joins';
  /** "Justice at Work" is one name; in "Director of the Border Project at Otro Lado" it parts two. */
  readonly at?: 'ends' | 'joins';
}

/**
 * Reads an organization's name at `from`: capitals, "&", "Inc.", numbers after a capital, and small words between
 * capitals ("Fight for the Future"). Null where no name begins.
 */
export function organizationAt(
  words: readonly Word[],
  from: number,
  limit: number,
  reading: Reading = {},
): NameRange | null {
  const first = words[from];
  if (first === undefined || from >= limit || !beginsName(first)) return null;
  let to = from + 1;
  while (to < limit) {
    const last = words[to - 1] as Word;
    const ends = reading.possessive === 'ends' && !COLLECTIVES.has(last.bare);
    if (last.possessive && (ends || !isNamePart(words[to]))) break;
    if (reading.at === 'ends' && words[to]?.text === 'at') break;
    const step = stepAt(words, to, limit, reading.and ?? 'inner');
    if (step === 0) break;
    to += step;
  }
  return { from, to };
}

/** A word that a name can begin with: a capital, or a name like "350.org" or "eBay". */
export function beginsName(word: Word): boolean {
  return (
    isNameWord(word) ||
    /^\d+\.\p{L}/u.test(word.text) ||
    /^\p{Ll}+\p{Lu}/u.test(word.text) ||
    /\.(?:org|com|net|us)$/u.test(word.text)
  );
}

function isNamePart(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (isNameWord(word) || /^\d[\w.-]*$/u.test(word.text) || /\.(?:org|com|net|us)$/u.test(word.text))
  );
}

function stepAt(words: readonly Word[], at: number, limit: number, joinsAnd: 'inner' | 'any'): number {
  const last = words[at - 1] as Word;
  const word = words[at] as Word;
  const after = (offset: number): Word | undefined => (at + offset < limit ? words[at + offset] : undefined);
  if (isNamePart(word)) return word.start - last.end <= 2 ? 1 : 0;
  if (word.text === '&' || word.text === '+') return isNamePart(after(1)) ? 2 : 0;
  if (word.text === ',' && COMPANY.test(after(1)?.bare ?? '')) return 2;
  if ((word.text === '-' || word.text === '–' || word.text === '/') && word.start === last.end)
    return isNameWord(after(1)) && after(1)?.start === word.end ? 2 : 0;
  if (CONNECTORS.has(word.text)) {
    if (isNameWord(after(1))) return 2;
    return ARTICLES.has(after(1)?.text ?? '') && isNameWord(after(2)) ? 3 : 0;
  }
  if (ARTICLES.has(word.text) && isNameWord(after(1)) && (CONNECTORS.has(last.bare) || CALLS.has(last.bare)))
    return 2;
  if (word.text === 'and' && isNamePart(after(1))) {
    if (joinsAnd === 'any') return 2;
    return INNER.has((after(1) as Word).bare) && !startsLongName(words, at + 1, limit) ? 2 : 0;
  }
  return 0;
}

/** "and Human Rights Watch" begins a name of its own, for not all of its words are inner ones; "and Human Services" ends one. */
function startsLongName(words: readonly Word[], at: number, limit: number): boolean {
  for (let next = at + 1; next < limit; next += 1) {
    const word = words[next] as Word;
    if (!isNameWord(word)) return CONNECTORS.has(word.text) && isNameWord(words[next + 1]);
    if (!INNER.has(word.bare)) return true;
  }
  return false;
}

/** Whether a range can name an organization at all: not a title, a day, a place, or a word that begins a sentence. */
export function canBeOrganization(words: readonly Word[], range: NameRange): boolean {
  let capitals = 0;
  let institution = false;
  let allTitles = true;
  for (let index = range.from; index < range.to; index += 1) {
    const { bare, capital, text } = words[index] as Word;
    if (!capital && !/\.\p{L}/u.test(text)) continue;
    if (!TITLE_WORDS.has(bare) && !NOT_NAMES.has(bare) && !STARTERS.has(bare)) return true;
    capitals += 1;
    institution ||= ORGANIZATION_WORDS.has(bare);
    allTitles &&= TITLE_WORDS.has(bare);
  }
  // "Media Justice Now": ordinary words that only together are a name.
  return capitals >= 2 && institution && !allTitles;
}

/** The name as the release writes it, without a possessive ending. */
export function organizationText(text: string, words: readonly Word[], range: NameRange): string {
  const first = words[range.from] as Word;
  const last = words[range.to - 1] as Word;
  const written = text.slice(first.start, last.end).replace(/\s+/gu, ' ');
  return last.possessive ? written.replace(/['’]s?$/u, '') : written;
}
