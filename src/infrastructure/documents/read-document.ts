import { Worker } from 'node:worker_threads';
import type { GivenDocument, ReadDocument } from './document.js';
import { type DocumentFault, refuse } from './fault.js';
import { Turns } from './turns.js';

interface Limits {
  readonly milliseconds: number;
  readonly memoryMb: number;
}

/** Real releases take well under a second, and little memory. */
const LIMITS: Limits = { milliseconds: 20_000, memoryMb: 768 };
/** Each may take all that memory, and a core. */
const MOST_AT_ONCE = 2;

const turns = new Turns(MOST_AT_ONCE);

/** Only compiled code has a file that a thread can start from; uncompiled, as in tests, it reads where it is. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('./reading-thread.js', import.meta.url) : null;

/**
 * The text of a document and what to check in it, or why there is none. Files come from anywhere, and parsers can be
 * made to work for hours: they run in a thread of their own, which ends at a limit of time or of memory and holds up
 * no post meanwhile. Nothing is loaded from anywhere, and the thread knows nothing of the configuration.
 */
export async function readDocument(
  document: GivenDocument,
  limits: Limits = LIMITS,
): Promise<ReadDocument | DocumentFault> {
  if (THREAD !== null) return turns.take(() => readApart(THREAD, document, limits));
  const { readHere } = await import('./read-here.js');
  return readHere(document);
}

async function readApart(
  thread: URL,
  document: GivenDocument,
  { milliseconds, memoryMb }: Limits,
): Promise<ReadDocument | DocumentFault> {
  const worker = new Worker(thread, {
    workerData: document,
    env: {},
    execArgv: [],
    // What parsers have to say goes nowhere: a command prints the text and nothing else.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { promise, resolve, reject } = Promise.withResolvers<ReadDocument | DocumentFault>();
  const expiry = setTimeout(() => resolve(refuse('too-complex')), milliseconds);
  worker.once('message', resolve);
  worker.once('error', (error) => (isOutOfMemory(error) ? resolve(refuse('too-complex')) : reject(error)));
  try {
    return await promise;
  } finally {
    clearTimeout(expiry);
    await worker.terminate();
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
