import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type Violation } from '../../bin/graph.js';
import { runFolder } from '../support/run-folder.js';

const PROJECT = resolve(import.meta.dirname, '../..');

/** One house for all breaches: each file breaks the rule beside it, and nothing else may be found in it. */
const BREACHES: readonly { readonly rule: string; readonly from: string; readonly to: string }[] = [
  { rule: 'arrows-of-domain', from: 'domain/post/a.ts', to: '../../contract/b.js' },
  { rule: 'arrows-of-contract', from: 'contract/a.ts', to: '../infrastructure/queue/b.js' },
  { rule: 'arrows-of-infrastructure', from: 'infrastructure/queue/a.ts', to: '../../contract/b.js' },
  { rule: 'arrows-of-http', from: 'infrastructure/http/a.ts', to: '../../features/posts/index.js' },
  { rule: 'arrows-of-publishers', from: 'publishers/x/a.ts', to: '../../features/posts/index.js' },
  { rule: 'arrows-of-sandbox', from: 'sandbox/a.ts', to: '../domain/post/b.js' },
  { rule: 'arrows-of-features', from: 'features/posts/a.ts', to: '../../publishers/x/index.js' },
  { rule: 'arrows-of-commands', from: 'commands/a.ts', to: '../features/posts/index.js' },
  { rule: 'pure-domain', from: 'domain/post/c.ts', to: 'node:fs' },
  { rule: 'pure-domain', from: 'domain/post/d.ts', to: '@nestjs/common' },
  { rule: 'contract-is-zod', from: 'contract/c.ts', to: 'liquidjs' },
  { rule: 'extraction-stays-on-the-server', from: 'domain/post/e.ts', to: '../extraction/b.js' },
  { rule: 'features-meet-at-the-door', from: 'features/posts/c.ts', to: '../audit/b.js' },
  { rule: 'entrances-use-the-doors', from: 'main.ts', to: './features/posts/b.js' },
  { rule: 'publishers-are-strangers', from: 'publishers/x/c.ts', to: '../mastodon/index.js' },
  { rule: 'nobody-starts-from-an-entrance', from: 'features/posts/d.ts', to: '../../worker.js' },
  { rule: 'sql-in-repositories', from: 'features/posts/e.ts', to: 'kysely' },
  { rule: 'sql-in-repositories', from: 'features/posts/f.ts', to: 'pg' },
  { rule: 'bullmq-in-the-queue', from: 'features/posts/g.ts', to: 'bullmq' },
  { rule: 'nothing-unresolved', from: 'features/posts/h.ts', to: './nowhere.js' },
  { rule: 'no-development-package-at-run-time', from: 'features/posts/i.ts', to: 'fast-check' },
];

/** What keeps the rules, beside what breaks them. */
const SOUND: Readonly<Record<string, string>> = {
  'domain/post/b.ts': "import { z } from 'zod';\nexport const b = z;",
  'domain/extraction/b.ts': 'export const b = 1;',
  'contract/b.ts': 'export const b = 1;',
  'infrastructure/queue/b.ts': "import { Queue } from 'bullmq';\nexport const b = Queue;",
  'infrastructure/http/b.ts':
    "import { b as contract } from '../../contract/b.js';\nexport const b = contract;",
  'features/audit/b.ts': 'export const b = 1;',
  'features/audit/index.ts': "export { b } from './b.js';",
  'features/posts/b.ts':
    "import type { Kysely } from 'kysely';\nexport const b: Kysely<unknown> | number = 1;",
  'features/posts/j.repository.ts': "import { sql } from 'kysely';\nexport const b = sql;",
  'features/posts/k.ts': "import { b as audit } from '../audit/index.js';\nexport const b = audit;",
  'features/posts/index.ts': "export { b } from './b.js';",
  'publishers/publisher.ts': 'export interface Publisher { readonly network: string }',
  'publishers/x/index.ts': 'export const b = 1;',
  'publishers/mastodon/index.ts': 'export const b = 1;',
  'worker.ts': 'export const b = 1;',
};

const CIRCLES: Readonly<Record<string, string>> = {
  'domain/campaign/one.ts': "import { two } from './two.js';\nexport const one = (): number => two();",
  'domain/campaign/two.ts': "import { one } from './one.js';\nexport const two = (): number => one();",
  'features/media/index.ts': "export { a } from './a.js';",
  'features/media/a.ts': "import { b } from '../mail/index.js';\nexport const a = b;",
  'features/media/c.ts': 'export const c = 1;',
  'features/mail/index.ts': 'export const b = 1;',
  'features/mail/d.ts': "import { a } from '../media/index.js';\nexport const d = a;",
};

describe('the arrows of the house', () => {
  it('run one way', () => {
    expect(cruise().violations).toEqual([]);
  });
});

describe('the rules of the arrows', () => {
  const house = join(runFolder(), 'house-of-breaches');
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    for (const name of ['package.json', 'tsconfig.json', 'node_modules']) link(name);
    for (const { from, to } of BREACHES) write(from, `import * as b from '${to}';\nexport const a = b;`);
    for (const [path, text] of Object.entries({ ...SOUND, ...CIRCLES })) write(path, text);
    violations = cruise(house).violations;
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(BREACHES)('$rule refuses $to in $from', ({ rule, from }) => {
    const broken = violations.filter((violation) => violation.from === `src/${from}`);
    expect(broken.map((violation) => violation.rule)).toContain(rule);
  });

  it('refuse files in a circle', () => {
    const circles = violations.filter(({ rule }) => rule === 'no-circle');
    expect(circles.map(({ from }) => from)).toContain('src/domain/campaign/one.ts');
  });

  it('refuse features in a circle, though no file is in one', () => {
    const circles = violations.filter(({ rule }) => rule === 'no-circle-of-folders');
    expect(circles.map(({ from }) => from)).toContain('src/features/media');
  });

  it('leave alone what keeps them', () => {
    const sound = Object.keys(SOUND).map((path) => `src/${path}`);
    expect(violations.filter(({ from }) => sound.includes(from))).toEqual([]);
  });

  function link(name: string): void {
    mkdirSync(house, { recursive: true });
    symlinkSync(join(PROJECT, name), join(house, name));
  }

  function write(path: string, text: string): void {
    const file = join(house, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
});
