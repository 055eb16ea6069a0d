import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, normalize, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fingerprint } from '../../src/domain/post/fingerprint.js';
import type { Part } from '../../src/domain/post/segment.js';
import { prove } from '../../src/domain/statement/prove.js';
import type { Proof } from '../../src/domain/statement/proof.js';
import { complaintsOf, launchChromium } from '../support/browser.js';
import { compiledSource } from '../support/compiled-source.js';
import { describeWithChromium } from '../support/suites.js';
import { generatedPosts, lookup } from '../unit/statement/long-release.js';

const NODE_MODULES = resolve(import.meta.dirname, '../../node_modules');
const PAGE = `<!doctype html><title>Proof</title><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify(
  {
    imports: { '@noble/hashes/': '/node_modules/@noble/hashes/' },
  },
)}</script>`;

/** Serves the domain as it is compiled for the worker, with the one package that it needs here. */
async function serveDomain(): Promise<Server> {
  const domain = join(await compiledSource(), 'dist/domain');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const file = path.startsWith('/node_modules/@noble/')
      ? join(NODE_MODULES, path.slice('/node_modules'.length))
      : join(domain, path.replace(/^\/domain/, ''));
    if (path === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    readFile(file).then(
      (content) => response.setHeader('content-type', 'text/javascript').end(content),
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
    edited(parts, (text) => text.replace('the', 'a')),
    edited(parts, (text) => text.replace(',', '')),
    edited(parts, (text) => text.toUpperCase()),
    framed(parts, (text) => text.replaceAll(/Ida Voss|Ana Lind/gu, 'Somebody')),
    framed(parts, (text) => `“${text}”`),
  ]);
  return [...proved, ...spoiled];
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

  it('is the worker’s own: the browser proves and refuses the same posts, for the same reasons', async () => {
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const complaints = complaintsOf(page, origin);
    await page.goto(origin);
    const all = posts();
    const answers = await page.evaluate<{ proofs: Proof[]; fingerprints: string[] }>(`(async () => {
      const { prove } = await import('/domain/statement/prove.js');
      const { fingerprint } = await import('/domain/post/fingerprint.js');
      const statements = new Map(${JSON.stringify([...lookup()])});
      const posts = ${JSON.stringify(all)};
      return {
        proofs: posts.map((parts) => prove(parts, statements, ['“Right to Roam”'])),
        fingerprints: posts.map((parts) =>
          fingerprint({ parts, network: 'sandbox', remoteAccount: '1', settings: {} })),
      };
    })()`);
    const expected = all.map((parts) => prove(parts, lookup(), ['“Right to Roam”']));
    expect(answers.proofs).toEqual(expected);
    expect(answers.fingerprints).toEqual(all.map((parts) => fingerprint(seenBy(parts))));
    const because = new Set(expected.map((proof) => (proof.kind === 'proved' ? 'proved' : proof.because)));
    for (const kind of [
      'proved',
      'not-the-release',
      'not-a-whole-quotation',
      'speaker-not-named',
      'quotation-mark',
    ]) {
      expect([...because]).toContain(kind);
    }
    expect(complaints).toEqual([]);
  });
});
