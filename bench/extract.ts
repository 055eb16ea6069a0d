/**
 * Measures the extraction: its scores on the real releases in ../shared/releases (where they are), each rule's share in
 * them, and its times on 10 kB, on 1 MB and on hostile text, beside a plain split of the same text as the yardstick.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Extraction from '../src/domain/extraction/index.js';

interface Gold {
  readonly quotes: readonly {
    readonly offsets: readonly (readonly [number, number])[];
    readonly speaker: string | null;
    readonly organization: string | null;
    readonly coSpeakers?: readonly string[];
  }[];
}

interface Tally {
  spans: number;
  right: number;
  wrong: number;
  unnamed: number;
}

const built = new URL('../dist/domain/extraction/index.js', import.meta.url).href;
const { extract, toPrediction } = (await import(built)) as typeof Extraction;
const releases = join(import.meta.dirname, '../../shared/releases');

if (existsSync(join(releases, 'score.mjs'))) {
  printScores();
  printRules();
} else {
  console.log(`Scores: skipped, since there is no ${releases}.`);
}
printTimes();

function names(): string[] {
  return readdirSync(releases)
    .filter((file) => /^(?:\d\d|seed)\.json$/u.test(file))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

function textOf(name: string): string {
  return readFileSync(join(releases, `${name}.txt`), 'utf8');
}

function printScores(): void {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-extract-'));
  try {
    for (const name of names()) {
      const text = textOf(name);
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(toPrediction(text, extract(text))));
    }
    console.log('Scores, by ../shared/releases/score.mjs');
    console.log(execFileSync(process.execPath, [join(releases, 'score.mjs'), folder], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printRules(): void {
  const tallies = new Map<string, Tally>();
  for (const name of names()) {
    const gold = JSON.parse(readFileSync(join(releases, `${name}.json`), 'utf8')) as Gold;
    for (const quotation of extract(textOf(name)).quotations) {
      const tally = tallies.get(quotation.rule) ?? { spans: 0, right: 0, wrong: 0, unnamed: 0 };
      tallies.set(quotation.rule, tally);
      for (const span of quotation.spans) {
        tally.spans += 1;
        const said = gold.quotes.find(({ offsets }) =>
          offsets.some(([start, end]) => start < span.end && end > span.start),
        );
        const wanted =
          said === undefined ? [] : [said.speaker ?? said.organization, ...(said.coSpeakers ?? [])];
        const got = quotation.speaker ?? quotation.organization;
        if (got === null) tally.unnamed += 1;
        else if (wanted.some((each) => lastWord(each) === lastWord(got))) tally.right += 1;
        else tally.wrong += 1;
      }
    }
  }
  console.log(`${'Rule'.padEnd(44)} spans  right  wrong  unnamed`);
  for (const [rule, { spans, right, wrong, unnamed }] of [...tallies].sort(
    ([, a], [, b]) => b.spans - a.spans,
  ))
    console.log(`${rule.padEnd(44)}${column(spans)}${column(right)}${column(wrong)}${column(unnamed)}`);
  console.log('');
}

function column(count: number): string {
  return String(count).padStart(6).padEnd(7);
}

function lastWord(name: string | null): string {
  return (
    (name ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} ]+/gu, '')
      .trim()
      .split(' ')
      .at(-1) ?? ''
  );
}

/** An invented release, repeated to a length: quotations, cues, figures and a list in each kilobyte. */
function releaseOf(length: number): string {
  const passage = [
    'HARBOR CITY – A coalition of 40 groups, including Open Doors, the Tenants’ Table and Light for All, spoke today.',
    '“A bed on a cold night is no favor, it is the law,” said Ilse Vandorn, Director of Litigation at the Harbor Center. “We will defend it.”',
    'Senator Mark Polk (D-ME) said, “This case asks whether a city may forget what it has promised.”',
    'In 2021, 12,400 people slept in shelters, up 9 percent, according to the Office of Shelter Statistics.',
    'The so-called “decompression” policy was ruled unlawful twice. “They closed the door on us,” he added.',
  ].join('\n\n');
  return `${passage}\n\n`.repeat(Math.ceil(length / passage.length)).slice(0, length);
}

/** The yardstick: the least that any reader of the text does. */
function plainSplit(text: string): number {
  return text.split(/(?<=[.!?])\s+|["“”]/u).length;
}

function bestOfMs(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    work();
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
}

function printTimes(): void {
  const texts: readonly (readonly [string, string, number, number | null])[] = [
    ['10 kB, warm', releaseOf(10_000), 60, 20],
    ['100 kB', releaseOf(100_000), 5, null],
    ['1 MB', releaseOf(1_000_000), 3, null],
    ['100,000 straight marks', '"'.repeat(100_000), 3, null],
    ['100,000 opening marks', '“'.repeat(100_000), 3, null],
    ['100,000 marks with words between', '“no ” '.repeat(50_000), 3, null],
    ['100,000 single marks', "'a ".repeat(100_000), 3, null],
    ['30,000 paragraphs, each left open', '“We said so\n\n'.repeat(30_000), 3, null],
    ['1 MB of one capital word', 'Ana '.repeat(250_000), 3, null],
  ];
  console.log(`${'Time'.padEnd(36)}  kB        ms    ms/100 kB   times a plain split   target`);
  for (const [name, text, runs, targetMs] of texts) {
    const ms = bestOfMs(runs, () => extract(text));
    const split = bestOfMs(runs, () => plainSplit(text));
    const verdict = targetMs === null ? '' : `${targetMs} ms ${ms <= targetMs ? 'kept' : 'MISSED'}`;
    console.log(
      `${name.padEnd(36)}${(text.length / 1000).toFixed(0).padStart(4)}${ms.toFixed(1).padStart(10)}` +
        `${((ms / text.length) * 100_000).toFixed(1).padStart(13)}${(ms / split).toFixed(1).padStart(22)}   ${verdict}`,
    );
  }
}
