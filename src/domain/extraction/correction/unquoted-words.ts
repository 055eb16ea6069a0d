import type { Findings } from './findings.js';
import { plainWords } from './likeness.js';

/** Words are known by how many of them follow each other; fewer stand by chance in any text. */
const RUN = 4;
const FEWEST = 3;

/** The words of a text outside its quotations: to tell words that lost their marks from words that are gone. */
export class UnquotedWords {
  private readonly words: readonly string[];
  private readonly runs = new Map<number, ReadonlySet<string>>();

  constructor({ text, inOrder }: Findings) {
    const pieces: string[] = [];
    let at = 0;
    const quoted = inOrder.flatMap(({ kind, spans }) => (kind === 'quotation' ? spans : []));
    for (const { start, end } of quoted.sort((one, other) => one.start - other.start)) {
      pieces.push(text.slice(at, start));
      at = end;
    }
    this.words = [...pieces, text.slice(at)].flatMap(plainWords);
  }

  /** Whether each run of these words stands outside quotations: a reason to give, not a place to use. */
  hold(words: readonly string[]): boolean {
    const length = Math.min(RUN, words.length);
    if (length < FEWEST) return false;
    const held = this.runsOf(length);
    return [...runsOf(words, length)].every((run) => held.has(run));
  }

  private runsOf(length: number): ReadonlySet<string> {
    const known = this.runs.get(length) ?? runsOf(this.words, length);
    this.runs.set(length, known);
    return known;
  }
}

function runsOf(words: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let end = length; end <= words.length; end += 1) runs.add(words.slice(end - length, end).join(' '));
  return runs;
}
