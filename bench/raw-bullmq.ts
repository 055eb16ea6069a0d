/** What the ratios are against: BullMQ on Redis as it is usually run, with jobs that do nothing. */
import { randomUUID } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import { until } from './servers.ts';

const CONCURRENCY = 50;
const AHEAD_MS = 4_000;

/** How late each of `count` jobs begins that are due in the same millisecond. */
export async function rawBullmqLateness(redisUrl: string, count: number): Promise<readonly number[]> {
  const { hostname, port } = new URL(redisUrl);
  const connection = { host: hostname, port: Number(port), maxRetriesPerRequest: null };
  const name = `raw-${randomUUID()}`;
  const queue = new Queue(name, { connection });
  const begun: number[] = [];
  const worker = new Worker(
    name,
    () => {
      begun.push(performance.timeOrigin + performance.now());
      return Promise.resolve();
    },
    { connection, concurrency: CONCURRENCY },
  );
  await worker.waitUntilReady();
  const dueAt = Date.now() + AHEAD_MS;
  const opts = { removeOnComplete: true };
  await queue.addBulk(
    Array.from({ length: count }, () => ({
      name: 'job',
      data: {},
      opts: { ...opts, delay: dueAt - Date.now() },
    })),
  );
  await until(() => Promise.resolve(begun.length === count), 60_000, 'BullMQ did not run every job');
  await worker.close();
  await queue.close();
  return begun.map((at) => at - dueAt);
}
