import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runFolder } from '../support/run-folder.js';

const project = resolve(import.meta.dirname, '../..');
const READY = 'Press Ctrl-C to stop.';

interface Started {
  readonly process: ChildProcess;
  /** What it has printed so far, both streams together. */
  readonly output: () => string;
  readonly exited: Promise<number | null>;
  readonly ready: Promise<void>;
}

const running = new Set<ChildProcess>();

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(project, 'dist/main.js')], {
    cwd: project,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', SANDBOX_PORT: '0', ...env },
  });
  running.add(child);
  let printed = '';
  const exited = new Promise<number | null>((resolveExit) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolveExit(code);
    }),
  );
  const ready = new Promise<void>((resolveReady, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (printed.includes(READY)) resolveReady();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then((code) => reject(new Error(`It ended with ${code} before it was ready: ${printed}`)));
  });
  ready.catch(() => undefined);
  return { process: child, output: () => printed, exited, ready };
}

function addressIn(output: string): string {
  const address = /Chorus is ready at (\S+)/.exec(output)?.[1];
  if (address === undefined) throw new Error(`It printed no address: ${output}`);
  return address;
}

function sandboxIn(output: string): string {
  return /sandbox network:\s+(\S+)/.exec(output)?.[1] ?? '';
}

async function readyPosts(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/posts?limit=200&status=approved`);
  const page = (await answer.json()) as { items: object[] };
  return page.items.length;
}

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

describe('starting Chorus with nothing but Node', () => {
  const DATA_DIR = join(runFolder(), `start-${randomUUID()}`);

  it('loads the example campaign, serves it, and stops on Ctrl-C with exit code 0', async () => {
    const chorus = start({ DATA_DIR });
    await chorus.ready;
    const address = addressIn(chorus.output());
    expect(await readyPosts(address)).toBeGreaterThan(50);
    expect((await fetch(`${address}/api/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/api/docs`)).status).toBe(200);
    expect((await fetch(sandboxIn(chorus.output()))).status).toBe(200);
    chorus.process.kill('SIGINT');
    expect(await chorus.exited).toBe(0);
  });

  it('recovers by itself after kill -9, and keeps all data', async () => {
    const killed = start({ DATA_DIR });
    await killed.ready;
    killed.process.kill('SIGKILL');
    await killed.exited;
    const next = start({ DATA_DIR });
    await next.ready;
    expect(await readyPosts(addressIn(next.output()))).toBeGreaterThan(50);
    expect(sandboxIn(next.output())).toBe(sandboxIn(killed.output()));
    expect(next.output()).not.toContain('loading the example');
    next.process.kill('SIGTERM');
    expect(await next.exited).toBe(0);
  });
});

describe('a start that cannot be', () => {
  it('lists every fault of the configuration, and ends with exit code 1', async () => {
    const chorus = start({ PORT: 'eighty', CHORUS_SWEEP_INTERVAL: '1' });
    expect(await chorus.exited).toBe(1);
    expect(chorus.output()).toContain('PORT is "eighty"');
    expect(chorus.output()).toContain('CHORUS_SWEEP_INTERVAL');
  });

  it('says which port is in use and what to do', async () => {
    const { server, port } = await occupiedPort();
    const chorus = start({ DATA_DIR: join(runFolder(), `start-${randomUUID()}`), PORT: String(port) });
    expect(await chorus.exited).toBe(1);
    server.close();
    expect(chorus.output()).toContain(`Port ${port} is in use`);
  });

  it('says which folder it cannot write to', async () => {
    const file = join(runFolder(), `file-${randomUUID()}`);
    writeFileSync(file, 'in the way');
    const chorus = start({ DATA_DIR: join(file, 'data') });
    expect(await chorus.exited).toBe(1);
    expect(chorus.output()).toContain(file);
    expect(chorus.output()).toContain('DATA_DIR');
  });
});

async function occupiedPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return { server, port: address.port };
}
