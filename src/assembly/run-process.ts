import { loadConfig } from '../infrastructure/config/index.js';
import { createLogger, type Logger } from '../infrastructure/logging/index.js';
import { explain } from './explain.js';
import { tellTrouble } from './trouble.js';
import { openSurroundings, type Role, type Surroundings } from './surroundings.js';

export interface ProcessParts {
  readonly surroundings: Surroundings;
  readonly logger: Logger;
  /** Closed in the reverse order, before the surroundings. */
  readonly closeLater: (close: () => Promise<void>) => void;
  /** A line for the person who looks at the terminal. */
  readonly say: (line: string) => void;
}

/**
 * Runs a process from its configuration to its end: a fault of the start is said in a sentence and ends it with
 * exit code 1; Ctrl-C and SIGTERM let outcomes under way be recorded, then close everything, PostgreSQL last.
 */
export async function runProcess(role: Role, start: (parts: ProcessParts) => Promise<void>): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  try {
    const config = loadConfig();
    const logger = createLogger(config);
    const surroundings = await openSurroundings(config, role, tellTrouble(logger));
    closers.push(() => surroundings.close());
    closeOnSignals(closers, say);
    await start({ surroundings, logger, closeLater: (close) => closers.push(close), say });
  } catch (error) {
    process.stderr.write(`${explain(error) ?? describe(error)}\n`);
    await closeAll(closers);
    process.exit(1);
  }
}

/** Outcomes under way are kept for half a minute when the database is away; nothing else takes so long. */
const STOP_LIMIT_MS = 45_000;

/** npm passes a Ctrl-C on that the terminal sent to its child already: the two are one. */
const SAME_SIGNAL_MS = 1_000;

function closeOnSignals(closers: (() => Promise<void>)[], say: (line: string) => void): void {
  let closingFrom: number | null = null;
  const giveUp = (why: string): void => {
    process.stderr.write(`${why}: what was being sent is looked for at the next start.\n`);
    process.exit(1);
  };
  const close = (): void => {
    if (closingFrom !== null) {
      if (performance.now() - closingFrom > SAME_SIGNAL_MS) giveUp('Stopped at once');
      return;
    }
    closingFrom = performance.now();
    say('Stopping: what is being sent is recorded first (Ctrl-C again stops at once) …');
    setTimeout(() => giveUp('Some parts did not stop in time'), STOP_LIMIT_MS).unref();
    closeAll(closers).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${describe(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers.splice(0).toReversed()) await close();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
