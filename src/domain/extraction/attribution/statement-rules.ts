import type { Word } from '../text/words.js';
import {
  cueFrom,
  isEmptySubject,
  lastIndex,
  namesBanner,
  type Cue,
  type CueRule,
  type CueSentence,
} from './cue.js';

const GIVES =
  /^(?:issued|issues|released|releases|made|makes|gave|offered|sent|provided|shared|delivered|published)$/u;
const STATEMENT = /^(?:statement|remarks|remark|comment|comments|response|reaction|message)$/u;
const READS = /^(?:reads|read|reading|states|stated)$/u;
const DOCUMENTS =
  /^(?:letter|report|opinion|order|ruling|decision|complaint|petition|brief|memo|memorandum|email|e-mail|resolution|declaration|affidavit|filing|article|editorial|study|lawsuit|indictment|post|tweet|text)$/u;

/** The following can be attributed to X, TITLE: "…" */
export const attributedBefore: CueRule = {
  name: 'attributed-before',
  find(sentence) {
    const { words } = sentence.release;
    const at = lastIndex(sentence, sentence.to, (word) => word.bare === 'attributed');
    if (at === null || words[at + 1]?.text !== 'to') return null;
    const found = cueFrom(sentence, this.name, at + 2, sentence.to);
    return found === null || isEmptySubject(found.subject) ? null : found;
  },
};

/** X issued the following statement: "…" */
export const statementBefore: CueRule = {
  name: 'statement-before',
  find(sentence) {
    const { words } = sentence.release;
    // "The vote sent a clear message." announces nothing; "… issued the following statement." does.
    if (sentence.edge !== ':' && sentence.edge !== ',' && !isAnnounced(sentence)) return null;
    for (let at = sentence.to - 1; at >= sentence.from; at -= 1) {
      const word = words[at] as Word;
      if (!STATEMENT.test(word.bare)) continue;
      // Several statements come from several people, who are named at each.
      if (words.slice(sentence.from, sentence.to).some((each) => each.bare === 'statements')) return null;
      const gives = lastIndex(sentence, at, (each) => GIVES.test(each.bare));
      if (gives === null) return statementOf(sentence, this.name, at);
      const by = words[gives + 1]?.text === 'by' || words[gives + 2]?.text === 'by';
      return by
        ? cueFrom(sentence, this.name, gives + 2, sentence.to)
        : cueFrom(sentence, this.name, sentence.from, gives);
    }
    return null;
  },
};

/** The letter reads, "…": a document speaks, its authors have to be named by a person. */
export const documentBefore: CueRule = {
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

/** "X’s statement:", "Statement of X, TITLE:", "Statement from X on …:" */
function statementOf(sentence: CueSentence, rule: string, at: number): Cue | null {
  const { words } = sentence.release;
  for (let owner = at - 1; owner >= Math.max(sentence.from, at - 3); owner -= 1) {
    if (words[owner]?.possessive !== true || words[owner]?.capital !== true) continue;
    let from = owner;
    while (from > sentence.from && words[from - 1]?.capital === true) from -= 1;
    return cueFrom(sentence, rule, from, owner + 1);
  }
  const next = words[at + 1]?.text ?? '';
  if (!/^(?:of|from|by)$/u.test(next)) return null;
  const found = cueFrom(sentence, rule, at + 2, sentence.to);
  return found === null || isEmptySubject(found.subject) ? null : found;
}

function isAnnounced(sentence: CueSentence): boolean {
  return sentence.release.words.slice(sentence.from, sentence.to).some((word) => word.bare === 'following');
}
