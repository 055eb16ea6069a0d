import { z } from 'zod';
import { duration, port, secretUrl, size, variable } from './variable.js';

/**
 * Every environment variable that Chorus reads, in the order of the README's table.
 *
 * HOST stays on loopback because nobody has to sign in yet. A container keeps to that too: docker-compose.yml runs
 * the web process with `network_mode: host`, so its loopback is the machine's own, and checks its health from inside.
 */
export const environmentSchema = z.object({
  DATABASE_URL: secretUrl(['postgres:', 'postgresql:'], {
    description: 'PostgreSQL (16 or newer) that holds the ledger',
    example: 'postgres://chorus:password@127.0.0.1:5432/chorus',
    otherwise: 'an embedded PostgreSQL under `DATA_DIR`',
  }),
  REDIS_URL: secretUrl(['redis:', 'rediss:'], {
    description: 'Redis for the queue (`hz 100`, append-only file, `noeviction`)',
    example: 'redis://127.0.0.1:6379',
    otherwise: "the queue's tables in PostgreSQL",
  }),
  HOST: variable(z.enum(['127.0.0.1', '::1', 'localhost']).default('127.0.0.1'), {
    description: 'Address that the web process listens on; loopback only, since nobody has to sign in yet',
    expects:
      '127.0.0.1, ::1 or localhost, because Chorus has no sign-in yet and must not be reachable from outside',
    standard: '127.0.0.1',
  }),
  PORT: port(3000, 'Port of the web process; 0 takes any free one'),
  DATA_DIR: variable(z.string().default('.data'), {
    description:
      "Folder of the embedded PostgreSQL, the key and the log; a relative one is below the project's folder",
    expects: 'the path of a folder that Chorus can write to',
    standard: '.data',
  }),
  SANDBOX_PORT: port(3001, 'Port of the sandbox network; 0 takes any free one'),
  SANDBOX_URL: variable(webAddress().nullable().default(null), {
    description: 'Sandbox network that runs elsewhere',
    expects: 'an http or https address such as http://127.0.0.1:3001',
    standard: 'a sandbox of its own on `SANDBOX_PORT`',
  }),
  LOG_LEVEL: variable(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    description: 'How much is logged',
    expects: 'trace, debug, info, warn, error or silent',
    standard: 'info',
  }),
  CHORUS_KEY: variable(keyBytes().nullable().default(null), {
    description: "Key that seals the accounts' credentials; the same in all processes of one deployment",
    expects: '32 bytes in base64, as `openssl rand -base64 32` prints them',
    standard: 'one made at the first start and kept in `DATA_DIR/key`',
    secret: true,
  }),
  CHORUS_QUEUE_PREFIX: variable(queuePrefix().default('chorus'), {
    description: 'First word of the queue names, so that two deployments can use one Redis',
    expects: 'up to 40 lower-case letters, digits, - or _, a letter first',
    standard: 'chorus',
  }),
  CHORUS_DATABASE_POOL_SIZE: size(
    10,
    2,
    100,
    'connections',
    'Connections of one process to PostgreSQL at most',
  ),
  CHORUS_WORKER_CONCURRENCY: size(
    1_000,
    1,
    20_000,
    'jobs',
    'Posts that one worker holds ready at the same time',
  ),
  CHORUS_ARM_LEAD_MS: duration(5_000, 50, 60_000, 'How long before its instant a post is made ready'),
  CHORUS_CLAIM_LEAD_MS: duration(
    250,
    0,
    1_500,
    'How long before its instant a post is claimed in the ledger',
  ),
  CHORUS_LOCK_DURATION_MS: duration(
    10_000,
    500,
    300_000,
    'How long a worker may fall silent before its jobs go to another worker',
  ),
  CHORUS_SWEEP_INTERVAL_MS: duration(
    60_000,
    50,
    600_000,
    'Time between two looks in the ledger for posts without a job',
  ),
  CHORUS_REQUEST_LIMIT_MS: duration(10_000, 50, 120_000, 'How long one request to a network may take'),
  CHORUS_RECONCILE_AFTER_MS: duration(
    15_000,
    100,
    600_000,
    'Age of a claim without an outcome from which Chorus looks on the account for the post',
  ),
});

export type Environment = z.output<typeof environmentSchema>;

export type VariableName = keyof Environment;

export const variableNames = Object.keys(environmentSchema.shape) as readonly VariableName[];

function webAddress() {
  return z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''));
}

function queuePrefix() {
  return z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
}

function keyBytes() {
  return z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32);
}
