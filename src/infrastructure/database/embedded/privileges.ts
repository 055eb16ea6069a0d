import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { DatabaseFault } from '../fault.js';

/**
 * The command that starts `program` so that PostgreSQL accepts it. PostgreSQL refuses to run as root, and makes
 * its files for a user with a name only; in a user namespace root, or a nameless user of a container, appears as
 * an ordinary user and still reaches its own files, so no user has to be added and nothing outside changes.
 */
export function commandFor(program: string): readonly [string, ...string[]] {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return [program];
  const id = ordinaryId(readFileSync('/etc/passwd', 'utf8'));
  const unshare = ['unshare', '--user', `--map-user=${id}`, `--map-group=${id}`] as const;
  const attempt = spawnSync(unshare[0], [...unshare.slice(1), 'true'], { encoding: 'utf8' });
  if (attempt.status !== 0) {
    const reason =
      attempt.error === undefined ? attempt.stderr.trim() : 'unshare of util-linux is not installed';
    const trouble = isRoot
      ? 'PostgreSQL does not run as root, and root cannot become another user here'
      : 'PostgreSQL does not run under a user id without a name, and cannot be given another here';
    throw new DatabaseFault(
      `${trouble} (${reason}): ` +
        'start Chorus as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
    );
  }
  return [...unshare, program];
}

/** A user id of `/etc/passwd` that is not root's: the first ordinary one, else any, such as that of nobody. */
export function ordinaryId(passwd: string): number {
  const ids = passwd
    .split('\n')
    .map((line) => Number(line.split(':')[2] ?? Number.NaN))
    .filter((id) => Number.isInteger(id) && id > 0);
  return ids.find((id) => id >= 1_000) ?? ids[0] ?? 1_000;
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch (error) {
    // Thrown where `/etc/passwd` has no line for this user id. Under Jest it is no instance of its Error.
    if (typeof error === 'object' && error !== null && 'code' in error) return false;
    throw error;
  }
}
