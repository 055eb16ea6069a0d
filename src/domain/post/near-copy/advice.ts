import { partText, type Segment } from '../segment.js';
import type { Likeness } from './near-copy.js';
import type { Passage, Place } from './passages.js';
import { readPost, type PlacedWord, type Written } from './reading.js';

/** So much of a passage is enough to find it by. */
const LONGEST_EXCERPT = 60;
/** From here on two posts quote the same, for somebody who reads them. */
const SAME_QUOTED = 0.5;

/**
 * What to change so that two posts are no longer a near copy, in one or two sentences for the person who reads them side
 * by side; null where they are different. `found` is what `nearCopy` gives for the same posts in the same order.
 */
export function adviceFor(one: Written, other: Written, found: Likeness): string | null {
  if (found.verdict === 'different') return null;
  const quotedBoth = found.quoted >= SAME_QUOTED;
  const passage = longestFrame(found.shared);
  if (passage === null) {
    return quotedBoth
      ? `Both are the same ${sourceOf(one)} and little else: let one partner say in a sentence of its own why it passes this on, or give it another statement.`
      : 'Both use nearly the same words: let one partner write its post anew.';
  }
  const change = frameAdvice(passage, one, other);
  return quotedBoth ? `${change} Both carry the same ${sourceOf(one)} too: another one would help.` : change;
}

function longestFrame(shared: readonly Passage[]): Passage | null {
  const length = ({ one }: Passage) => one.end - one.start;
  const frames = shared.filter(({ kind }) => kind === 'frame');
  return frames.toSorted((a, b) => length(b) - length(a))[0] ?? null;
}

function frameAdvice(passage: Passage, one: Written, other: Written): string {
  const words = excerpt(one, passage.one);
  const first = readPost(one).words.filter(isOwn);
  const second = readPost(other).words.filter(isOwn);
  const begin = startsAt(first.at(0), passage.one) && startsAt(second.at(0), passage.other);
  const end = endsAt(first.at(-1), passage.one) && endsAt(second.at(-1), passage.other);
  if (begin && end) {
    return `Both say the same from beginning to end (“${words}”): let one partner write its own text.`;
  }
  if (begin) {
    return `Both begin “${words}”: let one partner write its own first sentence.`;
  }
  if (end) {
    return `Both end with “${words}”: let one partner write its own last sentence.`;
  }
  return `Both say “${words}”: let one partner say it in its own words.`;
}

function isOwn({ weighing }: PlacedWord): boolean {
  return weighing === 'own';
}

/** A passage may begin with a name, and end with one: those are nobody's first or last words. */
function startsAt(word: PlacedWord | undefined, place: Place): boolean {
  return (
    word !== undefined && word.part === place.part && place.start <= word.start && word.start < place.end
  );
}

function endsAt(word: PlacedWord | undefined, place: Place): boolean {
  return word !== undefined && word.part === place.part && place.start < word.end && word.end <= place.end;
}

function excerpt({ parts }: Written, { part, start, end }: Place): string {
  const found = parts[part];
  const text = found === undefined ? '' : partText(found).slice(start, end).replaceAll(/\s+/gu, ' ');
  if (text.length <= LONGEST_EXCERPT) return text;
  const room = text.slice(0, LONGEST_EXCERPT);
  const lastSpace = room.lastIndexOf(' ');
  return `${lastSpace > 0 ? room.slice(0, lastSpace) : room}…`;
}

function sourceOf({ parts }: Written): 'quotation' | 'figure' {
  const kinds = parts.flatMap(({ segments }) => segments.map(({ kind }: Segment) => kind));
  return kinds.includes('quotation') ? 'quotation' : 'figure';
}
