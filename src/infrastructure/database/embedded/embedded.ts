import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { type PostgresBinaries, findBinaries } from './binaries.js';
import { type Cluster, openCluster, SUPERUSER } from './cluster.js';
import { folderFault } from './folder-fault.js';
import { lockFolder } from './folder-lock.js';
import { freePort } from './free-port.js';
import { findPostmaster, removeStaleFile } from './postmaster-file.js';
import {
  type ServerPlace,
  type ServerSettings,
  StartFailure,
  startFault,
  startServer,
  stopServer,
} from './server-process.js';

export interface EmbeddedPostgresOptions {
  /** Holds the database, its log and the lock; made if missing. */
  readonly dataDir: string;
  /** Settings of postgresql.conf, beside or instead of the usual ones. */
  readonly settings?: ServerSettings;
}

export interface EmbeddedPostgres {
  readonly connectionString: string;
  /** Stops the server and lets the folder go. Close all connections first: open transactions are rolled back. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on the files in `dataDir`, made at the first start, or takes over one that a killed Chorus left
 * running.
 * @throws DatabaseFault with a sentence on what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {} } = options;
  const dataDir = makeFolder(options.dataDir);
  const release = lock(dataDir);
  try {
    const binaries = await findBinaries();
    const cluster = await openCluster(dataDir, binaries);
    const connectionString = await reuseOrStart(dataDir, binaries, cluster, settings);
    return {
      connectionString,
      stop: async () => {
        const postmaster = findPostmaster(cluster.folder);
        if (postmaster !== undefined) await stopServer(cluster.folder, postmaster.pid);
        release();
      },
    };
  } catch (error) {
    release();
    throw folderFault(error, dataDir);
  }
}

/** The address of the server that runs on `dataDir`, for a command beside a running Chorus; null when none answers. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  if (!existsSync(join(dataDir, 'postgres'))) return null;
  const cluster = await openCluster(realpathSync(dataDir), await findBinaries());
  const postmaster = findPostmaster(cluster.folder);
  if (postmaster === undefined) return null;
  const connectionString = address(cluster, postmaster.port);
  return (await answers(connectionString)) ? connectionString : null;
}

/** The running server is known by its folder, so one folder has one name. */
function makeFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    throw folderFault(error, dataDir);
  }
}

function lock(dataDir: string): () => void {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    throw folderFault(error, dataDir);
  }
}

async function reuseOrStart(
  dataDir: string,
  binaries: PostgresBinaries,
  cluster: Cluster,
  settings: ServerSettings,
): Promise<string> {
  const orphan = findPostmaster(cluster.folder);
  if (orphan !== undefined) {
    const connectionString = address(cluster, orphan.port);
    if (await answers(connectionString)) return connectionString;
    await stopServer(cluster.folder, orphan.pid);
  }
  removeStaleFile(cluster.folder);
  const place = { program: binaries.postgres, dataDir, cluster: cluster.folder };
  return address(cluster, await startOnFreePort(place, settings));
}

const ATTEMPTS = 10;
const PAUSE_MS = 300;

/** Tries again after what passes by itself: a port taken meanwhile, or children of a killed server still ending. */
async function startOnFreePort(place: ServerPlace, settings: ServerSettings): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? lastPort(place.dataDir) : 0);
    try {
      await startServer(place, port, settings);
      writeFileSync(portFile(place.dataDir), String(port));
      return port;
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      const passes = /Address already in use|pre-existing shared memory block/.test(error.message);
      if (!passes || attempt === ATTEMPTS) throw startFault(error.message, place.dataDir);
      await pause(PAUSE_MS);
    }
  }
}

function portFile(dataDir: string): string {
  return join(dataDir, 'postgres.port');
}

function lastPort(dataDir: string): number {
  return existsSync(portFile(dataDir)) ? Number(readFileSync(portFile(dataDir), 'utf8')) || 0 : 0;
}

function address(cluster: Cluster, port: number): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`;
}

const ANSWER_LIMIT_MS = 30_000;

/** Whether the server takes this cluster's password, and so is this cluster's; waits while it recovers from a crash. */
async function answers(connectionString: string): Promise<boolean> {
  const deadlineAt = performance.now() + ANSWER_LIMIT_MS;
  while (performance.now() < deadlineAt) {
    const client = new Client({ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== IS_STARTING_UP) return false;
      await pause(PAUSE_MS);
    } finally {
      await client.end();
    }
  }
  return false;
}

const IS_STARTING_UP = '57P03';
