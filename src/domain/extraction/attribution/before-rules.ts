import { readSubject } from '../people/subject.js';
import type { Word } from '../text/words.js';
import { isEmptySubject, namesBanner, type Cue, type CueRule, type CueSentence } from './cue.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';

const LONGEST_AFTER_VERB: Readonly<Record<string, number>> = { ':': 30, ',': 16, '': 9 };
const GIVES =
  /^(?:issued|issues|released|releases|made|makes|gave|offered|sent|provided|shared|delivered|published)$/u;
const STATEMENT = /^(?:statement|remarks|remark|comment|comments|response|reaction|message)$/u;
const READS = /^(?:reads|read|reading|states|stated)$/u;
const DOCUMENTS =
  /^(?:letter|report|opinion|order|ruling|decision|complaint|petition|brief|memo|memorandum|email|e-mail|resolution|declaration|affidavit|filing|article|editorial|study|lawsuit|indictment|post|tweet|text)$/u;

/** X, TITLE at ORG, said: "…" — also "X told reporters, "…"", "X said that "…"". */
const saidBefore: CueRule = {
  name: 'said-before',
  find(sentence) {
    const verb = lastVerb(sentence);
    if (verb === null) return null;
    if (namesBanner(sentence.release.words, sentence.from, verb)) return null;
    const first = sentence.release.words[sentence.from];
    // "Said Jane Doe: “…”": the verb comes first.
    const inverted = verb === sentence.from && first?.capital === true;
    const found = inverted
      ? cue(sentence, this.name, verb + 1, sentence.to)
      : subjectBefore(sentence, this.name, verb);
    return isSilent(found, sentence, verb) ? null : found;
  },
};

/** The following can be attributed to X, TITLE: "…" */
const attributedBefore: CueRule = {
  name: 'attributed-before',
  find(sentence) {
    const { words } = sentence.release;
    const at = lastIndex(sentence, sentence.to, (word) => word.bare === 'attributed');
    if (at === null || words[at + 1]?.text !== 'to') return null;
    const found = cue(sentence, this.name, at + 2, sentence.to);
    return found === null || isEmptySubject(found.subject) ? null : found;
  },
};

/** X issued the following statement: "…" */
const statementBefore: CueRule = {
  name: 'statement-before',
  find(sentence) {
    const { words } = sentence.release;
    for (let at = sentence.to - 1; at >= sentence.from; at -= 1) {
      const word = words[at] as Word;
      if (!STATEMENT.test(word.bare)) continue;
      // Several statements come from several people, who are named at each.
      if (words.slice(sentence.from, sentence.to).some((each) => each.bare === 'statements')) return null;
      const gives = lastIndex(sentence, at, (each) => GIVES.test(each.bare));
      if (gives === null) return statementOf(sentence, this.name, at);
      const by = words[gives + 1]?.text === 'by' || words[gives + 2]?.text === 'by';
      return by
        ? cue(sentence, this.name, gives + 2, sentence.to)
        : cue(sentence, this.name, sentence.from, gives);
    }
    return null;
  },
};

/** According to X, "…" — and: In the words of X, "…" */
const accordingBefore: CueRule = {
  name: 'according-before',
  find(sentence) {
    const { words } = sentence.release;
    for (let at = sentence.from; at < sentence.to - 1; at += 1) {
      const here = words[at] as Word;
      const according = here.bare === 'according' && words[at + 1]?.text === 'to';
      const inTheWords = here.bare === 'words' && words[at + 1]?.text === 'of';
      if (according || inTheWords) {
        const found = cue(sentence, according ? this.name : 'words-of', at + 2, sentence.to);
        return found;
      }
    }
    return null;
  },
};

