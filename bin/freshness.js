/** Tells whether packages and build match the sources, in a few milliseconds. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const OLDEST_NODE = [24, 9];

/** @param {string | null | undefined} version such as `v24.21.0` */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = (version ?? '').trim().replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json last, so a
 * broken-off install has none; versions are compared, since times say nothing after a checkout.
 */
export function packagesAreInstalled(root) {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    // Optional packages are for one platform each and rightly absent on the others.
    if (path === '' || entry.optional || entry.devOptional) return true;
    return installed[path]?.version === entry.version;
  });
}

/** A hash of all that the build is made from. */
export function buildStamp(root) {
  const hash = createHash('sha256');
  const settings = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
  for (const file of [...settings.map((name) => join(root, name)), ...filesBelow(join(root, 'src'))]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
