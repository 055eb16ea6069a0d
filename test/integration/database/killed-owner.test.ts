import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/infrastructure/database/index.js';
import { compiledSource } from '../../support/compiled-source.js';
import { runFolder } from '../../support/run-folder.js';

describe('embedded PostgreSQL whose Chorus is another process', () => {
  let dataDir: string;
  let owner: ChildProcess;
  let server: EmbeddedPostgres | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(join(runFolder(), 'killed-'));
  });

  afterEach(async () => {
    owner.kill('SIGKILL');
    await server?.stop();
    server = undefined;
  });

  /** Starts the database in a process that then stays; gives what it printed first. */
  async function startOwner(): Promise<string> {
    const code = join(await compiledSource(), 'dist/infrastructure/database/index.js');
    const script = `
      import { startEmbeddedPostgres } from ${JSON.stringify(code)};
      const started = startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      const { connectionString } = await started.catch((error) => ({ connectionString: error.message }));
      console.log(connectionString);
      setInterval(() => {}, 1000);`;
    owner = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (owner.stdout === null) throw new Error('The process has no output.');
    const [line] = (await once(createInterface(owner.stdout), 'line')) as [string];
    return line;
  }

  async function killOwner(): Promise<void> {
    const gone = once(owner, 'exit');
    owner.kill('SIGKILL');
    await gone;
  }

  const postmasterPid = () =>
    Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

  it('outlives a kill -9 of its Chorus, and the next start takes it over at once', async () => {
    const connectionString = await startOwner();
    const pid = postmasterPid();
    await killOwner();
    server = await startEmbeddedPostgres({ dataDir });
    expect(server.connectionString).toBe(connectionString);
    expect(postmasterPid()).toBe(pid);
  });

  it('is stopped and started anew when it is left behind and does not answer', async () => {
    await startOwner();
    const pid = postmasterPid();
    await killOwner();
    writeFileSync(join(dataDir, 'postgres/pg_hba.conf'), 'host all all 127.0.0.1/32 reject\n');
    process.kill(pid, 'SIGHUP');
    while ((await findEmbeddedPostgres(dataDir)) !== null);
    server = await startEmbeddedPostgres({ dataDir });
    expect(postmasterPid()).not.toBe(pid);
  });

  it('belongs to one of two processes: the second says so and gets nothing', async () => {
    expect(await startOwner()).toMatch(/^postgres:/);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      new RegExp(`already runs on the data folder .*process ${owner.pid}`),
    );
  });

  it('started twice in the same instant goes to one of the two', async () => {
    const [line, own] = await Promise.allSettled([startOwner(), startEmbeddedPostgres({ dataDir })]);
    if (own.status === 'fulfilled') server = own.value;
    const winners = [
      line.status === 'fulfilled' && line.value.startsWith('postgres:'),
      own.status === 'fulfilled',
    ];
    expect(winners.filter(Boolean)).toHaveLength(1);
  });
});
