import { readSubject } from '../people/subject.js';
import type { Word } from '../text/words.js';
import { cueFrom, isEmptySubject, namesBanner, type Cue, type CueRule, type CueSentence } from './cue.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';

const ADVERBS = /^(?:also|later|then|recently|further|today|yesterday|earlier|simply|quickly|again)$/u;
const LIGHT =
  /^(?:today|yesterday|earlier|later|in|at|on|of|during|after|before|to|about|following|when|as|from|outside|via|through|regarding|by|this|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|,|;|-|–|—)$/iu;
const SUBJECT_BEGINS =
  /^(?:the|a|an|his|her|their|our|its|he|she|they|it|we|i|lead|former|acting|co-counsel|plaintiff|another|one)$/u;
/** "“Are we free?” X asked the crowd.": verbs that take whom they are addressed to. */
const ASKS = /^(?:asked|asks|told|tells|shouted|cried|yelled)$/u;
const LONGEST_SUBJECT = 60;
const LONGEST_BARE_NAME = 220;

/** "…," said X, TITLE at ORG. */
const saidAfter: CueRule = {
  name: 'said-after',
  find(sentence) {
    const at = skipAdverbs(sentence, skipPunctuation(sentence, sentence.from));
    const verb = word(sentence, at);
    if (verb === undefined || verb.capital || !SPEECH_VERBS.has(verb.bare)) return null;
    let from = at + 1;
    while (ADVERBS.test(word(sentence, from)?.bare ?? '')) from += 1;
    return cue(sentence, this.name, from, sentence.to);
  },
};

/** "…," began X: any verb in the past tense between a comma and a name. */
const verbAfter: CueRule = {
  name: 'verb-after',
  find(sentence) {
    if (!/[,?!—–-]/u.test(sentence.edge)) return null;
    const at = skipPunctuation(sentence, sentence.from);
    const verb = word(sentence, at);
    if (
      verb === undefined ||
      !/^(?:\p{Ll}{3,}ed|began|went|spoke|sang|wept|shot|chimed|put)$/u.test(verb.text)
    )
      return null;
    const from = /^(?:back|in|out|up)$/u.test(word(sentence, at + 1)?.text ?? '') ? at + 2 : at + 1;
    if (word(sentence, from)?.capital !== true) return null;
    const found = cue(sentence, this.name, from, sentence.to);
    return found === null || found.subject.people.length === 0 ? null : { ...found, explicit: false };
  },
};

/** "…," X, TITLE at ORG, said. */
const nameSaidAfter: CueRule = {
  name: 'name-said-after',
  find(sentence) {
    const from = skipPunctuation(sentence, sentence.from);
    const first = word(sentence, from);
    if (first === undefined || !(first.capital || SUBJECT_BEGINS.test(first.bare))) return null;
    const verb = findVerb(sentence, from);
    if (verb === null || !verbMayEnd(sentence, verb)) return null;
    if (namesBanner(sentence.release.words, from, verb)) return null;
    return cue(sentence, this.name, from, verb);
  },
};

/** "…," according to X. */
const accordingAfter: CueRule = {
  name: 'according-after',
  find(sentence) {
    const from = skipPunctuation(sentence, sentence.from);
    if (word(sentence, from)?.text !== 'according' || word(sentence, from + 1)?.text !== 'to') return null;
    return cue(sentence, this.name, from + 2, sentence.to);
  },
};

/** "…" — X, TITLE, to the paragraph's end. */
const dashAfter: CueRule = {
  name: 'dash-after',
  find(sentence) {
    const dash = word(sentence, sentence.from)?.text ?? '';
    if (!/^[-–—~]$/u.test(dash) || !sentence.wholeRest || tooLong(sentence)) return null;
    const from = skipPunctuation(sentence, sentence.from);
    if (findVerb(sentence, from) !== null) return null;
    const found = cue(sentence, this.name, from, sentence.to);
    return found === null || isEmptySubject(found.subject) ? null : found;
  },
};

