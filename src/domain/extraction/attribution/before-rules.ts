import { cueFrom, namesBanner, type Cue, type CueRule, type CueSentence } from './cue.js';
import { saidBefore } from './said-before.js';
import { attributedBefore, documentBefore, statementBefore } from './statement-rules.js';
import type { Word } from '../text/words.js';

/** According to X, "…" — and: In the words of X, "…" */
const accordingBefore: CueRule = {
  name: 'according-before',
  find(sentence) {
    const { words } = sentence.release;
    for (let at = sentence.from; at < sentence.to - 1; at += 1) {
      const here = words[at] as Word;
      const according = here.bare === 'according' && words[at + 1]?.text === 'to';
      const inTheWords = here.bare === 'words' && words[at + 1]?.text === 'of';
      if (according || inTheWords)
        return cueFrom(sentence, according ? this.name : 'words-of', at + 2, sentence.to);
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
    const found = cueFrom(sentence, this.name, sentence.from, sentence.to);
    if (found === null) return null;
    const [speaker] = found.subject.people;
    if (speaker === undefined) return namesOnlyOrganization(sentence, found) ? found : null;
    const start = sentence.release.text.indexOf(speaker.name, sentence.span.start);
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

/** Rules for what precedes an opening mark, in order. */
export const BEFORE_RULES: readonly CueRule[] = [
  attributedBefore,
  statementBefore,
  documentBefore,
  accordingBefore,
  saidBefore,
  nameBefore,
];
