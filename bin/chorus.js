#!/usr/bin/env node
/** The `chorus` command: prepares the checkout, then runs the command line on the Node.js that Chorus needs. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeIsRecent } from './freshness.js';
import { prepareOrExit } from './prepare.js';

const ROOT = resolve(import.meta.dirname, '..');
const COMMAND_LINE = join(ROOT, 'dist/cli.js');

// A container holds the built code without its sources, and is never prepared.
if (existsSync(join(ROOT, 'src'))) prepareOrExit({ build: true });

if (nodeIsRecent(process.version)) {
  process.argv[1] = COMMAND_LINE;
  await import(COMMAND_LINE);
} else {
  runOnPinnedNode();
}

function runOnPinnedNode() {
  const node = join(ROOT, 'node_modules/.bin/node');
  const child = spawn(node, [COMMAND_LINE, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself, and passed on it would count as a second one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(
      `${node} does not start (${error.code}): run \`npm ci --include=dev\` and try again.\n`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
