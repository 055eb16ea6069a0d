import type { Span } from '../../statement/statement.js';
import { DOUBTS } from '../doubts.js';
import { isNameWord, runAt } from '../people/name-runs.js';
import { nameLength, nameText, personIn, surnameOf } from '../people/person-name.js';
import type { Release } from '../release.js';
import { wordIndexAt } from '../text/words.js';
import { nobody, type Speaker } from './speaker.js';

/** Where a quotation stands that no cue attributes. */
export interface Implied {
  readonly release: Release;
  /** The text of its paragraph before it, up to the quotation before. */
  readonly before: Span;
  readonly previous: Speaker | null;
  /** The previous quotation stands in the same paragraph. */
  readonly sameParagraph: boolean;
  /** The previous quotation ends in the paragraph right above. */
  readonly previousParagraph: boolean;
  readonly alone: boolean;
}

const LONGEST_BEFORE = 600;

/** Rules for a quotation without a cue, in order; each leaves the decision to a person. */
const RULES: readonly ((context: Implied) => Speaker | null)[] = [
  mentionedBefore,
  sameParagraph,
  followingParagraph,
];

/** The speaker whom the place of a quotation suggests, or null. */
export function impliedSpeaker(context: Implied): Speaker | null {
  for (const rule of RULES) {
    const speaker = rule(context);
    if (speaker !== null) return speaker;
  }
  return null;
}

/** X praised the ruling. "…": the only person in the sentences right before. */
function mentionedBefore(context: Implied): Speaker | null {
  const people = peopleIn(context.release, context.before);
  const [name] = people;
  if (name === undefined || people.length > 1) return null;
  const entry = context.release.roster.withSurname(surnameOf(name)).find((each) => each.name === name);
  return {
    ...nobody('mentioned-before', DOUBTS.mentioned(name)),
    name,
    role: entry?.standing.role ?? null,
    organization: entry?.standing.organization ?? null,
  };
}

function sameParagraph(context: Implied): Speaker | null {
  if (!context.sameParagraph || !isKnown(context.previous)) return null;
  return {
    ...context.previous,
    rule: 'same-paragraph',
    confidence: 'low',
    doubts: [DOUBTS.sameParagraph(nameOf(context.previous))],
  };
}

/** A paragraph that is all quotation, right below another quotation. */
function followingParagraph(context: Implied): Speaker | null {
  if (!context.previousParagraph || !context.alone || !isKnown(context.previous)) return null;
  return {
    ...context.previous,
    rule: 'following-paragraph',
    confidence: 'low',
    doubts: [DOUBTS.following(nameOf(context.previous))],
  };
}

function isKnown(speaker: Speaker | null): speaker is Speaker {
  return speaker !== null && (speaker.name !== null || speaker.organization !== null);
}

function nameOf(speaker: Speaker): string {
  return speaker.name ?? speaker.organization ?? '';
}

/** The persons named in a stretch of text, each once, in full where the release has a full name. */
export function peopleIn(release: Release, span: Span): string[] {
  const { words, roster, text } = release;
  const from = wordIndexAt(words, Math.max(span.start, span.end - LONGEST_BEFORE));
  const to = wordIndexAt(words, span.end);
  const found: string[] = [];
  for (let at = from; at < to; at += 1) {
    if (!isNameWord(words[at])) continue;
    const run = runAt(words, at, to);
    if (run === null) continue;
    at = run.to - 1;
    const named = personIn(words, run);
    if (named === null) continue;
    const entries = roster.withSurname(surnameOf(nameText(text, words, named)));
    const [entry] = entries;
    const sure =
      entry !== undefined && entries.length === 1 && (entry.weight > 0 || nameLength(words, named) >= 2);
    if (sure && !found.includes(entry.name)) found.push(entry.name);
  }
  return found;
}
