/** The built code that is measured, with the types of its sources. Run `npm run build` after a change. */
import { fileURLToPath } from 'node:url';
import type * as Assembly from '../src/assembly/app.module.js';
import type * as News from '../src/assembly/worker-news.js';
import type * as Publishing from '../src/features/publishing/index.js';
import type * as Pausing from '../src/features/publishing/pause.service.js';
import type * as Clocks from '../src/infrastructure/clock/index.js';
import type * as Configuration from '../src/infrastructure/config/index.js';
import type * as Database from '../src/infrastructure/database/index.js';
import type * as Http from '../src/infrastructure/http/index.js';
import type * as Queues from '../src/infrastructure/queue/index.js';
import type * as Vaults from '../src/infrastructure/vault/index.js';
import type * as Sandbox from '../src/publishers/sandbox/index.js';

const BUILT = new URL('../dist/', import.meta.url);

/** Where a built file lies, to start it as a process. */
export function builtFile(path: string): string {
  return fileURLToPath(new URL(path, BUILT));
}

async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, BUILT).href)) as Module;
}

export const { AppModule } = await built<typeof Assembly>('assembly/app.module.js');
export const { followNews } = await built<typeof News>('assembly/worker-news.js');
export const { Enqueuer, Sweep } = await built<typeof Publishing>('features/publishing/index.js');
export const { PauseService } = await built<typeof Pausing>('features/publishing/pause.service.js');
export const { DatabaseClock } = await built<typeof Clocks>('infrastructure/clock/index.js');
export const { loadConfig } = await built<typeof Configuration>('infrastructure/config/index.js');
export const { createDatabase, migrateDatabase, startEmbeddedPostgres } = await built<typeof Database>(
  'infrastructure/database/index.js',
);
export const { configureHttp, createHttpAdapter } = await built<typeof Http>('infrastructure/http/index.js');
export const { AlarmQueue, createQueueBackend } = await built<typeof Queues>('infrastructure/queue/index.js');
export const { Vault } = await built<typeof Vaults>('infrastructure/vault/index.js');
export const { connectSandboxAccount, createSandboxPublisher } = await built<typeof Sandbox>(
  'publishers/sandbox/index.js',
);
