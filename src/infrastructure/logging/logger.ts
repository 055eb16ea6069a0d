import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Config } from '../config/index.js';
import { SECRET_PATHS } from './secrets.js';

export type { Logger };

const LOG_FILE = 'chorus.log';

const LOG_LIMIT_BYTES = 10_000_000;

/**
 * The logger of a process. With embedded PostgreSQL a person looks at the terminal, so the log goes to `chorus.log` in
 * the data folder and leaves standard output to the few lines for people; a deployment collects standard output.
 * Lines are written at once, since the last ones before a crash matter most.
 */
export function createLogger(
  config: Pick<Config, 'logLevel' | 'dataDir' | 'database'>,
  stream: DestinationStream = streamFor(config),
): Logger {
  return pino(
    {
      level: config.logLevel,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: SECRET_PATHS, censor: '[secret]' },
    },
    stream,
  );
}

function streamFor(config: Pick<Config, 'dataDir' | 'database'>): DestinationStream {
  if (config.database.url !== null) return unbreakable(destination({ dest: 1, sync: true }));
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, LOG_FILE);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return unbreakable(destination({ dest: file, sync: true, append: true }));
}

/** A line that cannot be written (a reader that went away, a full disk) is lost: it must not stop what it tells of. */
function unbreakable(stream: ReturnType<typeof destination>): DestinationStream {
  stream.on('error', () => undefined);
  return stream;
}
