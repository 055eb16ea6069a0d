import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extract, type Prediction, toPrediction } from '../../../src/domain/extraction/index.js';
import { describeWithSharedReleases, sharedReleasesPath } from '../../support/suites.js';
import { chorus } from './command-line.js';

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/release.txt');

describe('chorus extract', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chorus-cli-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('shows every quotation in full with who said it', async () => {
    const text = readFileSync(EXAMPLE, 'utf8');
    const { code, out } = await chorus(['extract', EXAMPLE]);
    expect(code).toBe(0);
    const { quotations, partners } = extract(text);
    expect(quotations.length).toBeGreaterThan(0);
    for (const { spans, speaker } of quotations) {
      for (const { start, end } of spans) expect(out).toContain(text.slice(start, end));
      expect(out).toContain(speaker);
    }
    for (const partner of partners) expect(out).toContain(partner);
  });

  it('prints the same from standard input, and as JSON what the domain found', async () => {
    const text = readFileSync(EXAMPLE, 'utf8');
    const { code, out } = await chorus(['extract', '-', '--json'], text);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(toPrediction(text, extract(text)));
  });

  it('says that a release has no quotation', async () => {
    const { code, out } = await chorus(['extract', '-'], 'The court sits on Monday.\n');
    expect(code).toBe(0);
    expect(out).toContain('Quotations: none');
  });

  it.each([
    ['is missing', 'absent.txt', null, 'there is no such file'],
    ['is empty', 'empty.txt', ' \n', 'is empty'],
    ['is binary', 'binary.txt', new Uint8Array([80, 78, 71, 0, 1, 2]), 'is not a text'],
    ['is not UTF-8', 'latin1.txt', new Uint8Array([67, 97, 102, 0xe9, 10]), 'is not UTF-8'],
    ['is over 1 MB', 'huge.txt', 'a'.repeat(1_000_001), 'is longer than 1 MB'],
  ])('refuses in a sentence a file that %s', async (_fault, name, content, sentence) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const { code, out, err } = await chorus(['extract', path]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says that a folder is no release', async () => {
    const { code, err } = await chorus(['extract', folder]);
    expect(code).toBe(1);
    expect(err).toContain('is a folder');
  });

  it('ends with exit code 2 when it is used wrongly', async () => {
    expect((await chorus(['extract'])).code).toBe(2);
    expect((await chorus(['no-such-command'])).code).toBe(2);
    expect((await chorus(['--help'])).code).toBe(0);
  });
});

describeWithSharedReleases('chorus extract on the seed', () => {
  it('finds its 8 spans, 4 speakers, 5 core facts and 21 partners, and neither scare quote', async () => {
    const { code, out } = await chorus(['extract', join(sharedReleasesPath, 'seed.txt'), '--json']);
    expect(code).toBe(0);
    const found = JSON.parse(out) as Prediction;
    const gold = JSON.parse(readFileSync(join(sharedReleasesPath, 'seed.json'), 'utf8')) as Gold;
    const spans = found.quotes.flatMap((quote) => quote.spans);
    expect(spans).toEqual(gold.quotes.flatMap(({ offsets }) => offsets));
    expect(spans).toHaveLength(8);
    const speakers = new Set(found.quotes.map(({ speaker }) => speaker));
    expect(speakers.size).toBe(4);
    expect(speakers).toEqual(new Set(gold.quotes.map(({ speaker }) => speaker)));
    const core = gold.facts.filter(({ core: isCore }) => isCore);
    expect(core).toHaveLength(5);
    for (const { offsets } of core) {
      expect(found.facts.some(({ start, end }) => start < offsets[1] && end > offsets[0])).toBe(true);
    }
    expect(found.organizations).toHaveLength(21);
  });
});

interface Gold {
  readonly quotes: readonly {
    readonly offsets: readonly [number, number][];
    readonly speaker: string | null;
  }[];
  readonly facts: readonly { readonly core: boolean; readonly offsets: readonly [number, number] }[];
}
