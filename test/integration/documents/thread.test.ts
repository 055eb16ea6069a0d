import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { readDocument as ReadDocument } from '../../../src/infrastructure/documents/index.js';
import { compiledSource } from '../../support/compiled-source.js';
import { filesOfRelease, RELEASE } from './one-release.js';
import { paragraph, run, wordFile } from './word-file.js';

const ENOUGH = { milliseconds: 60_000, memoryMb: 500 };
/** The parser of Markdown takes many times as long for each level of a list. */
const LISTS_IN_LISTS = Array.from({ length: 950 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');

/** The compiled code, which reads in a thread as a running Chorus does. */
let readDocument: typeof ReadDocument;
beforeAll(async () => {
  const compiled = join(await compiledSource(), 'dist/infrastructure/documents/index.js');
  ({ readDocument } = (await import(compiled)) as { readDocument: typeof ReadDocument });
});

const bytesOf = (content: string | Uint8Array) => Buffer.from(content);

describe('a document that is read in a thread', () => {
  it.each(Object.entries(filesOfRelease()))('comes back whole: %s', async (name, content) => {
    const read = await readDocument({ name, bytes: bytesOf(content) }, ENOUGH);
    expect(read).toMatchObject({ kind: 'read', text: RELEASE });
  });

  it('is given up at the limit of time, and the process goes on meanwhile', async () => {
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 10);
    const document = { name: 'lists.md', bytes: bytesOf(LISTS_IN_LISTS) };
    const outcome = await readDocument(document, { ...ENOUGH, milliseconds: 1_000 });
    clearInterval(heart);
    expect(outcome).toMatchObject({ kind: 'refuse', because: 'too-complex' });
    expect(beats).toBeGreaterThan(10);
  });

  it('is given up at the limit of memory', async () => {
    const bytes = Buffer.from(wordFile(paragraph(run('a')).repeat(80_000)));
    const outcome = await readDocument({ bytes }, { ...ENOUGH, memoryMb: 40 });
    expect(outcome).toMatchObject({ kind: 'refuse', because: 'too-complex' });
  });

  it('keeps others waiting, but not for ever: more than can be read at once are all read', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => readDocument({ bytes: bytesOf(`Text ${index}.`) }, ENOUGH)),
    );
    expect(outcomes).toEqual(
      outcomes.map((_, index) => ({ kind: 'read', format: 'text', text: `Text ${index}.`, notes: [] })),
    );
  });
});
