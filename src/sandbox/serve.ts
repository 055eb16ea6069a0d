/** Runs the sandbox network as a process of its own: `node dist/sandbox/serve.js [--port N] [--data FOLDER]`. */
import { parseArgs } from 'node:util';
import { FileSandboxStore } from './store/file-store.js';
import { MemorySandboxStore } from './store/memory-store.js';
import { startSandbox, type RunningSandbox } from './sandbox.js';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    /** Keeps the network in this folder; left out, it lives in memory. */
    data: { type: 'string' },
  },
});

const sandbox = await start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
// Told last: whoever waits for this line may stop the process at once.
process.stdout.write(`${sandbox.url}\n`);

async function start(): Promise<RunningSandbox> {
  const { host, port, data } = values;
  try {
    if (!/^\d{1,5}$/.test(port)) throw new Error(`"${port}" is not a port: give a number from 0 to 65535.`);
    const store = data === undefined ? new MemorySandboxStore() : new FileSandboxStore(data);
    return await startSandbox({ host, port: Number(port), store });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The sandbox network cannot start on ${host}:${port}: ${reason}\n`);
    return process.exit(1);
  }
}

function stop(): void {
  sandbox.close().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`The sandbox network did not close cleanly: ${String(error)}\n`);
      process.exit(1);
    },
  );
}
