import type { Span } from '../../statement/statement.js';
import type { Passage } from '../marks/passages.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';

/** What the form of a marked passage says of it, before anybody is looked for who said it. */
export interface Form {
  readonly wordCount: number;
  /** It stands within a sentence: a letter before its opening mark, no comma, colon or verb of speech. */
  readonly embedded: boolean;
  /** The sentence goes on behind it in lower case. */
  readonly goesOn: boolean;
  /** It begins with a capital and ends as a sentence does. */
  readonly sentence: boolean;
  /** Each main word has a capital, as in titles of laws and campaigns. */
  readonly titleCase: boolean;
  /** Nothing but it stands in its paragraph. */
  readonly alone: boolean;
  /** It follows "called", "titled", "so-called" or the like. */
  readonly named: boolean;
  /** It follows "titled", "dubbed" or the like, which only a name can follow. */
  readonly titled: boolean;
}

const NAMING =
  /(?:\b(?:called|so-called|titled|entitled|dubbed|named|nicknamed|known as|referred to as|described as|labeled|labelled|term|terms|phrase|word|words|slogan|hashtag|reading|reads|banners?|signs?|posters?|act|bill|campaign|euphemistically|the|a|an|as|of|its|their|his|her|our|this|these|that|and|or)|\bso called)[\s,:]*$/iu;
const STRONG_NAMING =
  /\b(?:called|so-called|titled|entitled|dubbed|named|nicknamed|known as|referred to as|labeled|labelled|term|terms|phrase|word|words|slogan|hashtag|reading|reads|chanting|chanted|singing|holding signs)[\s,:]*$/iu;
const TITLED = /\b(?:so-called|titled|entitled|dubbed|nicknamed|known as|chanting|chanted|singing)[\s,:]*$/iu;
const VERB_BEFORE = new RegExp(`\\b(?:${[...SPEECH_VERBS].join('|')})(?:\\s+that)?\\s*$`, 'iu');
const SMALL = /^(?:a|an|the|of|for|and|to|in|on|at|by|with|or|from|our|not)$/iu;
const LOOK = 60;

/** Reads the form of a passage from its words and from a few characters around it; at most its first 4,000 are looked at. */
export function readForm(text: string, passage: Passage, paragraph: Span): Form {
  const inside = text.slice(passage.start, Math.min(passage.end, passage.start + 4000)).trim();
  const before = text.slice(Math.max(paragraph.start, passage.outerStart - LOOK), passage.outerStart);
  const after = text.slice(
    passage.outerEnd,
    Math.max(passage.outerEnd, Math.min(paragraph.end, passage.outerEnd + LOOK)),
  );
  const words = inside.split(/\s+/u);
  const capitals = words.filter((word) => !SMALL.test(word));
  const end = text.slice(Math.max(passage.start, passage.end - 4), passage.end).trimEnd();
  return {
    wordCount: inside === '' ? 0 : words.length,
    embedded: /[\p{L}\p{N}%)’']\s*$/u.test(before) && !VERB_BEFORE.test(before),
    goesOn: goesOn(after),
    sentence: /^[\p{Lu}\p{N}¿¡$#[(“"‘'—…]/u.test(inside) && /[.!?…,—–-][’'”"]?$/u.test(end),
    titleCase: capitals.length > 0 && capitals.every((word) => /^[^\p{Ll}]*[\p{Lu}\p{N}]/u.test(word)),
    titled: TITLED.test(before),
    alone: before.trim() === '' && after.trim() === '',
    named: STRONG_NAMING.test(before) || (words.length <= 6 && NAMING.test(before)),
  };
}

function goesOn(after: string): boolean {
  const word = /^\s*(\p{Ll}+)/u.exec(after)?.[1];
  return (
    word !== undefined &&
    !SPEECH_VERBS.has(word) &&
    !/^(?:according|also|later|then|the|an?|he|she|they|it|we|his|her|\p{Ll}+ed)$/u.test(word)
  );
}

/** A phrase in marks that no cue can make a quotation: scare quotes, titles, nicknames, banner texts. */
export function isOnlyAPhrase(form: Form): boolean {
  if (form.wordCount === 0 || form.titled) return true;
  if (form.named && (form.titleCase || form.wordCount <= 6)) return true;
  if (form.embedded && form.wordCount <= 3) return true;
  if (form.goesOn && form.titleCase && !form.sentence) return true;
  return form.embedded && form.titleCase && form.wordCount <= 10;
}
