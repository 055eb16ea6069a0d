/** Before all suites: a folder for this run, and what killed runs left behind is cleared away. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clearRunFolder } from './clear-run-folder.js';

const PROJECT = resolve(import.meta.dirname, '../..');

export default async function setUp() {
  const runs = join(PROJECT, '.tmp/jest');
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    if (!isAlive(Number(name))) await clearRunFolder(join(runs, name));
  }
  process.env.JEST_RUN_FOLDER = join(runs, String(process.pid));
  mkdirSync(process.env.JEST_RUN_FOLDER);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
