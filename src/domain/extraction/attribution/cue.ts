import type { Span } from '../../statement/statement.js';
import { readSubject, type Subject } from '../people/subject.js';
import type { Release } from '../release.js';
import type { Word } from '../text/words.js';

/** Words of a release that say who speaks. A cue serves one quotation. */
export interface Cue {
  /** The rule that found it, by the name that `docs/quotations.md` explains. */
  readonly rule: string;
  readonly subject: Subject;
  readonly span: Span;
  /** False where the cue only suggests who speaks: it is used, with a doubt. */
  readonly explicit: boolean;
}

/** The sentence next to a quotation mark, as words `[from, to)`, in which a rule looks for its cue. */
export interface CueSentence {
  readonly release: Release;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** The character beside the mark: what the quotation ends with, or what stands before it opens. */
  readonly edge: string;
  /** The sentence reaches from the quotation to its paragraph's other end. */
  readonly wholeRest: boolean;
}

/** One way of saying who speaks. Rules stand in order, and the first that finds a cue decides. */
export interface CueRule {
  readonly name: string;
  find(sentence: CueSentence): Cue | null;
}

/** The first cue of an ordered list of rules. */
export function firstCue(rules: readonly CueRule[], sentence: CueSentence): Cue | null {
  for (const rule of rules) {
    const cue = rule.find(sentence);
    if (cue !== null) return cue;
  }
  return null;
}

const BANNERS =
  /^(?:sign|signs|banner|banners|billboard|billboards|poster|posters|placard|placards|shirt|shirts|t-shirt|t-shirts|slogan|slogans|headline|headlines|caption|button|buttons|sticker|stickers|mural|hashtag|plaque|label|labels|chant|chants|signage|flag|flags|projection)$/u;

/** Cloth, paper and walls do not speak: their texts are no quotations. */
export function namesBanner(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => BANNERS.test(word.bare));
}

export function isEmptySubject(subject: Subject): boolean {
  return (
    subject.people.length === 0 &&
    subject.organization === null &&
    subject.pronoun === null &&
    subject.office === null
  );
}

/** A cue whose subject stands among the words `[from, to)`; null where there are none. */
export function cueFrom(sentence: CueSentence, rule: string, from: number, to: number): Cue | null {
  if (to <= from) return null;
  return { rule, subject: readSubject(sentence.release, from, to), span: sentence.span, explicit: true };
}

/** Index of the last word of the sentence before `before` that passes, or null. */
export function lastIndex(
  sentence: CueSentence,
  before: number,
  passes: (word: Word) => boolean,
): number | null {
  for (let at = before - 1; at >= sentence.from; at -= 1)
    if (passes(sentence.release.words[at] as Word)) return at;
  return null;
}
