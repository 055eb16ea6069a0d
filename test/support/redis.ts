import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { runFolder } from './run-folder.js';
import { redisServerPath } from './suites.js';

export interface PrivateRedis {
  readonly url: string;
  /** Stops the server by its own pid; what it kept on disk stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  flush(): Promise<void>;
}

/** A Redis of the test's own on loopback, as a deployment runs it: hz 100, append-only file, no eviction. */
export async function startPrivateRedis(): Promise<PrivateRedis> {
  const binary = redisServerPath();
  if (binary === null) throw new Error('There is no redis-server here: ask through describeWithRedis');
  const folder = join(runFolder(), `redis-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(
      binary,
      ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--hz', '100'].concat([
        '--appendonly',
        'yes',
        '--maxmemory-policy',
        'noeviction',
        '--save',
        '',
      ]),
      { stdio: 'ignore' },
    );
    await answered(url);
  };
  await start();
  return {
    url,
    start,
    stop: async () => {
      const running = server;
      server = undefined;
      if (running === undefined) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      await ended;
    },
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
  };
}

async function answered(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 25, maxRetriesPerRequest: 400 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return address.port;
}
