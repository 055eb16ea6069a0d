import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { foldersDiagram, insideDiagram, movesDiagram, section } from '../../bin/drawings.js';
import { cruise } from '../../bin/graph.js';
import { POST_MOVES } from '../../src/domain/post/status.js';
import { configurationTable } from '../../src/infrastructure/config/index.js';

const PROJECT = resolve(import.meta.dirname, '../..');

/** The words that are used alike in code, database, API and documents. */
const WORDS = [
  'account',
  'approval',
  'attempt',
  'audit event',
  'boost',
  'campaign',
  'consent',
  'fingerprint',
  'hand-off',
  'hearing',
  'member',
  'network',
  'organization',
  'part',
  'pause',
  'post',
  'publication',
  'release',
  'segment',
  'span',
  'statement',
  'template',
  'wave',
];

function read(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

describe('the documents (run `npm run docs` after a change)', () => {
  const architecture = read('docs/architecture.md');
  const { imports } = cruise();

  it('show the configuration as its schema has it', () => {
    expect(section(read('README.md'), 'configuration')).toBe(configurationTable());
  });

  it('show the moves of a post as the rules have them', () => {
    expect(section(architecture, 'moves')).toBe(movesDiagram(POST_MOVES));
  });

  it.each([
    ['folders', () => foldersDiagram(imports)],
    ['features', () => insideDiagram(imports, 'features')],
    ['domain', () => insideDiagram(imports, 'domain')],
  ])('show the graph of the %s as it is', (name, draw) => {
    expect(section(architecture, name)).toBe(draw());
  });

  it.each(WORDS)('explain the word "%s" in the glossary', (word) => {
    expect(architecture).toMatch(new RegExp(`^\\| ${word}( ○)? \\| \\S.* \\|$`, 'm'));
  });

  const pages = ['README.md', 'CONTRIBUTING.md', 'STYLE.md', 'CHANGELOG.md'].concat(
    readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );

  it('are all named by the README, or by one that it names', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?:docs\/)?([\w-]+\.md)/g)].map((match) => match[1]),
    );
    expect(
      readdirSync(join(PROJECT, 'docs')).filter((name) => name.endsWith('.md') && !named.includes(name)),
    ).toEqual([]);
  });

  it.each(pages)('%s leads to pages that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map((match) =>
      String(match[1]),
    );
    const missing = links.filter((link) => {
      const target = join(PROJECT, dirname(page), link);
      return !readdirSync(dirname(target)).includes(target.split('/').at(-1) ?? '');
    });
    expect(missing).toEqual([]);
  });

  it('name files and npm scripts that are there', () => {
    const known = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' }).map(
      (file) => `src/${file}`,
    );
    for (const page of pages) {
      const text = read(page);
      const scripts = [...text.matchAll(/`npm run ([\w:]+)/g)].map((match) => match[1]);
      expect([page, scripts.filter((script) => !known.includes(String(script)))]).toEqual([page, []]);
      const sources = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map((match) => String(match[1]));
      const lost = sources.filter((source) => !files.some((file) => `/${file}`.endsWith(`/${source}`)));
      expect([page, lost.filter((source) => !/^(test|bench)\//.test(source))]).toEqual([page, []]);
    }
  });

  it('decide in at most 40 lines, each decision named in the list', () => {
    const list = read('docs/decisions/README.md');
    for (const page of pages.filter((name) => /\/\d{4}-/.test(name))) {
      expect(read(page).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
      expect(list).toContain(`(${page.replace('docs/decisions/', '')})`);
    }
  });
});
