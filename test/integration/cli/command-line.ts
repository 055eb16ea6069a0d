import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { compiledSource } from '../../support/compiled-source.js';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a process of its own, to its end. */
export async function chorus(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const cli = join(await compiledSource(), 'dist/cli.js');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { env: { PATH: process.env['PATH'] }, maxBuffer: 50_000_000 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
