import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFault } from '../fault.js';
import { errorCode } from './folder-fault.js';
import { processIdentity } from './process-identity.js';

/**
 * Keeps a data folder for this process until the returned function is called. A lock whose process has died, by
 * `kill -9` as well, is taken over.
 * @throws DatabaseFault when another running Chorus has the folder.
 */
export function lockFolder(dataDir: string): () => void {
  const lock = join(dataDir, 'chorus.lock');
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, processIdentity(process.pid) ?? '');
  try {
    while (!linkUnlessThere(draft, lock)) takeAwayIfDead(lock, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

function takeAwayIfDead(lock: string, dataDir: string): void {
  const owner = readOwner(lock);
  if (owner === undefined) return;
  const pid = Number.parseInt(owner, 10);
  if (processIdentity(pid) === owner) {
    throw new DatabaseFault(
      `Chorus already runs on the data folder ${dataDir} (process ${pid}): ` +
        'stop that one first, or set DATA_DIR to another folder.',
    );
  }
  const grave = `${lock}.dead-${process.pid}`;
  if (!renameUnlessGone(lock, grave)) return;
  // Somebody else may have been quicker, and this is the living lock that took the dead one's place.
  if (readOwner(grave) !== owner) linkUnlessThere(grave, lock);
  rmSync(grave, { force: true });
}

function renameUnlessGone(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function linkUnlessThere(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
