import type { Word } from '../text/words.js';
import { canBeOrganization, organizationAt, organizationText, type NameRange } from './organization-name.js';
import type { NamedRun } from './person-name.js';
import type { Standing } from './standing.js';
import { isTitleWord, PUBLIC_OFFICES, TITLE_MODIFIERS } from './title-words.js';

const LONGEST_ORGANIZATION = 12;
/** So many words that may qualify a title, with nothing before them, are rather an organization: "Human Rights Campaign President". */
const TOO_MANY_MODIFIERS = 3;
/** Who leads an organization leads all of it: in "Dignity Campaign President", "Campaign" is the organization's. */
const LEADERS = /^(?:president|ceo|founder|co-founder|cofounder|chair|chairman|chairwoman|co-chair)$/u;
const OF_LEADERS =
  /^(?:national|state|acting|interim|founding|managing|international|board|global|community|borough|co|u\.s|federal|and)$/u;
const PLURAL_OFFICE = /\b(Representative|Senator|Congressmember|Governor|Mayor|Rep|Sen)s(\.?)$/u;

/** "Human Rights Campaign President X", "Light for All co-founder, X", "Tumbril’s director X", "Attorney General X". */
export function standingBefore(
  text: string,
  words: readonly Word[],
  named: NamedRun,
  from: number,
): Standing {
  let last = named.nameFrom;
  if (words[last - 1]?.text === ',' && isTitleWord(words[last - 2]) && last - 2 >= from) last -= 1;
  const first = titleStart(words, last, from);
  const owner = first > from && words[first - 1]?.possessive === true;
  const range = isAdjacent(text, words, first) ? organizationBefore(words, first, from) : null;
  const organization = range === null ? null : organizationText(text, words, range);
  if (!words.slice(first, last).some((word) => isTitleWord(word)))
    return owner ? { role: null, organization } : { role: null, organization: null };
  const begin = words[first] as Word;
  const end = (words[last - 1] as Word).end;
  const office = words.slice(first, last).some((word) => PUBLIC_OFFICES.has(word.bare));
  // A public office belongs to its place: "New York State Attorney General".
  const start = office && range !== null ? (words[range.from] as Word).start : begin.start;
  const role = text.slice(start, end).replace(/\s+/gu, ' ').replace(PLURAL_OFFICE, '$1$2');
  return { role, organization: office ? null : organization };
}

/** Where the title begins that ends right before word `end`. */
function titleStart(words: readonly Word[], end: number, from: number): number {
  let start = end;
  const leads = words.slice(Math.max(from, end - 2), end).some((word) => LEADERS.test(word.bare));
  while (start > from && isRoleWord(words, start - 1) && isSameLine(words, start, end)) {
    const modifier = !isTitleWord(words[start - 1]) && (words[start - 1]?.bare ?? '') !== '';
    if (leads && modifier && !OF_LEADERS.test(words[start - 1]?.bare ?? '')) break;
    start -= 1;
  }
  while (start < end && (words[start] as Word).bare === '') start += 1;
  const owned = start > from && words[start - 1]?.possessive === true;
  let firstTitle = start;
  while (firstTitle < end && !isTitleWord(words[firstTitle])) firstTitle += 1;
  return !owned && firstTitle - start >= TOO_MANY_MODIFIERS ? firstTitle : start;
}

function isSameLine(words: readonly Word[], at: number, end: number): boolean {
  return at >= end || (words[at] as Word).start - (words[at - 1] as Word).end <= 2;
}

function isRoleWord(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.possessive) return false;
  if (isTitleWord(word) || TITLE_MODIFIERS.has(word.bare)) return true;
  if (/^(?:in|of|and|for|the)$/u.test(word.text)) {
    const before = word.text === 'the' ? words[at - 2] : words[at - 1];
    const after = words[at + 1]?.text === 'the' ? words[at + 2] : words[at + 1];
    return isTitleWord(before) && (isTitleWord(after) || TITLE_MODIFIERS.has(after?.bare ?? ''));
  }
  return false;
}

/** An organization stands on the same line, right before the title. */
function isAdjacent(text: string, words: readonly Word[], first: number): boolean {
  const before = words[first - 1];
  const here = words[first];
  return (
    before !== undefined && here !== undefined && /^[ \u00A0]{1,2}$/u.test(text.slice(before.end, here.start))
  );
}

/** The organization whose name ends right before word `end`. */
function organizationBefore(words: readonly Word[], end: number, from: number): NameRange | null {
  for (let start = Math.max(from, end - LONGEST_ORGANIZATION); start < end; start += 1) {
    const range = organizationAt(words, start, end, { possessive: 'joins' });
    if (range === null) continue;
    if (range.to === end && canBeOrganization(words, range)) return range;
    start = range.to - 1;
  }
  return null;
}
