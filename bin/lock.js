/** Lets one process at a time prepare a checkout; the others wait for it. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PAUSE_MS = 100;

/** Runs `work` while `folder` exists and is ours. A lock whose process has died is taken over. */
export function holdingLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true });
  let waiting = false;
  while (!take(folder)) {
    const owner = ownerOf(folder);
    if (owner !== undefined && !isAlive(owner)) {
      remove(folder, owner);
      continue;
    }
    if (!waiting) process.stderr.write('Waiting for another start of Chorus that installs or builds …\n');
    waiting = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    sweepUp(folder);
    // In one step, since an empty lock folder could already be the next one's.
    renameSync(folder, `${folder}.${process.pid}`);
    rmSync(`${folder}.${process.pid}`, { recursive: true });
  }
}

/** Builds the lock aside and renames it into place, so that nobody sees one without its owner. */
function take(folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'owner'), String(process.pid));
  try {
    renameSync(draft, folder);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a dead lock away by a name made of its owner, which one process alone can do: whoever comes too late finds
 * the name taken, and cannot remove the lock that the first has meanwhile put in its place.
 */
function remove(folder, owner) {
  try {
    renameSync(folder, `${folder}.dead-${owner}`);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
}

function sweepUp(folder) {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.dead-`))
      rmSync(join(dirname(folder), name), { recursive: true });
  }
}

function ownerOf(folder) {
  try {
    return Number(readFileSync(join(folder, 'owner'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    if (error.code === 'EPERM') return true;
    throw error;
  }
}
