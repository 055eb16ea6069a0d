import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/infrastructure/database/index.js';
import { runFolder } from '../../support/run-folder.js';

/** Runs one statement and gives its first value. */
async function ask(connectionString: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL', () => {
  let dataDir: string;
  const started: EmbeddedPostgres[] = [];

  beforeEach(() => {
    dataDir = join(mkdtempSync(join(runFolder(), 'embedded-')), 'with a blank & $HOME "quotes"');
  });

  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });

  async function start(): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir });
    started.push(server);
    return server;
  }

  const postmasterLines = () => readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');

  it('is made at the first start, is durable, speaks UTC and UTF-8, and listens on loopback alone', async () => {
    const { connectionString } = await start();
    expect(await ask(connectionString, 'show fsync')).toBe('on');
    expect(await ask(connectionString, 'show synchronous_commit')).toBe('on');
    expect(await ask(connectionString, 'show timezone')).toBe('UTC');
    expect(await ask(connectionString, 'show server_encoding')).toBe('UTF8');
    expect(await ask(connectionString, `select upper('é') || ('a' < 'B')`)).toBe('Éfalse');
    expect(await ask(connectionString, 'show listen_addresses')).toBe('127.0.0.1');
  });

  it('lets nobody in without the password of its folder', async () => {
    const { connectionString } = await start();
    const stranger = new URL(connectionString);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps data, address and password from one start to the next', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 42 as value');
    await first.stop();
    const second = await start();
    expect(second.connectionString).toBe(first.connectionString);
    expect(await ask(second.connectionString, 'select value from kept')).toBe(42);
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.connectionString).port);
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    expect(new URL(second.connectionString).port).not.toBe(String(port));
    squatter.close();
  });

  it('refuses a second Chorus on the same folder, and names the first', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      new RegExp(`already runs on the data folder .*process ${process.pid}.*DATA_DIR`),
    );
  });

  it('is found by a command beside a running Chorus, and not when it has stopped', async () => {
    expect(await findEmbeddedPostgres(dataDir)).toBeNull();
    const server = await start();
    expect(await findEmbeddedPostgres(dataDir)).toBe(server.connectionString);
    await server.stop();
    expect(await findEmbeddedPostgres(dataDir)).toBeNull();
  });

  const itOnLinux = existsSync('/proc/self/stat') ? it : it.skip;

  itOnLinux('runs in a session of its own, so that Ctrl-C does not reach it', async () => {
    await start();
    const pid = postmasterLines()[0];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    expect(fields?.[3]).toBe(pid);
  });

  it('starts over a postmaster.pid whose number now belongs to another program', async () => {
    const first = await start();
    const lines = postmasterLines();
    await first.stop();
    const bystander = spawn('sleep', ['600']);
    writeFileSync(
      join(dataDir, 'postgres/postmaster.pid'),
      [String(bystander.pid), ...lines.slice(1)].join('\n'),
    );
    const second = await start();
    expect(await ask(second.connectionString, 'select 1')).toBe(1);
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it('recovers by itself after PostgreSQL was killed, with all that was committed', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 42 as value');
    process.kill(Number(postmasterLines()[0]), 'SIGKILL');
    await first.stop();
    const second = await start();
    expect(await ask(second.connectionString, 'select value from kept')).toBe(42);
  });

  it('says so when its folder was made by another version of PostgreSQL', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /made by PostgreSQL 15, and .* 18.*DATA_DIR/,
    );
  });

  it('says so when its folder cannot be made', async () => {
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: join(file, 'data') })).rejects.toThrow(
      /cannot write to its data folder .*ENOTDIR.*DATA_DIR/,
    );
  });

  it('says what PostgreSQL says when it does not start', async () => {
    await expect(startEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
      /PostgreSQL did not start in .*shared_buffers.*postgres\.log/,
    );
    expect((await start()).connectionString).toMatch(/^postgres:/);
  });
});
