/** A word or a name at its place in a text, folded so that two spellings of it are one. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** A hashtag or a handle: it names something and says nothing of its own. */
  readonly tag: boolean;
}

const ADDRESS = String.raw`https?:\/\/\S+|www\.\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/\S*`;
const TAG = String.raw`[#＃@＠][\p{L}\p{N}\p{M}_]+(?:[@.-][\p{L}\p{N}_]+)*`;
/** Scripts that put no space between words: each character stands as a word. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const WORD = String.raw`[\p{L}\p{N}\p{M}]+(?:['’.,‑-][\p{L}\p{N}\p{M}]+)*`;
const PIECE = new RegExp(`(${ADDRESS})|(${TAG})|${UNSPACED}|${WORD}`, 'gu');
const POSSESSIVE = /['’]s$/u;
const PLAIN = /^[\w#@]+$/u;

/** The words of a text in order, case folded; addresses, punctuation and emoji are no words, numbers are. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece, address, tag] = match;
    if (address !== undefined) continue;
    words.push({
      key: folded(piece),
      start: match.index,
      end: match.index + piece.length,
      tag: tag !== undefined,
    });
  }
  return words;
}

/** Styled letters (“𝗪𝗲”) and plain ones are the same word. */
function folded(piece: string): string {
  if (PLAIN.test(piece)) return piece.toLowerCase();
  return piece
    .normalize('NFKC')
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .replaceAll('’', "'")
    .replaceAll('‑', '-');
}
