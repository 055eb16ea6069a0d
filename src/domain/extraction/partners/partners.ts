import type { Span } from '../../statement/statement.js';
import type { Release } from '../release.js';
import { canBeOrganization, organizationAt } from '../people/organization-name.js';
import { isTitleWord } from '../people/title-words.js';
import { wordIndexAt, type Word } from '../text/words.js';
import { organizationEndingAt, readList, readsAsPersons } from './organization-list.js';
import { AMONG, AND_GROUPS, LIST_BELOW, TRIGGERS, type Trigger } from './triggers.js';

const LONGEST_SENTENCE = 6000;
const LIST_LINE = 120;
const BULLET = /^(?:[-–—*•·▪◦●‣>]+|\d{1,3}[.)])\s*/u;

/**
 * The organizations of a release's explicit lists ("with partners including …", "endorsed by …", lines below
 * "Participating organizations:"), in the release's order, each once. `sentences` are those outside quotations.
 */
export function readPartners(
  release: Release,
  paragraphs: readonly Span[],
  sentences: readonly Span[],
): string[] {
  const found: { at: number; name: string }[] = [];
  for (const sentence of sentences) found.push(...inSentence(release, sentence));
  paragraphs.forEach((paragraph, number) =>
    found.push(...onLinesBelow(release, paragraphs, number, paragraph)),
  );
  const seen = new Set<string>();
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name)
    .filter((name) => {
      const key = name.toLowerCase().replace(/^the /u, '');
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
}

interface Found {
  readonly at: number;
  readonly name: string;
}

function inSentence(release: Release, sentence: Span): Found[] {
  const text = release.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE));
  const limit = wordIndexAt(release.words, sentence.end);
  const found: Found[] = [];
  let readTo = 0;
  for (const trigger of TRIGGERS) {
    for (const match of text.matchAll(trigger.pattern)) {
      const at = sentence.start + match.index + match[0].length;
      const from = wordIndexAt(release.words, at);
      if (from < readTo) continue;
      const list = readList(release, from, limit);
      if (list.names.length < trigger.atLeast || !allowed(trigger, text, match.index, list.names)) continue;
      readTo = Math.max(readTo, list.next);
      found.push(...list.names.map((name, index) => ({ at: at + index, name })));
      found.push(...namedBefore(release, sentence, sentence.start + match.index + match[0].length));
    }
  }
  return [...found, ...amongThem(release, sentence, text)];
}

/** "We thank A and B" is politeness; "for their work" makes it a list. What persons endorse or join is no list either. */
function allowed(trigger: Trigger, text: string, index: number, names: readonly string[]): boolean {
  if (!trigger.ofGroups && readsAsPersons(names)) return false;
  return (
    trigger.name !== 'thanked' || /\bfor\s+(?:their|its|the|his|her)\b/u.test(text.slice(index, index + 3000))
  );
}

/** "A and organizations that represent it, including …": A, in front of the list. */
function namedBefore(release: Release, sentence: Span, end: number): Found[] {
  const text = release.text.slice(sentence.start, end);
  for (const match of text.matchAll(AND_GROUPS)) {
    const word = wordIndexAt(release.words, sentence.start + match.index);
    const name = organizationEndingAt(release, word, wordIndexAt(release.words, sentence.start));
    if (name !== null) return [{ at: sentence.start + match.index, name }];
  }
  return [];
}

function amongThem(release: Release, sentence: Span, text: string): Found[] {
  const among = AMONG.exec(text);
  if (among === null) return [];
  const end = wordIndexAt(release.words, sentence.start + among.index);
  const list = readList(release, wordIndexAt(release.words, sentence.start), end);
  return list.names.length < 2 ? [] : list.names.map((name, index) => ({ at: sentence.start + index, name }));
}

/** One organization a line, below a paragraph that announces them. */
function onLinesBelow(
  release: Release,
  paragraphs: readonly Span[],
  number: number,
  paragraph: Span,
): Found[] {
  const { text, words } = release;
  const length = paragraph.end - paragraph.start;
  const announcement = text.slice(Math.max(paragraph.start, paragraph.end - 300), paragraph.end);
  if (length > 1200 || !LIST_BELOW.test(announcement)) return [];
  const found: Found[] = [];
  for (let next = number + 1; next < paragraphs.length; next += 1) {
    const line = paragraphs[next] as Span;
    if (line.end - line.start > LIST_LINE) break;
    const bullet = BULLET.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
    const from = wordIndexAt(words, line.start + bullet);
    const to = wordIndexAt(words, line.end);
    const range = organizationAt(words, from, to, { and: 'any' });
    if (range === null || !canBeOrganization(words, range)) break;
    const rest = text.slice((words[range.to - 1] as Word).end, line.end);
    const whole = /^\s*(?:\([^)]*\))?[,;.]?(?:\s+and)?$/u.test(rest);
    // "Sierra Guild, Islands Chapter" is one name; "Ana Ruiz, director" is a person.
    const chapter =
      /^,\s\p{Lu}[^,.;:]*$/u.test(rest) && !words.slice(range.to, to).some((word) => isTitleWord(word));
    if (!whole && !chapter) break;
    const end = chapter ? line.end : (words[range.to - 1] as Word).end;
    found.push({
      at: line.start,
      name: text.slice((words[range.from] as Word).start, end).replace(/\s+/gu, ' '),
    });
  }
  return found.length >= 2 ? found : [];
}
