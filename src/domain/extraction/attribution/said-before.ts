import { SPEECH_VERBS } from '../text/speech-verbs.js';
import type { Word } from '../text/words.js';
import { cueFrom, isEmptySubject, namesBanner, type Cue, type CueRule, type CueSentence } from './cue.js';

const LONGEST_AFTER_VERB: Readonly<Record<string, number>> = { ':': 30, ',': 16, '': 9 };

/** X, TITLE at ORG, said: "…" — also "X told reporters, "…"", "X said that "…"". */
export const saidBefore: CueRule = {
  name: 'said-before',
  find(sentence) {
    const verb = lastVerb(sentence);
    if (verb === null) return null;
    if (namesBanner(sentence.release.words, sentence.from, verb)) return null;
    const first = sentence.release.words[sentence.from];
    // "Said Jane Doe: “…”": the verb comes first.
    const inverted = verb === sentence.from && first?.capital === true;
    const found = inverted
      ? cueFrom(sentence, this.name, verb + 1, sentence.to)
      : subjectBefore(sentence, this.name, verb);
    // A verb that opens the sentence with nobody named is none's.
    const silent = found !== null && verb === sentence.from && isEmptySubject(found.subject);
    return silent ? null : found;
  },
};

/** The last verb of speech after which only a place, a time or an addressee stands before the mark. */
function lastVerb(sentence: CueSentence): number | null {
  // A finished sentence hands over no word: "They spoke in ten states. “…”".
  if (/^[.!?]$/u.test(sentence.edge)) return null;
  const longest = LONGEST_AFTER_VERB[sentence.edge] ?? LONGEST_AFTER_VERB[''] ?? 0;
  const earliest = Math.max(sentence.from, sentence.to - longest - 1);
  for (let at = sentence.to - 1; at >= earliest; at -= 1) {
    const word = sentence.release.words[at] as Word;
    if (!SPEECH_VERBS.has(word.bare) || (word.capital && at !== sentence.from)) continue;
    if (
      /^(?:to|a|an|the|as|be|been)$/u.test(sentence.release.words[at - 1]?.bare ?? '') &&
      at > sentence.from
    )
      continue;
    return at;
  }
  return null;
}

/** Where the clause of a verb begins: "X did not come, but Y said “": Y said it. */
function clauseStart(sentence: CueSentence, verb: number): number {
  const { words } = sentence.release;
  for (let at = verb - 1; at > sentence.from; at -= 1)
    if (/^(?:;|but|while|although|whereas)$/u.test(words[at]?.text ?? '')) return at + 1;
  return sentence.from;
}

/** The subject of the verb's own clause, or of the sentence where that clause names no person. */
function subjectBefore(sentence: CueSentence, rule: string, verb: number): Cue | null {
  const start = clauseStart(sentence, verb);
  const near = start === sentence.from ? null : cueFrom(sentence, rule, start, verb);
  return near !== null && near.subject.people.length > 0
    ? near
    : cueFrom(sentence, rule, sentence.from, verb);
}
