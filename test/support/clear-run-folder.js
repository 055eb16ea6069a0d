import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops every PostgreSQL server whose files are in the folder, at once since nothing is kept, and removes all. */
export async function clearRunFolder(folder) {
  for (const name of readdirSync(folder)) await stopServer(join(folder, name, 'postgres/postmaster.pid'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

async function stopServer(pidFile) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!commandOf(pid).includes('postgres')) return;
  process.kill(pid, 'SIGQUIT');
  while (existsSync(pidFile) && commandOf(pid) !== '') await pause(20);
}

/** Empty when no such process runs; the number of a dead server may belong to another program by now. */
function commandOf(pid) {
  const file = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return 'postgres';
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
