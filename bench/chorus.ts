/** Chorus as a deployment assembles it, on the servers of the run and with a publisher of the benchmark's choice. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sql } from 'kysely';
import type { Surroundings } from '../src/assembly/surroundings.js';
import type { Ledger } from '../src/infrastructure/database/ledger.js';
import type { Publisher } from '../src/publishers/publisher.js';
import {
  AlarmQueue,
  AppModule,
  configureHttp,
  createDatabase,
  createHttpAdapter,
  createQueueBackend,
  DatabaseClock,
  followNews,
  loadConfig,
  Vault,
} from './code.ts';

export interface Place {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly prefix: string;
  /** Shared by workers that open each other's credentials. */
  readonly vault: InstanceType<typeof Vault>;
}

export interface Opened extends Surroundings {
  readonly settings: Place;
}

const NEVER_MS = '600000';

export function newVault(): InstanceType<typeof Vault> {
  return new Vault(randomBytes(32));
}

export async function openSurroundings(
  place: Place,
  publisherOf: (clock: Opened['clock']) => Publisher,
  settings: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const { databaseUrl, redisUrl, prefix, vault } = place;
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    CHORUS_SWEEP_INTERVAL_MS: NEVER_MS,
    CHORUS_DATABASE_POOL_SIZE: '10',
    ...settings,
  });
  const poolSize = config.database.poolSize;
  const { db: ledger, close: closeLedger } = createDatabase(databaseUrl, {
    poolSize,
    applicationName: 'bench',
  });
  const clock = await DatabaseClock.start(() => readInstant(ledger), 30_000);
  const queue = new AlarmQueue(createQueueBackend({ redisUrl, databaseUrl, prefix }), clock, reportTrouble);
  const publisher = publisherOf(clock);
  return {
    settings: place,
    config,
    databaseUrl,
    ledger,
    clock,
    vault,
    queue,
    publishers: new Map([[publisher.network, publisher]]),
    sandboxUrl: 'http://127.0.0.1:1',
    workerName: `bench-${randomBytes(3).toString('hex')}`,
    close: async () => {
      await queue.close();
      await publisher.close();
      clock.stop();
      await closeLedger();
    },
  };
}

class Benchmark {}

/** A worker that hears of pauses. */
export async function startWorker(surroundings: Surroundings) {
  const app = await NestFactory.createApplicationContext(
    { module: Benchmark, imports: [AppModule.of(surroundings, 'worker')] },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  const stopListening = await followNews(app, surroundings.databaseUrl);
  return {
    app,
    close: async () => {
      await stopListening();
      await app.close();
    },
  };
}

/** The web process, without a socket: requests are injected. */
export async function startWeb(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: Benchmark, imports: [AppModule.of(surroundings, 'web')] },
    createHttpAdapter(),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  configureHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function readInstant(ledger: Ledger): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select extract(epoch from clock_timestamp())::double precision * 1000 as at`.execute(ledger);
  const at = rows[0]?.at;
  if (at === undefined) throw new Error('The database told no time');
  return at;
}

function reportTrouble(error: Error): void {
  console.error(error);
}
