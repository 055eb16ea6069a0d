import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Publisher } from '../publishers/publisher.js';
import { createSandboxPublisher } from '../publishers/sandbox/index.js';
import { FileSandboxStore, startSandbox } from '../sandbox/index.js';
import { Clock, DatabaseClock } from '../infrastructure/clock/index.js';
import { type Config, ConfigurationFault } from '../infrastructure/config/index.js';
import {
  createDatabase,
  Ledger,
  migrateDatabase,
  startEmbeddedPostgres,
} from '../infrastructure/database/index.js';
import { readInstant } from '../infrastructure/database/instant.js';
import { AlarmQueue, createQueueBackend } from '../infrastructure/queue/index.js';
import { loadVaultKey, Vault } from '../infrastructure/vault/index.js';

export type Role = 'all' | 'web' | 'worker';

/** What the features stand on, opened in order and closed in the reverse order, PostgreSQL last. */
export interface Surroundings {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly queue: AlarmQueue;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly sandboxUrl: string;
  readonly workerName: string;
  close(): Promise<void>;
}

/** The database's clock is read again this often, so that a drift of the machine's oscillator stays small. */
const CLOCK_RENEWAL_MS = 30_000;

const PORT_FILE = 'port';

export async function openSurroundings(
  config: Config,
  role: Role,
  onTrouble: (error: Error) => void,
): Promise<Surroundings> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.toReversed()) await closer();
    closers.length = 0;
  };
  try {
    if (role !== 'all') checkSharedParts(config, role);
    const databaseUrl = config.database.url ?? (await embeddedDatabase(config, closers));
    await migrateDatabase(databaseUrl);
    const { db: ledger, close: closeLedger } = createDatabase(databaseUrl, {
      poolSize: config.database.poolSize,
      applicationName: `chorus-${role}`,
      onConnectionLost: onTrouble,
    });
    closers.push(closeLedger);
    const vault = new Vault(loadVaultKey(config));
    const sandboxUrl = config.sandbox.url ?? (await embeddedSandbox(config, closers));
    const clock = await DatabaseClock.start(() => readInstant(ledger), CLOCK_RENEWAL_MS);
    closers.push(() => clock.stop());
    const publishers = openPublishers(closers);
    const place = { redisUrl: config.queue.redisUrl, databaseUrl, prefix: config.queue.prefix };
    const queue = new AlarmQueue(createQueueBackend(place), clock, onTrouble);
    closers.push(() => queue.close());
    const workerName = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
    return { config, databaseUrl, ledger, clock, vault, queue, publishers, sandboxUrl, workerName, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Embedded parts live in one process: processes that share the work need parts that they can share. */
function checkSharedParts(config: Config, role: Role): void {
  const faults = [
    ...(config.database.url === null ? ['DATABASE_URL is not set'] : []),
    ...(config.sandbox.url === null ? ['SANDBOX_URL is not set'] : []),
    ...(config.vault.key === null ? ['CHORUS_KEY is not set'] : []),
  ];
  const remedy = `the ${role} process shares it with others: set it, or start everything in one process with npm start.`;
  if (faults.length > 0) throw new ConfigurationFault(faults.map((fault) => `${fault}, and ${remedy}`));
}

async function embeddedDatabase(config: Config, closers: (() => Promise<void> | void)[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir });
  closers.push(() => postgres.stop());
  return postgres.connectionString;
}

async function embeddedSandbox(config: Config, closers: (() => Promise<void> | void)[]): Promise<string> {
  const folder = join(config.dataDir, 'sandbox');
  const store = new FileSandboxStore(folder);
  const { port: wanted } = config.sandbox;
  const port = wanted === 0 ? rememberedPort(folder) : wanted;
  const sandbox = await startSandbox({ store, host: config.http.host, port });
  closers.push(() => sandbox.close());
  writeFileSync(join(folder, PORT_FILE), new URL(sandbox.url).port);
  return sandbox.url;
}

/** Accounts know their network by its address, so "any free port" means the same one at every start. */
function rememberedPort(folder: string): number {
  const file = join(folder, PORT_FILE);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

function openPublishers(closers: (() => Promise<void> | void)[]): ReadonlyMap<string, Publisher> {
  const publishers = [createSandboxPublisher()];
  for (const publisher of publishers) closers.push(() => publisher.close());
  return new Map(publishers.map((publisher) => [publisher.network, publisher]));
}
