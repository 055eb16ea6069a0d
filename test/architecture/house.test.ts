import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PROJECT = resolve(import.meta.dirname, '../..');
const CODE = ['src', 'test', 'bench', 'bin', 'web'];
const NAMES_THAT_SAY_NOTHING = /^(common|utils?|helpers?|shared|managers?|types?|misc|constants)$/;

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly text: string;
}

function sourceFiles(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(PROJECT, folder))) return [];
    return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const text = readFileSync(file, 'utf8');
        return { path: file.slice(PROJECT.length + 1), lines: text.trimEnd().split('\n').length, text };
      });
  });
}

describe('the house', () => {
  const files = sourceFiles(CODE, ['.ts', '.tsx', '.js', '.cjs']);

  it('has no file of more than 300 lines', () => {
    expect(files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });

  it('has small files: half of them 60 lines at most, nine in ten 150', () => {
    const lines = sourceFiles(['src'], ['.ts']).map((file) => file.lines);
    lines.sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length * 0.5)]).toBeLessThanOrEqual(60);
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(150);
  });

  it('names no file or folder by a word that says nothing', () => {
    const vague = files.filter(({ path }) =>
      path.split('/').some((part) => NAMES_THAT_SAY_NOTHING.test(basename(part).replace(/\..*$/, ''))),
    );
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  it('reads the environment in infrastructure/config only', () => {
    const readers = sourceFiles(['src'], ['.ts', '.js']).filter(
      ({ path, text }) =>
        !path.startsWith('src/infrastructure/config/') &&
        /\bprocess\s*\.\s*env\b|\benv\b[^;\n]*from 'node:process'|\{[^}]*\benv\b[^}]*\} = process\b/.test(
          text,
        ),
    );
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('opens each index.ts with a sentence on what the module is for', () => {
    const silent = sourceFiles(['src'], ['.ts']).filter(
      ({ path, text }) => path.endsWith('/index.ts') && !/^(import .*\n|\n)*\/\*\*\s+\S/.test(text),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has each table of the ledger written by one feature', () => {
    const writers = new Map<string, Set<string>>();
    for (const { path, text } of sourceFiles(['src/features'], ['.ts'])) {
      const written = text.matchAll(
        /(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'|(?:insert into|delete from|(?<!for )update) (?!of )(\w+)/g,
      );
      for (const [, inKysely, inSql] of written) {
        const table = (inKysely ?? inSql ?? '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        writers.set(table, (writers.get(table) ?? new Set()).add(String(path.split('/')[2])));
      }
    }
    expect(writers.get('attempt')).toEqual(new Set(['publishing']));
    const disputed = [...writers].filter(([, features]) => features.size > 1);
    expect(disputed.map(([table, features]) => `${table}: ${[...features].join(', ')}`)).toEqual([]);
  });
});
