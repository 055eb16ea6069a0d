import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFault } from '../fault.js';
import type { PostgresBinaries } from './binaries.js';
import { diskFull, errorCode } from './folder-fault.js';
import { commandFor } from './privileges.js';

/** The files of one PostgreSQL server, and how Chorus signs in to it. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

export const SUPERUSER = 'chorus';

/** Opens the cluster in `dataDir`, made at the first start. It is made aside, so that half a cluster never counts. */
export async function openCluster(dataDir: string, binaries: PostgresBinaries): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  if (!existsSync(folder)) await createCluster(dataDir, folder, binaries);
  const version = readOwnFile(folder, 'PG_VERSION');
  if (version !== binaries.majorVersion) {
    throw new DatabaseFault(
      `The database in ${folder} was made by PostgreSQL ${version}, and this Chorus brings PostgreSQL ` +
        `${binaries.majorVersion}: move it over with pg_dumpall of the Chorus that made it, or set DATA_DIR to a new folder.`,
    );
  }
  return { folder, password: readOwnFile(folder, PASSWORD_FILE) };
}

const PASSWORD_FILE = 'chorus-password';

async function createCluster(dataDir: string, folder: string, binaries: PostgresBinaries): Promise<void> {
  const draft = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'postgres.password');
  const password = randomBytes(24).toString('base64url');
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    await initdb(binaries.initdb, draft, passwordFile);
    renameSync(passwordFile, join(draft, PASSWORD_FILE));
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function initdb(program: string, folder: string, passwordFile: string): Promise<void> {
  const [command, ...prefix] = commandFor(program);
  const options = [
    ['-D', folder, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // The built-in provider sorts alike on every machine, whatever locales it has.
    ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ].flat();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...prefix, ...options], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      // A session of its own: Ctrl-C goes to Chorus alone.
      detached: true,
    });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', (error) => reject(cannotRun(program, error)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbFault(complaints, folder));
    });
  });
}

function initdbFault(complaints: string, folder: string): DatabaseFault {
  if (complaints.includes('No space left on device')) return diskFull(folder);
  const reason = /(?:error|FATAL): +(.*)/.exec(complaints)?.[1] ?? complaints.trim();
  return new DatabaseFault(
    `PostgreSQL could not create its files in ${folder} (${reason}): mend that, or set DATA_DIR to another folder.`,
  );
}

/** What it means when one of PostgreSQL's programs cannot be run at all. */
export function cannotRun(program: string, error: Error): DatabaseFault {
  return new DatabaseFault(
    `The embedded PostgreSQL does not run on this machine (${program}: ${error.message}): ` +
      'run `npm ci --include=dev` again, or set DATABASE_URL to a PostgreSQL server of yours.',
    { cause: error },
  );
}

function readOwnFile(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8').trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new DatabaseFault(
      `The folder ${folder} is no database of Chorus, since it holds no ${name}: ` +
        'put the missing file back from a backup, or set DATA_DIR to another folder.',
    );
  }
}
