import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { measure, type Measure } from '../../src/domain/network/measure.js';
import { NETWORKS } from '../../src/domain/network/network.js';
import { fingerprint } from '../../src/domain/post/fingerprint.js';
import { partText, type Part } from '../../src/domain/post/segment.js';
import { prove } from '../../src/domain/statement/prove.js';
import type { Proof } from '../../src/domain/statement/proof.js';
import { complaintsOf, launchChromium } from '../support/browser.js';
import { compiledSource } from '../support/compiled-source.js';
import { describeWithChromium } from '../support/suites.js';
import { EVERY_KIND, everyLookup } from '../unit/statement/every-kind.js';
import { generatedPosts } from '../unit/statement/long-release.js';

const NODE_MODULES = resolve(import.meta.dirname, '../../node_modules');
const PAGE = `<!doctype html><title>Proof</title><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify(
  {
    imports: {
      '@noble/hashes/': '/node_modules/@noble/hashes/',
      'twitter-text/dist/parseTweet.js': '/twitter-text.js',
    },
  },
)}</script>`;

/**
 * A package's CommonJS files, which browsers do not read, as one module that does what they do. Modules of Node are
 * replaced by the package of the same name, as every bundler for browsers does.
 */
function asModule(name: string): string {
  const files = new Map<string, string>();
  const add = (file: string): string => {
    if (files.has(file)) return file;
    files.set(file, '');
    const { resolve: find } = createRequire(file);
    const source = readFileSync(file, 'utf8').replace(
      /\brequire\(["']([^"']+)["']\)/gu,
      (_, wanted: string) =>
        `require(${JSON.stringify(add(find(wanted === 'punycode' ? 'punycode/' : wanted)))})`,
    );
    files.set(file, `${JSON.stringify(file)}: (module, exports, require) => {${source}\n}`);
    return file;
  };
  const entry = add(createRequire(import.meta.url).resolve(name));
  return `const files = {${[...files.values()].join(',\n')}};
const loaded = {};
function load(file) {
  loaded[file] ??= { exports: {} };
  const source = files[file];
  delete files[file];
  source?.(loaded[file], loaded[file].exports, load);
  return loaded[file].exports;
}
export default load(${JSON.stringify(entry)});`;
}

/** Serves the domain as it is compiled for the worker, with the two packages that it needs here. */
async function serveDomain(): Promise<Server> {
  const domain = join(await compiledSource(), 'dist/domain');
  const twitterText = asModule('twitter-text/dist/parseTweet.js');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const file = path.startsWith('/node_modules/@noble/')
      ? join(NODE_MODULES, path.slice('/node_modules'.length))
      : join(domain, path.replace(/^\/domain/, ''));
    if (path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
      return;
    }
    (path === '/twitter-text.js' ? Promise.resolve(twitterText) : readFile(file)).then(
      (content) => response.setHeader('content-type', 'text/javascript; charset=utf-8').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return server;
}

/** Proved posts of every kind, and each of them spoiled in every way that a hand edit could. */
function posts(): readonly (readonly Part[])[] {
  const proved = generatedPosts();
  const spoiled = proved.flatMap((parts) => [
    parts.slice(1),
    parts.toReversed(),
    onlyQuotation(parts, 0),
    onlyQuotation(parts, 1),
    edited(parts, (text) => text.replace('the', 'a')),
    edited(parts, (text) => text.replace(',', '')),
    edited(parts, (text) => text.toUpperCase()),
    framed(parts, (text) => text.replaceAll(/Ida Voss|Ana Lind/gu, 'Somebody')),
    framed(parts, (text) => `“${text}”`),
  ]);
  return [...proved, ...spoiled, ...Object.values(EVERY_KIND)];
}

/** Of each part's quotations only the nth, so that half of an interrupted sentence stands alone. */
function onlyQuotation(parts: readonly Part[], wanted: number): readonly Part[] {
  return parts.map((part) => {
    const kept = part.segments.filter(({ kind }) => kind === 'quotation')[wanted];
    const segments = part.segments.filter((one) => one.kind !== 'quotation' || one === kept);
    return { ...part, segments };
  });
}

function edited(parts: readonly Part[], change: (text: string) => string): readonly Part[] {
  return parts.map((part) => ({
    ...part,
    segments: part.segments.map((one) =>
      one.kind === 'quotation' ? { ...one, text: change(one.text) } : one,
    ),
  }));
}

function framed(parts: readonly Part[], change: (text: string) => string): readonly Part[] {
  return parts.map((part) => ({
    ...part,
    segments: part.segments.map((one) => (one.kind === 'text' ? { ...one, text: change(one.text) } : one)),
  }));
}

/** Texts that networks count in ways of their own, beside those of the posts. */
const TEXTS = [
  ...posts().flatMap((parts) => parts.map(partText)),
  'é',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '🇺🇳',
  '日本語',
  'ﬁ',
  '“”',
  '@ida@quay.example',
  '\u200D',
  '😀'.repeat(300),
  'https://quay.example/a?b=c#d',
  'quay.example',
  'münchen.de',
  'https://xn--mnchen-3ya.de',
  'a.b',
  '日本.jp',
  'a '.repeat(200),
];

const seenBy = (parts: readonly Part[]) => ({ parts, network: 'sandbox', remoteAccount: '1', settings: {} });

describeWithChromium('the proof of a post while it is composed', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await serveDomain();
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((closed) => {
      server.close(closed);
    });
  });

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('is the worker’s own: the browser proves and refuses the same posts, for the same reasons', async () => {
    const complaints = complaintsOf(page, origin());
    await page.goto(origin());
    const all = posts();
    const answers = await page.evaluate<{ proofs: Proof[]; fingerprints: string[] }>(`(async () => {
      const { prove } = await import('/domain/statement/prove.js');
      const { fingerprint } = await import('/domain/post/fingerprint.js');
      const statements = new Map(${JSON.stringify([...everyLookup()])});
      const posts = ${JSON.stringify(all)};
      return {
        proofs: posts.map((parts) => prove(parts, statements, ['“Right to Roam”'])),
        fingerprints: posts.map((parts) =>
          fingerprint({ parts, network: 'sandbox', remoteAccount: '1', settings: {} })),
      };
    })()`);
    const expected = all.map((parts) => prove(parts, everyLookup(), ['“Right to Roam”']));
    expect(JSON.stringify(answers.proofs)).toBe(JSON.stringify(expected));
    expect(answers.fingerprints).toEqual(all.map((parts) => fingerprint(seenBy(parts))));
    const because = expected.map((proof) => (proof.kind === 'proved' ? 'proved' : proof.because));
    expect(new Set(because)).toEqual(new Set(Object.keys(EVERY_KIND)));
    expect(complaints).toEqual([]);
  });

  it('counts a text on every network as the worker does', async () => {
    const complaints = complaintsOf(page, origin());
    await page.goto(origin());
    const counted = await page.evaluate<Measure[][]>(`(async () => {
      const { measure } = await import('/domain/network/measure.js');
      return ${JSON.stringify(NETWORKS)}.map((network) =>
        ${JSON.stringify(TEXTS)}.map((text) => measure(network, text)));
    })()`);
    expect(counted).toEqual(NETWORKS.map((network) => TEXTS.map((text) => measure(network, text))));
    expect(complaints).toEqual([]);
  });
});
