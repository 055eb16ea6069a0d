import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extract, type Prediction, toPrediction } from '../../../src/domain/extraction/index.js';
import { filesOfRelease, RELEASE } from '../documents/one-release.js';
import { chorus } from './command-line.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chorus-read-'));
  for (const [name, content] of Object.entries(filesOfRelease())) file(name, content);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const nowhere = ['--url', 'http://127.0.0.1:9'];

describe('chorus releases read', () => {
  it.each(['release.txt', 'mailed.txt', 'release.md', 'release.docx', 'release.html', 'release.pdf'])(
    'shows the text of %s and nothing else, without a running Chorus',
    async (name) => {
      const { code, out } = await chorus(['releases', 'read', join(folder, name), ...nowhere]);
      expect({ code, out }).toEqual({ code: 0, out: `${RELEASE}\n` });
    },
  );

  it('says apart from the text what to check in it', async () => {
    const { err } = await chorus(['releases', 'read', join(folder, 'release.pdf')]);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
    expect(err).toMatch(/^(\? [^\n]+[.]\n)+$/);
    expect(err).toContain('“Page 1 of 2”');
    expect((await chorus(['releases', 'read', join(folder, 'release.txt')])).err).toBe('');
  });

  it('reads standard input, whatever its kind', async () => {
    for (const name of ['release.txt', 'release.docx', 'release.pdf']) {
      const { code, out } = await chorus(['releases', 'read', '-'], readFileSync(join(folder, name)));
      expect({ code, out }).toEqual({ code: 0, out: `${RELEASE}\n` });
    }
  });

  it('prints format, text and notes with --json', async () => {
    const { out, err } = await chorus(['releases', 'read', join(folder, 'mailed.txt'), '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      format: 'text',
      text: RELEASE,
      notes: [expect.stringMatching(/^5 paragraphs were wrapped at a fixed width/)],
      out: null,
    });
  });

  it('writes the text to a new file, to be added as it stands, and never over another', async () => {
    const out = join(folder, 'out.txt');
    const args = ['releases', 'read', join(folder, 'release.docx'), '--out', out];
    expect(await chorus(args)).toMatchObject({ code: 0, out: `${RELEASE}\n` });
    expect(readFileSync(out, 'utf8')).toBe(RELEASE);
    writeFileSync(out, 'Mine.');
    const again = await chorus(args);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toBe(`${out} is there already: give another name with --out, or remove it first.\n`);
    expect(readFileSync(out, 'utf8')).toBe('Mine.');
  });

  it.each([
    ['old.doc', '\xD0\xCF\x11\xE0', 'is a file of an old Office program'],
    ['broken.pdf', '%PDF-1.7 and no more', 'is damaged'],
    ['nothing.txt', '', 'is empty'],
    ['control.txt', 'The court\x01 sits.', 'has a control character in line 1'],
  ])(
    'refuses %s in one sentence that begins with its name, and writes no file',
    async (name, content, sentence) => {
      const out = join(folder, `${name}.out`);
      const path = file(name, Buffer.from(content, 'latin1'));
      const ended = await chorus(['releases', 'read', path, '--out', out]);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err.startsWith(path)).toBe(true);
      expect(ended.err).toContain(sentence);
      expect(ended.err.trim().split('\n')).toHaveLength(1);
      expect(existsSync(out)).toBe(false);
    },
  );
});

describe('chorus releases add', () => {
  it.each([
    ['release.docx', 'a Word document'],
    ['release.pdf', 'a PDF'],
    ['release.html', 'a web page'],
    ['release.md', 'a Markdown text'],
  ])('freezes nothing of %s before its text was shown', async (name, kind) => {
    const path = join(folder, name);
    const { code, out, err } = await chorus(['releases', 'add', 'open-river', path, ...nowhere]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      `${path} is ${kind}: look at its text first with chorus releases read ${path} --out release.txt, and add that.\n`,
    );
  });

  it('says of a document that Chorus does not read what to do with it', async () => {
    const path = file('release.rtf', '{\\rtf1 The court sits.}');
    const { code, err } = await chorus(['releases', 'add', 'open-river', path, ...nowhere]);
    expect(code).toBe(1);
    expect(err).toBe(
      `${path}: This is a document in Rich Text Format (.rtf): save it as .docx and give that.\n`,
    );
  });
});

describe('chorus extract', () => {
  it.each(['release.md', 'release.docx', 'release.html', 'release.pdf'])(
    'finds in %s what stands in its text, with offsets into that',
    async (name) => {
      const { code, out, err } = await chorus(['extract', join(folder, name), '--json']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toEqual(toPrediction(RELEASE, extract(RELEASE)));
    },
  );

  it('counts offsets in a plain text as it stands, and joins none of its lines', async () => {
    const mailed = readFileSync(join(folder, 'mailed.txt'), 'utf8');
    const { out, err } = await chorus(['extract', join(folder, 'mailed.txt'), '--json']);
    const found = JSON.parse(out) as Prediction;
    expect(found).toEqual(toPrediction(mailed, extract(mailed)));
    expect(found).not.toEqual(toPrediction(RELEASE, extract(RELEASE)));
    expect(err).toBe('');
  });

  it('says apart from its report what to check in the text of a document', async () => {
    const { out, err } = await chorus(['extract', join(folder, 'release.pdf')]);
    expect(out).toContain('Quotations: 2');
    expect(err).toContain('? Heads and feet of its pages were left out');
  });
});
