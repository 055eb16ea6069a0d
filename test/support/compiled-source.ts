/** The present code for tests that run Chorus in a process of its own, compiled without waiting for a build. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';
import { runFolder } from './run-folder.js';

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Compiles `src` once a run.
 * @returns a folder like the project's own: `dist` and links to everything beside it that the code reads.
 */
export async function compiledSource(): Promise<string> {
  const folder = join(runFolder(), 'code');
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft);
  for (const name of ['package.json', 'node_modules', 'templates', 'examples']) {
    symlinkSync(join(PROJECT, name), join(draft, name));
  }
  await compileInto(join(draft, 'dist'));
  // Another worker may have been quicker; its code is the same.
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
  return folder;
}

async function compileInto(target: string): Promise<void> {
  const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))) {
    const { code } = await transformFile(join(PROJECT, 'src', file), {
      module: { type: 'es6' },
      sourceMaps: 'inline',
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    const output = join(target, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
}
