import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateSource } from '../../unit/template/materials.js';
import { chorus } from './command-line.js';

describe('chorus templates, without a server', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chorus-templates-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  function subfolder(name: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  }

  it('check finds no fault in those of Chorus', async () => {
    const { code, out, err } = await chorus(['templates', 'check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d\d templates, no fault\.\n$/u);
  });

  it('check names every fault of every file with line and column, and ends with exit code 1', async () => {
    const one = file('one.txt', templateSource('Hello {{ organisation }}\nthey call it “over”'));
    const two = file('two.txt', templateSource('Hello', { needs: 'quote' }));
    const { code, out, err } = await chorus(['templates', 'check', one, two]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      `${one}:8:10 There is no variable organisation. Did you mean organization?`,
      expect.stringMatching(/one\.txt:9:14 Quotation marks come only from/u),
      `${two}:5:8 Wrong value: needs is quotation, fact or none.`,
    ]);
    expect(err).toBe('3 faults in 2 templates.\n');
  });

  it('check reads a folder, standard input, and refuses two of one name', async () => {
    const own = subfolder('own');
    file('own/a.liquid', templateSource('Hello'));
    file('own/b.liquid', templateSource('Good morning'));
    file('own/notes.txt', 'No template at all');
    const twice = await chorus(['templates', 'check', own]);
    expect(twice.code).toBe(1);
    expect(twice.out).toBe(
      `${join(own, 'b.liquid')}:1:1 ${join(own, 'a.liquid')} is named “trial” already: give this one another name.\n`,
    );
    const piped = await chorus(['templates', 'check', '-', '--json'], templateSource('Hello {{ x }}'));
    expect(piped.code).toBe(1);
    expect(JSON.parse(piped.out)).toMatchObject({ files: ['-'], faults: [{ line: 8, column: 10 }] });
  });

  it.each([
    ['is missing', () => join(folder, 'absent.liquid'), 'there is no such file'],
    ['is not UTF-8', () => file('latin.liquid', new Uint8Array([67, 0xe9, 10])), 'is not UTF-8'],
    ['is over 100 kB', () => file('huge.liquid', 'a'.repeat(100_001)), 'is longer than 100 kB'],
    ['is a folder without templates', () => subfolder('empty'), 'holds no template'],
  ])('check refuses in a sentence a file that %s', async (_what, path, sentence) => {
    const { code, out, err } = await chorus(['templates', 'check', path()]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('preview fills one template on one network, with its count against the limit', async () => {
    const { code, out } = await chorus(['templates', 'preview', 'quotation', '--network', 'x']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^== quotation on X, fits \d+ of \d+ example quotations\n“[^”]+”[\s\S]*#KeepTheRiverOpen\n\[\d+ of 280 weighted characters\]\n$/u,
    );
  });

  it('preview shows each template on each of its networks', async () => {
    const { out } = await chorus(['templates', 'preview', '--json']);
    const previews = JSON.parse(out) as { template: string; network: string; shown: { kind: string } }[];
    expect(new Set(previews.map(({ network }) => network)).size).toBe(6);
    expect(new Set(previews.map(({ template }) => template)).size).toBeGreaterThanOrEqual(15);
    expect(previews.filter(({ shown }) => shown.kind !== 'text')).toEqual([]);
  });

  it('preview says why a template does not fit, and where', async () => {
    const long = file('long.liquid', templateSource('x'.repeat(290)));
    const { code, out } = await chorus(['templates', 'preview', '--from', long]);
    expect(code).toBe(0);
    expect(out).toContain(
      `== trial on X\n${long}:8:1 Part 1 takes 290 of 280 weighted characters on X: shorten the template or the partner's words.`,
    );
    expect(out).toMatch(/== trial on Bluesky\nx+\n\[290 of 300 graphemes\]/u);
  });

  it('preview refuses a name that there is not, a network that there is not, and a template at fault', async () => {
    const unknown = await chorus(['templates', 'preview', 'quote']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('There is no template “quote” (known: ');
    expect((await chorus(['templates', 'preview', '--network', 'myspace'])).code).toBe(2);
    const broken = file('broken.liquid', templateSource('{{ x }}'));
    const { code, err } = await chorus(['templates', 'preview', '--from', broken]);
    expect(code).toBe(1);
    expect(err).toContain(`${broken}:8:4 There is no variable x.`);
  });
});
