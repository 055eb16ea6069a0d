/** Resident memory of `npm start`'s process once it has nothing to do. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtFile } from './code.ts';
import { ended, type Servers } from './servers.ts';

const IDLE_MS = 60_000;

/** In MB, after a minute; the example campaign publishes its first wave meanwhile. */
export async function idleMemory({ folder }: Servers): Promise<number> {
  const chorus = spawn(process.execPath, [builtFile('main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], PORT: '0', SANDBOX_PORT: '0', DATA_DIR: join(folder, 'memory') },
  });
  try {
    for await (const line of createInterface(chorus.stdout)) if (line.startsWith('Chorus is ready')) break;
    chorus.stdout.resume();
    await sleep(IDLE_MS);
    const status = readFileSync(`/proc/${chorus.pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kilobytes === undefined) throw new Error('The process ended before its memory was read');
    return Number(kilobytes) / 1_024;
  } finally {
    await ended(chorus);
  }
}
