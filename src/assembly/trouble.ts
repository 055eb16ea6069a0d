import type { Logger } from '../infrastructure/logging/index.js';

/** While a server is away, the same trouble comes many times a second: it is told once in this time. */
const TOLD_ONCE_MS = 5_000;

/** Logs trouble that mends itself, such as a lost connection, without drowning the log in it. */
export function tellTrouble(logger: Logger): (error: Error) => void {
  const toldAt = new Map<string, number>();
  return (error) => {
    const now = performance.now();
    if (now - (toldAt.get(error.message) ?? -Infinity) < TOLD_ONCE_MS) return;
    // Few messages are ever told; one that names an id each time must not fill the memory.
    if (toldAt.size > 100) toldAt.clear();
    toldAt.set(error.message, now);
    logger.warn({ err: error });
  };
}
