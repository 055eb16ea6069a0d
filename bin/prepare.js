/**
 * Makes a checkout ready to run: installs packages and builds, each only where something changed. It runs before
 * `npm start`, `npm test` and `npm run check`, on Node 20 and with no package installed yet.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStamp, nodeIsRecent, packagesAreInstalled } from './freshness.js';
import { holdingLock } from './lock.js';
import { npmTrouble, PreparationFault, systemTrouble } from './trouble.js';

const ROOT = resolve(import.meta.dirname, '..');
const PINNED_NODE = join(ROOT, 'node_modules/.bin/node');

/**
 * @param {{ build: boolean }} wanted
 * @throws {PreparationFault} with one sentence that says what to do.
 */
export function prepare({ build }) {
  const ready = () => packagesAreInstalled(ROOT) && (!build || isBuilt());
  if (!ready()) {
    holdingLock(join(ROOT, '.tmp/prepare.lock'), () => {
      if (!packagesAreInstalled(ROOT)) install();
      checkNode();
      if (build && !isBuilt()) compile();
    });
  }
  checkNode();
}

function install() {
  say('Installing packages (only when they changed; about half a minute) …');
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (npm.error || npm.status !== 0) throw npmTrouble(npm, ROOT);
}

function checkNode() {
  const isThisOne = existsSync(PINNED_NODE) && realpathSync(PINNED_NODE) === realpathSync(process.execPath);
  const version = isThisOne
    ? process.version
    : spawnSync(PINNED_NODE, ['--version'], { encoding: 'utf8' }).stdout;
  if (nodeIsRecent(version)) return;
  throw new PreparationFault(
    'Node.js 24.9 or newer is missing in node_modules, most likely because npm is set to skip install scripts: ' +
      'run `npm ci --include=dev --ignore-scripts=false` and start again.',
  );
}

function isBuilt() {
  const stamp = join(ROOT, 'dist/.built');
  // A container holds the built code without its sources.
  if (!existsSync(join(ROOT, 'src'))) return true;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildStamp(ROOT);
}

/** Compiles beside `dist` and exchanges the two at the end, so that `dist` is never half of anything. */
function compile() {
  say('Building (only when the code changed) …');
  const stamp = buildStamp(ROOT);
  const workshop = join(ROOT, '.tmp', `build-${process.pid}`);
  try {
    mkdirSync(workshop, { recursive: true });
    // The Nest CLI takes a path from the project's folder only.
    const project = `.tmp/build-${process.pid}/tsconfig.json`;
    const compilerOptions = { outDir: './dist', noEmitOnError: true };
    writeFileSync(
      join(ROOT, project),
      JSON.stringify({ extends: '../../tsconfig.build.json', compilerOptions }),
    );
    const nest = spawnSync(PINNED_NODE, ['node_modules/.bin/nest', 'build', '-p', project], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (nest.error) throw nest.error;
    if (nest.status !== 0) {
      throw new PreparationFault(
        `The code does not compile; mend this and start again:\n${nest.stderr || nest.stdout}`,
      );
    }
    writeFileSync(join(workshop, 'dist/.built'), stamp);
    if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), join(workshop, 'old'));
    renameSync(join(workshop, 'dist'), join(ROOT, 'dist'));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Progress goes to standard error: standard output may be read by a program, as with `npx chorus extract --json`. */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Prepares, or prints the one sentence and ends the process. */
export function prepareOrExit(wanted) {
  try {
    prepare(wanted);
  } catch (error) {
    const fault = error instanceof PreparationFault ? error : systemTrouble(error, ROOT);
    say(fault.message);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  prepareOrExit({ build: !process.argv.includes('--no-build') });
}
