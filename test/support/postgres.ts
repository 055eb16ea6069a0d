/**
 * PostgreSQL for tests: one throwaway server for a whole run, started by the first suite that needs it and stopped by
 * `jest-teardown.js`, with a migrated template that each database is cloned from.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type EmbeddedPostgres,
  migrateDatabase,
  startEmbeddedPostgres,
} from '../../src/infrastructure/database/index.js';
import { runFolder } from './run-folder.js';

/** A test's data need not survive a power cut. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };

export interface TestDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of the test's own. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseFrom('migrated');
}

/** A database without any tables, to be migrated by the test. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabaseFrom('template0');
}

async function createDatabaseFrom(template: string): Promise<TestDatabase> {
  const server = await sharedServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name} template ${template}`);
  return {
    connectionString: withDatabase(server, name),
    drop: () => execute(server, `drop database ${name} with (force)`),
  };
}

export interface PrivatePostgres {
  readonly connectionString: string;
  /** Stops the server and starts it on the same files and port. Connections break, as in any restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A migrated server of the test's own, for faults that would disturb others. Durable, unlike the shared one. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const dataDir = join(runFolder(), `private-${randomUUID()}`);
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
  const { connectionString } = server;
  await migrateDatabase(connectionString);
  return {
    connectionString,
    restart: async () => {
      await server.stop();
      server = await startEmbeddedPostgres({ dataDir });
      if (server.connectionString !== connectionString)
        throw new Error('The port was taken during the restart.');
    },
    stop: () => server.stop(),
  };
}

/** The address of the run's server. The first caller, in whichever process, starts it; the others wait. */
async function sharedServer(): Promise<string> {
  const dataDir = join(runFolder(), 'shared');
  const announcement = join(runFolder(), 'shared.json');
  if (claim(join(runFolder(), 'shared.starting'))) {
    writeFileSync(`${announcement}.new`, JSON.stringify(await startShared(dataDir)));
    renameSync(`${announcement}.new`, announcement);
  }
  while (!existsSync(announcement)) await pause(20);
  const { connectionString, fault } = JSON.parse(readFileSync(announcement, 'utf8')) as Announcement;
  if (connectionString === null) throw new Error(`The database of the tests did not start: ${fault}`);
  return connectionString;
}

interface Announcement {
  readonly connectionString: string | null;
  readonly fault: string;
}

/** A failure is announced too, or the other workers would wait in vain. */
async function startShared(dataDir: string): Promise<Announcement> {
  try {
    const { connectionString } = await startEmbeddedPostgres({ dataDir, settings: THROWAWAY });
    await execute(connectionString, 'create database migrated');
    await migrateDatabase(withDatabase(connectionString, 'migrated'));
    return { connectionString, fault: '' };
  } catch (error) {
    return {
      connectionString: null,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** Making the folder succeeds once, in one process. */
function claim(folder: string): boolean {
  return mkdirSync(folder, { recursive: true }) !== undefined;
}

function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