/** "…," X, TITLE at ORG: the verb left out, to the paragraph's end. */
const nameAfter: CueRule = {
  name: 'name-after',
  find(sentence) {
    if (!sentence.wholeRest || tooLong(sentence) || sentence.edge === '') return null;
    const from = skipPunctuation(sentence, sentence.from);
    if (word(sentence, from)?.capital !== true || findVerb(sentence, from) !== null) return null;
    const subject = readSubject(sentence.release, from, sentence.to);
    const [speaker] = subject.people;
    if (speaker === undefined || (speaker.standing.role ?? speaker.standing.organization) === null)
      return null;
    const start = sentence.release.words[from]?.start ?? sentence.span.start;
    const named = sentence.release.text.indexOf(speaker.name, start);
    if (named < 0 || named - start > 60) return null;
    return { rule: this.name, subject, span: sentence.span, explicit: false };
  },
};

/** Rules for what follows a closing mark, in order. */
export const AFTER_RULES: readonly CueRule[] = [
  saidAfter,
  accordingAfter,
  nameSaidAfter,
  dashAfter,
  verbAfter,
  nameAfter,
];

/** As elsewhere, except that "…,” said." without a subject is a cue too, of somebody unnamed. */
function cue(sentence: CueSentence, rule: string, from: number, to: number): Cue | null {
  return cueFrom(sentence, rule, from, to) ?? (rule === 'said-after' ? unnamed(sentence, rule) : null);
}

function unnamed(sentence: CueSentence, rule: string): Cue {
  const subject = { people: [], organization: null, pronoun: null, office: null };
  return { rule, subject, span: sentence.span, explicit: true };
}

function word(sentence: CueSentence, at: number): Word | undefined {
  return at < sentence.to ? sentence.release.words[at] : undefined;
}

function skipPunctuation(sentence: CueSentence, from: number): number {
  let at = from;
  while (at < sentence.to && /^[,;.–—~*_)\]-]$/u.test(word(sentence, at)?.text ?? '')) at += 1;
  return at;
}

function skipAdverbs(sentence: CueSentence, from: number): number {
  return ADVERBS.test(word(sentence, from)?.text ?? '') ? from + 1 : from;
}

function findVerb(sentence: CueSentence, from: number): number | null {
  const limit = Math.min(sentence.to, from + LONGEST_SUBJECT);
  for (let at = from + 1; at < limit; at += 1) {
    const here = word(sentence, at) as Word;
    if (here.capital || !SPEECH_VERBS.has(here.bare)) continue;
    if (/^(?:who|which|that|to|as|a|an|the|and)$/u.test(word(sentence, at - 1)?.bare ?? '')) continue;
    return at;
  }
  return null;
}

/**
 * After a comma the name and verb are the quotation's own. After a full stop they may begin the next sentence
 * ("… won.” Jane Doe said the city would appeal."): then they count only where nothing but time or place follows.
 */
function verbMayEnd(sentence: CueSentence, verb: number): boolean {
  if (/[,—–-]/u.test(sentence.edge)) return true;
  const next = word(sentence, verb + 1);
  if (next === undefined || /^[.!]$/u.test(next.text)) return true;
  if (next.text === ',' && sentence.to - verb <= 2) return false;
  const asks = ASKS.test(word(sentence, verb)?.bare ?? '');
  if (/[?!]/u.test(sentence.edge) && (next.text === ',' || asks)) return true;
  return LIGHT.test(next.text) && !endsOpen(sentence);
}

/** The sentence leads on to another quotation: "… said today, “". */
function endsOpen(sentence: CueSentence): boolean {
  return /^[,:]$/u.test(word(sentence, sentence.to - 1)?.text ?? '');
}

function tooLong(sentence: CueSentence): boolean {
  return sentence.span.end - sentence.span.start > LONGEST_BARE_NAME;
}
