import { segmentText, type Part } from '../segment.js';
import { wordsOf, type Word } from './words.js';

/**
 * A post as it is compared. `obliged`: what every post of the campaign must carry (speaker, role, organization,
 * campaign, case name, court, hashtags); it tells nothing about who copied whom.
 */
export interface Written {
  readonly parts: readonly Part[];
  readonly obliged: readonly string[];
}

/** `own`: words of the template or the partner. `source`: of a quotation or figure. `name`: obligatory, or a tag. */
export type Weighing = 'own' | 'source' | 'name';

/** A word at its place in the text of its part; `run` tells words apart that something else stands between. */
export interface PlacedWord {
  readonly key: string;
  readonly part: number;
  readonly start: number;
  readonly end: number;
  readonly run: number;
  readonly weighing: Weighing;
}

/** The words of a post in order, and apart by how they are weighed. */
export interface Reading {
  readonly words: readonly PlacedWord[];
  readonly own: readonly string[];
  readonly source: readonly string[];
  readonly names: readonly string[];
}

/** The words of each name, read once for many posts of a campaign. */
export type KnownNames = Map<string, readonly string[]>;

interface Run {
  text: string;
  readonly start: number;
  readonly source: boolean;
}

/** Reads a post once. Linear in its length times the number of its obligatory names. */
export function readPost(written: Written, known: KnownNames = new Map()): Reading {
  const names = written.obliged.map((name) => wordsOfName(name, known)).filter((words) => words.length > 0);
  const words: PlacedWord[] = [];
  let runNumber = 0;
  for (const [part, { segments }] of written.parts.entries()) {
    for (const run of runsOf(segments)) {
      const found = wordsOf(run.text);
      const named = run.source ? [] : namedIn(found, names);
      for (const [at, { key, start, end, tag }] of found.entries()) {
        const weighing = run.source ? 'source' : tag || named[at] === true ? 'name' : 'own';
        words.push({ key, part, start: run.start + start, end: run.start + end, run: runNumber, weighing });
      }
      runNumber += 1;
    }
  }
  return { words, own: keys(words, 'own'), source: keys(words, 'source'), names: keys(words, 'name') };
}

/** Adjoining frame texts are one run, however a template cut them; a quotation and a figure stand alone. */
function runsOf(segments: Part['segments']): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let open: Run | null = null;
  for (const segment of segments) {
    const text = segmentText(segment);
    if (segment.kind === 'text' && open !== null) {
      open.text += text;
    } else {
      const run = { text, start: at, source: segment.kind === 'quotation' || segment.kind === 'figure' };
      open = segment.kind === 'text' ? run : null;
      if (segment.kind !== 'link') runs.push(run);
    }
    at += text.length;
  }
  return runs;
}

function wordsOfName(name: string, known: KnownNames): readonly string[] {
  let words = known.get(name);
  if (words === undefined) {
    words = wordsOf(name).map(({ key }) => key);
    known.set(name, words);
  }
  return words;
}

function namedIn(words: readonly Word[], names: readonly (readonly string[])[]): boolean[] {
  const named: boolean[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const name of names) {
      if (name.every((key, offset) => words[at + offset]?.key === key)) {
        for (let offset = 0; offset < name.length; offset += 1) named[at + offset] = true;
      }
    }
  }
  return named;
}

function keys(words: readonly PlacedWord[], weighing: Weighing): string[] {
  return words.flatMap((word) => (word.weighing === weighing ? [word.key] : []));
}
