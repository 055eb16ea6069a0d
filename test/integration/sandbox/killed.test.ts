import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { runFolder } from '../../support/run-folder.js';
import { SandboxClient } from './client.js';

/** What `npm test` builds beforehand. */
const built = resolve(import.meta.dirname, '../../../dist/sandbox/serve.js');

describe('the sandbox network as a process of its own', () => {
  const running = new Set<ChildProcess>();
  afterEach(async () => {
    for (const child of running) await kill(child);
  });

  it('keeps every post that it answered through kill -9', async () => {
    const data = join(runFolder(), `sandbox-${randomUUID()}`);
    const first = await serve('--data', data);
    const client = await open(first.url);
    const texts = Array.from({ length: 50 }, (_, index) => `Post ${index}`);
    const posts = await Promise.all(texts.map((text) => client.post({ text }, text)));
    expect(posts.map(({ status }) => status)).toEqual(texts.map(() => 201));
    await kill(first.child);

    const second = await serve('--data', data);
    const nobody = new SandboxClient(second.url, '', '');
    const { body } = await nobody.get('/api/accounts/river-watch/posts?count=100');
    const kept = body['posts'] as readonly { readonly text: string }[];
    expect(kept.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
  });

  it('says in a sentence why it cannot start, and exits with 1', async () => {
    const { url } = await serve();
    const child = spawnServe('--port', new URL(url).port);
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(complaint).toMatch(/^The sandbox network cannot start on 127\.0\.0\.1:\d+: .*in use/);
  });

  it('closes cleanly on SIGTERM', async () => {
    const { child } = await serve();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });

  function spawnServe(...options: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, [built, ...options]);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  async function serve(...options: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
    const child = spawnServe(...options);
    if (child.stdout === null) throw new Error('The process has no output.');
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${built} ended before it served: run "npm run build" first.`);
    });
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
    return { child, url: line.toString().trim() };
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  async function open(url: string): Promise<SandboxClient> {
    const nobody = new SandboxClient(url, '', '');
    const { body } = await nobody.send('POST', '/api/accounts', {
      handle: 'river-watch',
      displayName: 'River',
    });
    return new SandboxClient(url, 'river-watch', String(body['token']));
  }
});
