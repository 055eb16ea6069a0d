import { CommanderError } from 'commander';
import { CommandFault } from './commands/fault.js';
import { createProgram } from './commands/program.js';
import { ConfigurationFault } from './infrastructure/config/index.js';

const WRONG_USAGE = 2;

// A reader that has seen enough, as in `chorus posts list | head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const program = createProgram((text) => process.stdout.write(`${text}\n`));

try {
  await program.parseAsync();
} catch (error) {
  // The exit code is set, not forced: what was written to a pipe still gets there.
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  const expected = error instanceof CommandFault || error instanceof ConfigurationFault;
  process.stderr.write(`${expected ? error.message : describe(error)}\n`);
  return 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
