import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './folder-fault.js';
import { processCommand } from './process-identity.js';

/** What PostgreSQL writes about itself into `postmaster.pid`, and removes as the last thing it does. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The running server of a cluster; undefined when none runs. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  // After a restart of the machine or container the number may belong to another program by now.
  if (!processCommand(pid).includes(cluster)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Removes the file of a server that no longer runs, which would keep a new one from starting. Only for the owner of the
 * folder: PostgreSQL stops when its file is gone.
 */
export function removeStaleFile(cluster: string): void {
  if (findPostmaster(cluster) === undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether this server still runs. A killed one leaves its file behind, an obedient one is gone with it. */
export function isStillThere(cluster: string, pid: number): boolean {
  return (
    readLines(join(cluster, 'postmaster.pid'))?.[0] === String(pid) && processCommand(pid).includes(cluster)
  );
}

function readLines(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
