import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFault } from '../fault.js';
import { cannotRun } from './cluster.js';
import { diskFull, errorCode } from './folder-fault.js';
import { findPostmaster, isStillThere } from './postmaster-file.js';
import { commandFor } from './privileges.js';

export type ServerSettings = Readonly<Record<string, string | number>>;

export interface ServerPlace {
  readonly program: string;
  readonly dataDir: string;
  readonly cluster: string;
}

/** Enough to replay the log of a busy day after a crash. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const POLL_MS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  // A socket's path may hold a hundred bytes only, which a data folder's can exceed.
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** What stood in the log when a start failed. */
export class StartFailure extends Error {}

/**
 * Starts the server and waits until it takes connections. It runs in a session of its own, so that neither Ctrl-C nor
 * the end of this process reaches it: outcomes under way are still recorded, and the next start finds it.
 * @throws StartFailure with the server's last words.
 */
export async function startServer(place: ServerPlace, port: number, settings: ServerSettings): Promise<void> {
  const logFile = join(place.dataDir, 'postgres.log');
  const log = openLog(logFile);
  const logStart = statSync(logFile).size;
  const all = Object.entries({ ...SETTINGS, ...settings, port });
  const [command, ...prefix] = commandFor(place.program);
  const options = ['-D', place.cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(command, [...prefix, ...options], {
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    detached: true,
  });
  closeSync(log);
  child.unref();
  const failed = failureOf(child, place.program);
  const deadlineAt = performance.now() + START_LIMIT_MS;
  while (findPostmaster(place.cluster)?.isReady !== true) {
    const failure = failed();
    if (failure instanceof DatabaseFault) throw failure;
    if (failure !== undefined || performance.now() > deadlineAt) {
      throw new StartFailure(readFileSync(logFile).subarray(logStart).toString('utf8'));
    }
    await pause(POLL_MS);
  }
}

/** Ends open transactions and stops the server (`fast`); when it does not obey, at once (`immediate`), then by force. */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL'];
  for (const signal of signals) {
    if (!sendSignal(pid, signal)) return;
    const deadlineAt = performance.now() + (signal === 'SIGINT' ? STOP_LIMIT_MS : 5_000);
    while (isStillThere(cluster, pid) && performance.now() < deadlineAt) await pause(POLL_MS);
    if (!isStillThere(cluster, pid)) return;
  }
}

function failureOf(child: ChildProcess, program: string): () => Error | undefined {
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = cannotRun(program, error);
  });
  child.on('exit', () => {
    failure ??= new StartFailure('exit');
  });
  return () => failure;
}

/** The sentence for a server that did not start, from its last words. */
export function startFault(lastWords: string, dataDir: string): DatabaseFault {
  if (lastWords.includes('No space left on device')) return diskFull(dataDir);
  const reason =
    /(?:FATAL|PANIC): +(.*)/.exec(lastWords)?.[1] ??
    (lastWords.trim().split('\n').at(-1) || 'no reason given');
  return new DatabaseFault(
    `PostgreSQL did not start in ${dataDir} (${reason}): see postgres.log there, mend what it says, and start again.`,
  );
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}
