import * as bullmq from 'bullmq';
import { Redis } from 'ioredis';

/** Where the queue lives: Redis when it is given, else tables of their own in the ledger's PostgreSQL. */
export interface QueuePlace {
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
  readonly prefix: string;
}

/** A queue and a worker on the chosen backend; the same BullMQ classes either way. */
export interface QueueBackend {
  readonly name: 'redis' | 'postgres';
  newQueue<Data>(name: string): bullmq.Queue<Data>;
  newWorker<Data>(
    name: string,
    processor: bullmq.Processor<Data>,
    options: Omit<bullmq.WorkerOptions, 'connection' | 'prefix'>,
  ): bullmq.Worker<Data>;
  close(): Promise<void>;
}

/** The queue's tables stand in a schema of their own, apart from the ledger's. */
const QUEUE_SCHEMA = 'queue';

/** BullMQ shares one small pool a process: a queue that is slow must not starve the ledger. */
const QUEUE_POOL_SIZE = 4;

export function createQueueBackend(place: QueuePlace): QueueBackend {
  return place.redisUrl === null ? onPostgres(place) : onRedis(place.redisUrl, place.prefix);
}

function onRedis(redisUrl: string, prefix: string): QueueBackend {
  // A worker must wait for Redis for as long as it takes (BullMQ requires `null`); it reconnects by itself.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', () => undefined);
  return {
    name: 'redis',
    newQueue: <Data>(name: string) => new bullmq.Queue<Data>(name, { connection, prefix }),
    newWorker: <Data>(
      name: string,
      processor: bullmq.Processor<Data>,
      options: Omit<bullmq.WorkerOptions, 'connection' | 'prefix'>,
    ) => new bullmq.Worker<Data>(name, processor, { ...options, connection, prefix }),
    close: async () => {
      connection.disconnect();
      await Promise.resolve();
    },
  };
}

function onPostgres({ databaseUrl, prefix }: QueuePlace): QueueBackend {
  const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
  const connection = {
    connectionString: databaseUrl,
    schema: QUEUE_SCHEMA,
    migrate: true,
    max: QUEUE_POOL_SIZE,
  };
  return {
    name: 'postgres',
    newQueue: <Data>(name: string) =>
      new Queue<Data>(`${prefix}-${name}`, { connection }) as unknown as bullmq.Queue<Data>,
    newWorker: <Data>(
      name: string,
      processor: bullmq.Processor<Data>,
      options: Omit<bullmq.WorkerOptions, 'connection' | 'prefix'>,
    ) =>
      new Worker<Data>(`${prefix}-${name}`, processor, {
        ...options,
        connection,
      }) as unknown as bullmq.Worker<Data>,
    close: () => Promise.resolve(),
  };
}
