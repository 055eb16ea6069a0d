/** Runs the sandbox network as a process of its own: `node dist/sandbox/serve.js [--port N] [--data FOLDER]`. */
import { parseArgs } from 'node:util';
import { FileSandboxStore } from './store/file-store.js';
import { MemorySandboxStore } from './store/memory-store.js';
import { startSandbox } from './sandbox.js';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    /** Keeps the network in this folder; left out, it lives in memory. */
    data: { type: 'string' },
  },
});

const sandbox = await startSandbox({
  host: values.host,
  port: Number(values.port),
  store: values.data === undefined ? new MemorySandboxStore() : new FileSandboxStore(values.data),
});
process.stdout.write(`${sandbox.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

function stop(): void {
  sandbox.close().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`The sandbox network did not close cleanly: ${String(error)}\n`);
      process.exit(1);
    },
  );
}