/** X, TITLE at ORG: "…" */
const nameBefore: CueRule = {
  name: 'name-before',
  find(sentence) {
    if (sentence.edge !== ':' || sentence.span.end - sentence.span.start > 260) return null;
    const { words } = sentence.release;
    const first = words[sentence.from];
    if (
      first === undefined ||
      !(first.capital || first.text === '-' || first.text === '*' || first.text === '•')
    )
      return null;
    if (namesBanner(words, sentence.from, sentence.to)) return null;
    const found = cue(sentence, this.name, sentence.from, sentence.to);
    if (found === null) return null;
    const [speaker] = found.subject.people;
    if (speaker === undefined) return namesOnlyOrganization(sentence, found) ? found : null;
    const start = sentence.release.text.indexOf(speaker?.name ?? '', sentence.span.start);
    return { ...found, explicit: start >= 0 && start - sentence.span.start < 60 };
  },
};

/** "Center for Worker Safety: “…”": nothing but an organization's name stands before the colon. */
function namesOnlyOrganization(sentence: CueSentence, found: Cue): boolean {
  const { organization } = found.subject;
  const { text } = sentence.release;
  if (organization === null) return false;
  const written = text
    .slice(sentence.span.start, sentence.span.end)
    .replace(/^\s*(?:the\s|[-*•–—]\s*)?|[:\s]+$/giu, '');
  return written.length - organization.length <= 12 && written.includes(organization);
}

/** The letter reads, "…": a document speaks, its authors have to be named by a person. */
const documentBefore: CueRule = {
  name: 'document-before',
  find(sentence) {
    const { words } = sentence.release;
    const reads = lastIndex(sentence, sentence.to, (word) => READS.test(word.bare));
    if (reads === null || sentence.to - reads > 4) return null;
    if (namesBanner(words, sentence.from, sentence.to)) return null;
    const document = words.slice(sentence.from, reads).some((word) => DOCUMENTS.test(word.bare));
    if (!document) return null;
    const subject = { people: [], organization: null, pronoun: null, office: null };
    return { rule: this.name, subject, span: sentence.span, explicit: false };
  },
};

/** Rules for what precedes an opening mark, in order. */
export const BEFORE_RULES: readonly CueRule[] = [
  attributedBefore,
  statementBefore,
  documentBefore,
  accordingBefore,
  saidBefore,
  nameBefore,
];

function cue(sentence: CueSentence, rule: string, from: number, to: number): Cue | null {
  if (to <= from) return null;
  return { rule, subject: readSubject(sentence.release, from, to), span: sentence.span, explicit: true };
}

/** "X’s statement:", "Statement of X, TITLE:", "Statement from X on …:" */
function statementOf(sentence: CueSentence, rule: string, at: number): Cue | null {
  const { words } = sentence.release;
  for (let owner = at - 1; owner >= Math.max(sentence.from, at - 3); owner -= 1) {
    if (words[owner]?.possessive !== true || words[owner]?.capital !== true) continue;
    let from = owner;
    while (from > sentence.from && words[from - 1]?.capital === true) from -= 1;
    return cue(sentence, rule, from, owner + 1);
  }
  const next = words[at + 1]?.text ?? '';
  if (!/^(?:of|from|by)$/u.test(next)) return null;
  const found = cue(sentence, rule, at + 2, sentence.to);
  return found === null || isEmptySubject(found.subject) ? null : found;
}

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
  const near = start === sentence.from ? null : cue(sentence, rule, start, verb);
  return near !== null && near.subject.people.length > 0 ? near : cue(sentence, rule, sentence.from, verb);
}

/** "says “…”" with nobody named before it, in a sentence that is not about words: no cue. */
function isSilent(found: Cue | null, sentence: CueSentence, verb: number): boolean {
  if (found === null) return true;
  if (!isEmptySubject(found.subject)) return false;
  return verb === sentence.from;
}

function lastIndex(sentence: CueSentence, before: number, passes: (word: Word) => boolean): number | null {
  for (let at = before - 1; at >= sentence.from; at -= 1)
    if (passes(sentence.release.words[at] as Word)) return at;
  return null;
}
