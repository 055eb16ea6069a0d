/** `npm run bench`: measures Chorus against its targets and against raw BullMQ, in one run on this machine. */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { agreedCutsFigures } from './agreed-cuts.ts';
import { type Figure, figureLine, percentile } from './figures.ts';
import { idleMemory } from './memory.ts';
import { httpLateness } from './over-http.ts';
import { pauseOverTwoWorkers } from './pause.ts';
import { planning } from './planning.ts';
import { proofFigures } from './proof.ts';
import { rawBullmqLateness } from './raw-bullmq.ts';
import { type Servers, startServers } from './servers.ts';
import { waveLateness } from './wave.ts';

type Benchmark = (servers: Servers) => Promise<readonly Figure[]>;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  wave: (servers) => wave(servers, 1_000, 25, { accounts: 1_000, armLeadMs: 5_000, claimLeadMs: 250 }),
  'wave-10000': (servers) =>
    wave(servers, 10_000, 100, { accounts: 2_000, armLeadMs: 20_000, claimLeadMs: 1_400 }),
  'wave-postgres': waveOnPostgres,
  http: overHttp,
  planning,
  pause,
  memory,
  proof: () => Promise.resolve([...proofFigures(), ...agreedCutsFigures()]),
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const wanted = values.only ?? Object.keys(BENCHMARKS);
const load = loadavg()[0] ?? 0;
console.log(
  `Node.js ${process.version}, ${availableParallelism()} cores, load before the run ${load.toFixed(1)}`,
);
const servers = await startServers();
try {
  for (const name of wanted) {
    const benchmark = BENCHMARKS[name];
    if (benchmark === undefined)
      throw new Error(`There is no ${name}: choose of ${Object.keys(BENCHMARKS).join(', ')}`);
    for (const figure of await benchmark(servers)) console.log(figureLine(figure));
  }
} finally {
  await servers.stop();
}
// BullMQ's clients look for the Redis that has just ended, and would keep the process from ending.
setImmediate(() => process.exit());

async function wave(
  servers: Servers,
  posts: number,
  targetMs: number,
  size: { readonly accounts: number; readonly armLeadMs: number; readonly claimLeadMs: number },
): Promise<readonly Figure[]> {
  const raw = await rawBullmqLateness(servers.redisUrl, posts);
  const late = await waveLateness(servers, servers.redisUrl, { posts, ...size });
  const p99 = percentile(late, 0.99);
  const rawP99 = percentile(raw, 0.99);
  return [
    figure(`raw BullMQ on Redis, ${posts} no-op jobs, p50 late`, percentile(raw, 0.5), 'ms', null),
    figure(`raw BullMQ on Redis, ${posts} no-op jobs, p99 late`, rawP99, 'ms', null),
    figure(`Chorus on Redis, ${posts} posts, p50 late`, percentile(late, 0.5), 'ms', null),
    figure(`Chorus on Redis, ${posts} posts, p99 late`, p99, 'ms', targetMs),
    figure(`Chorus on Redis, ${posts} posts, p99 against raw BullMQ’s`, p99 / rawP99, '×', 0.25),
  ];
}

async function waveOnPostgres(servers: Servers): Promise<readonly Figure[]> {
  const size = { posts: 1_000, accounts: 1_000, armLeadMs: 5_000, claimLeadMs: 250 };
  const late = await waveLateness(servers, null, size);
  return [
    figure('Chorus on PostgreSQL alone, 1000 posts, p50 late', percentile(late, 0.5), 'ms', null),
    figure('Chorus on PostgreSQL alone, 1000 posts, p99 late', percentile(late, 0.99), 'ms', null),
  ];
}

async function overHttp(servers: Servers): Promise<readonly Figure[]> {
  const { begun, arrived } = await httpLateness(servers, 200);
  const what = '200 posts over HTTP to another process';
  return [
    figure(`${what}, p99 of the request’s start`, percentile(begun, 0.99), 'ms', 100),
    figure(`${what}, p50 of its arrival`, percentile(arrived, 0.5), 'ms', null),
    figure(`${what}, p99 of its arrival`, percentile(arrived, 0.99), 'ms', null),
  ];
}

async function pause(servers: Servers): Promise<readonly Figure[]> {
  const { lastSendMs, sentBefore, sentAfter } = await pauseOverTwoWorkers(servers);
  return [
    figure('pause over two workers, from its commit to the last send', lastSendMs, 'ms', null),
    figure('pause over two workers, posts sent before it', sentBefore, 'posts', null),
    figure('pause over two workers, posts sent after its commit', sentAfter, 'posts', null),
  ];
}

async function memory(servers: Servers): Promise<readonly Figure[]> {
  return [figure('resident memory after 60 s', await idleMemory(servers), 'MB', 300)];
}

function figure(measure: string, value: number, unit: string, target: number | null): Figure {
  return { measure, value, unit, target };
}
