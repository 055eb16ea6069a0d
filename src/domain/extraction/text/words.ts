import { MAY_END, NEVER_ENDS } from '../../statement/abbreviations.js';

/** A word with its inner marks ("O’Brien", "co-founder", "350.org", "U.S."), or one character of punctuation. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word in lower case, without a possessive ending or the stop of an abbreviation; '' for punctuation. */
  readonly bare: string;
  readonly possessive: boolean;
  readonly capital: boolean;
}

const PIECE = /[\p{L}\p{N}\p{M}#$]+(?:[.'’‑&+@/_-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}]/gu;
/** Small words that a paste glues to a following name: "theTyler", "aNew", "saidRep". */
const GLUED = /^(?:the|a|an|of|by|at|in|for|and|with|to|said|that|from|today)(?=\p{Lu}\p{Ll})/u;
const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/iu;

/** All words and marks of a text in order; linear in its length. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(PIECE)) {
    let start = match.index;
    let piece = match[0];
    const glued = GLUED.exec(piece)?.[0];
    if (glued !== undefined) {
      words.push(word(glued, start));
      start += glued.length;
      piece = piece.slice(glued.length);
    }
    const last = words.at(-1);
    if (piece === '.' && last !== undefined && last.end === start && takesStop(last)) {
      words[words.length - 1] = { ...last, text: `${last.text}.`, end: start + 1 };
    } else if (isPossessiveMark(piece, text, start, last)) {
      words[words.length - 1] = { ...(last as Word), possessive: true };
    } else {
      words.push(word(piece, start));
    }
  }
  return words;
}

function word(text: string, start: number): Word {
  const isWord = /^[\p{L}\p{N}#$]/u.test(text);
  const possessive = isWord && POSSESSIVE.test(text);
  const bare = isWord ? (possessive ? text.replace(POSSESSIVE, '') : text).toLowerCase() : '';
  return { text, start, end: start + text.length, bare, possessive, capital: /^\p{Lu}/u.test(text) };
}

function takesStop(last: Word): boolean {
  const { bare } = last;
  if (/^\p{L}$/u.test(bare)) return last.capital;
  return NEVER_ENDS.has(bare) || MAY_END.has(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(bare);
}

/** The apostrophe of "Residents’ Network": after an s, before a space and a word. */
function isPossessiveMark(piece: string, text: string, start: number, last: Word | undefined): boolean {
  if (piece !== '’' && piece !== "'") return false;
  if (last === undefined || last.end !== start || !last.bare.endsWith('s') || last.possessive) return false;
  return /^\s\p{L}/u.test(text.slice(start + 1, start + 3));
}

/** Index of the first word that starts at or after an offset. */
export function wordIndexAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
