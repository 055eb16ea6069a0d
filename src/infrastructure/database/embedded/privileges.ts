import { spawnSync } from 'node:child_process';
import { DatabaseFault } from '../fault.js';

/** The user and group that root appears as to PostgreSQL, inside a user namespace; nothing outside changes. */
const ANY_ORDINARY_ID = 1000;

/**
 * The command that starts `program` so that PostgreSQL accepts it. PostgreSQL refuses to run as root; in a user
 * namespace root appears as an ordinary user and still reaches its own files, so no user has to be added.
 */
export function commandFor(program: string): readonly [string, ...string[]] {
  if (process.getuid?.() !== 0) return [program];
  const unshare = [
    'unshare',
    '--user',
    `--map-user=${ANY_ORDINARY_ID}`,
    `--map-group=${ANY_ORDINARY_ID}`,
  ] as const;
  const attempt = spawnSync(unshare[0], [...unshare.slice(1), 'true'], { encoding: 'utf8' });
  if (attempt.status !== 0) {
    const reason =
      attempt.error === undefined ? attempt.stderr.trim() : 'unshare of util-linux is not installed';
    throw new DatabaseFault(
      `PostgreSQL does not run as root, and root cannot become another user here (${reason}): ` +
        'start Chorus as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
    );
  }
  return [...unshare, program];
}
