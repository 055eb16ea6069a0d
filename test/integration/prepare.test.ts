import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { runFolder } from '../support/run-folder.js';

const BIN = resolve(import.meta.dirname, '../../bin');

/** Installs what the lock file asks for, and notes that it was called. */
const FAKE_NPM = `#!/bin/sh
echo install >> calls
mkdir -p node_modules/.bin
ln -sf "${process.execPath}" node_modules/.bin/node
cp nest.cjs node_modules/.bin/nest
cp package-lock.json node_modules/.package-lock.json
`;

/** Stands for the compiler: copies src to dist, and refuses a file that says it is wrong. */
const FAKE_NEST = `
const { appendFileSync, cpSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
appendFileSync('calls', 'build\\n');
if (readFileSync('src/main.ts', 'utf8').includes('wrong')) { console.error('main.ts is wrong'); process.exit(1); }
cpSync('src', join(process.argv.at(-1), '../dist'), { recursive: true });
`;

describe('preparing a checkout', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(runFolder(), 'prepare-'));
    cpSync(BIN, join(root, 'bin'), { recursive: true });
    write('package.json', '{ "type": "module" }');
    writeLock('1.0.0');
    for (const name of ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json']) write(name, '{}');
    write('src/main.ts', 'first');
    write('nest.cjs', FAKE_NEST);
    writeNpm(FAKE_NPM);
  });

  function write(name: string, content: string, mode = 0o644): void {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content, { mode });
  }

  const writeNpm = (script: string) => write('path/npm', script, 0o755);

  const writeLock = (version: string) =>
    write(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/a': { version },
          'node_modules/b-darwin': { version, optional: true },
        },
      }),
    );

  async function prepare(...options: string[]): Promise<{ code: number | null; said: string }> {
    const env = { PATH: `${join(root, 'path')}:/usr/bin:/bin`, HOME: root };
    const child = spawn(process.execPath, [join(root, 'bin/prepare.js'), ...options], { cwd: '/', env });
    const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    return { code: child.exitCode, said };
  }

  const calls = () =>
    existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').split('\n') : [];
  const built = () => readFileSync(join(root, 'dist/main.ts'), 'utf8');

  it('installs and builds at first, and then neither again', async () => {
    const first = await prepare();
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toMatch(/^Installing .*\nBuilding .*\n$/);
    expect(built()).toBe('first');
    expect(await prepare()).toEqual({ code: 0, said: '' });
    expect(calls()).toEqual(['install', 'build', '']);
  });

  it('builds anew when the code changed, and installs anew when the lock file did', async () => {
    await prepare();
    write('src/main.ts', 'second');
    await prepare();
    expect(built()).toBe('second');
    expect(calls()).toEqual(['install', 'build', 'build', '']);
    writeLock('1.0.1');
    await prepare('--no-build');
    expect(calls()).toEqual(['install', 'build', 'build', 'install', '']);
  });

  it('installs once and builds once when two starts come together, and both succeed', async () => {
    const runs = await Promise.all([prepare(), prepare(), prepare()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(calls()).toEqual(['install', 'build', '']);
  });

  it('takes over from a start that was killed', async () => {
    const child = spawn(process.execPath, ['--eval', '']);
    await once(child, 'exit');
    write('.tmp/prepare.lock/owner', String(child.pid));
    expect(await prepare()).toMatchObject({ code: 0 });
  });

  it('keeps the last build when the code does not compile, and says what is wrong', async () => {
    await prepare();
    write('src/main.ts', 'wrong');
    const { code, said } = await prepare();
    expect(code).toBe(1);
    expect(said).toMatch(/does not compile.*\nmain\.ts is wrong/);
    expect(built()).toBe('first');
  });

  it.each([
    [
      'npm does not reach its registry',
      'echo "npm error code ENOTFOUND" >&2; exit 1',
      /does not reach its registry \(ENOTFOUND\)/,
    ],
    [
      'the folder cannot be written to',
      'echo "npm error code EACCES" >&2; exit 1',
      /cannot be written to \(EACCES\)/,
    ],
    ['the disk is full', 'echo "npm error code ENOSPC" >&2; exit 1', /disk .* is full/],
    [
      'npm fails otherwise',
      'echo "npm error code EUSAGE\nnpm error the moon is full" >&2; exit 1',
      /: the moon is full\. Run/,
    ],
    [
      'npm leaves Node.js out',
      'mkdir node_modules; cp package-lock.json node_modules/.package-lock.json',
      /--ignore-scripts=false/,
    ],
  ])('says in one sentence what to do when %s', async (_case, script, sentence) => {
    writeNpm(`#!/bin/sh\n${script}\n`);
    const { code, said } = await prepare();
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  it('says so when there is no npm', async () => {
    rmSync(join(root, 'path/npm'));
    symlinkSync('/nowhere', join(root, 'path/npm'));
    const child = spawn(process.execPath, [join(root, 'bin/prepare.js')], {
      env: { PATH: join(root, 'path') },
    });
    const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(said).toContain('npm was not found');
    expect(child.exitCode).toBe(1);
  });

  it('says so when it cannot write', async () => {
    write('.tmp', 'a file where a folder must be');
    const { code, said } = await prepare();
    expect(code).toBe(1);
    expect(said).toMatch(/cannot be written to/);
  });
});
