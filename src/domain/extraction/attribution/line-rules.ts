import type { Span } from '../../statement/statement.js';
import { readSubject } from '../people/subject.js';
import type { Release } from '../release.js';
import { datelineLength } from '../text/dateline.js';
import { wordIndexAt } from '../text/words.js';
import { BEFORE_RULES } from './before-rules.js';
import { firstCue, isEmptySubject, type Cue } from './cue.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';

const LONGEST_LINE = 220;
const NICKNAME = /\s["“]\p{Lu}[\p{L}.]*["”]\s(?=\p{Lu})/u;

/** A lead: the paragraph above a quotation hands the word over ("X, TITLE:", "X issued the following statement:"). */
export function leadLine(release: Release, paragraph: Span, lastSentence: Span): Cue | null {
  const { text, words } = release;
  const edge = text[paragraph.end - 1] ?? '';
  const first = lastSentence.start === paragraph.start;
  const dateline = first
    ? datelineLength(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120)))
    : 0;
  const from = wordIndexAt(words, lastSentence.start + dateline);
  const to = wordIndexAt(words, lastSentence.end);
  const sentence = { release, from, to, span: lastSentence, edge, wholeRest: true };
  if (edge === ':') {
    const cue = firstCue(BEFORE_RULES, sentence);
    return cue === null ? null : { ...cue, rule: `lead-line/${cue.rule}` };
  }
  if (!/following\s+(?:statement|remarks|comment)\b/u.test(text.slice(lastSentence.start, lastSentence.end)))
    return null;
  const cue = firstCue(BEFORE_RULES.slice(0, 2), sentence);
  return cue === null ? null : { ...cue, rule: `lead-line/${cue.rule}` };
}

/** The headline of a statement: "Statement by X on …", "X Statement on …". It suggests who is quoted where nothing else does. */
export function statementHeadline(release: Release, paragraphs: readonly Span[]): Cue | null {
  const { text, words } = release;
  for (const paragraph of paragraphs.slice(0, 4)) {
    const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LINE));
    const by = /\b(?:statement|remarks|comments?)\s+(?:by|of|from)\s+/iu.exec(line);
    const on = /^(.{3,120}?)\s(?:statement|remarks|comments?)\s+(?:on|regarding|about|following|in)\b/iu.exec(
      line,
    );
    const start = by === null ? paragraph.start : paragraph.start + by.index + by[0].length;
    const end = by === null ? paragraph.start + (on?.[1]?.length ?? 0) : paragraph.end;
    if ((by === null && on === null) || /[.:]$/u.test(text.slice(paragraph.end - 1, paragraph.end))) continue;
    const subject = readSubject(release, wordIndexAt(words, start), wordIndexAt(words, end));
    if (!isEmptySubject(subject)) return { rule: 'headline', subject, span: paragraph, explicit: false };
  }
  return null;
}

/** A line that only names a person, with a role or alone: "— X, TITLE, ORG", "X, TITLE". Null for any other line. */
export function nameLine(release: Release, paragraph: Span): (Cue & { readonly dashed: boolean }) | null {
  const { text, words } = release;
  if (paragraph.end - paragraph.start > LONGEST_LINE) return null;
  const line = text.slice(paragraph.start, paragraph.end);
  const dashed = /^(?:[-–—~]|--)\s*\p{Lu}/u.test(line);
  if (/[!?:;]$/u.test(line) || /["“”«»@]|https?:/u.test(line.replace(NICKNAME, ' '))) return null;
  if (line.endsWith('.') && !dashed && !/\b(?:Inc|Jr|Sr|Esq|D\.C|U\.S)\.$/u.test(line)) return null;
  const from = wordIndexAt(words, paragraph.start) + (dashed ? dashLength(line) : 0);
  const to = wordIndexAt(words, paragraph.end);
  const range = words.slice(from, to);
  if (range.some((word) => !word.capital && SPEECH_VERBS.has(word.bare))) return null;
  if (range[0]?.capital !== true) return null;
  const subject = readSubject(release, from, to);
  if (isEmptySubject(subject)) return null;
  const [speaker] = subject.people;
  if (speaker === undefined) return dashed ? result(subject, paragraph, dashed) : null;
  const start = text.indexOf(speaker.name, paragraph.start);
  const begins = start >= 0 && start - paragraph.start < 50;
  const hasRole = (speaker.standing.role ?? speaker.standing.organization) !== null;
  const alone = !speaker.surnameOnly && line.length - speaker.name.length <= 3;
  if (!begins || !(dashed || hasRole || alone)) return null;
  return result(subject, paragraph, dashed);
}

function result(subject: Cue['subject'], span: Span, dashed: boolean): Cue & { readonly dashed: boolean } {
  return { rule: dashed ? 'dash-line' : 'name-line', subject, span, explicit: dashed, dashed };
}

function dashLength(line: string): number {
  return /^[-–—~]+/u.exec(line)?.[0].length ?? 0;
}
