/** The servers of a run, each its own on loopback in a temporary folder, and each ended by its own pid. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { migrateDatabase, startEmbeddedPostgres } from './code.ts';

export interface Servers {
  readonly folder: string;
  readonly redisUrl: string;
  /** An empty, migrated database of the benchmark's own. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const { redis, redisUrl } = await startRedis(folder);
  let databases = 0;
  return {
    folder,
    redisUrl,
    newDatabase: async () => {
      databases += 1;
      const url = new URL(postgres.connectionString);
      url.pathname = `/bench_${databases}`;
      await execute(postgres.connectionString, `create database bench_${databases}`);
      await migrateDatabase(url.href);
      return url.href;
    },
    stop: async () => {
      await ended(redis);
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(folder: string) {
  const port = await freePort();
  const redisUrl = `redis://127.0.0.1:${port}`;
  const settings = ['--hz', '100', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const place = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const redis = spawn('redis-server', [...place, ...settings], { stdio: 'ignore' });
  redis.once('error', () => {
    throw new Error(
      'There is no redis-server on the PATH: install it, since the ratios are against BullMQ on Redis',
    );
  });
  const client = new Redis(redisUrl, { retryStrategy: () => 25, maxRetriesPerRequest: 400 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return { redis, redisUrl };
}

/** Ends a process that the benchmark started, and waits for its end. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await end;
}

/** Asks until the answer is yes; the benchmark ends where it never is. */
export async function until(isSo: () => Promise<boolean>, limitMs: number, what: string): Promise<void> {
  const last = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`${what} within ${limitMs} ms`);
    await pause(50);
  }
}

async function execute(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return address.port;
}
