import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
/** Longer than any recovery takes, also on a machine that is busy with other tests. */
const LIMIT_MS = 45_000;

/**
 * What `look` answers, as soon as it answers something: for what happens in other processes, where nobody can tell.
 * Null, undefined and false mean “not yet”. After `limitMs` it fails with what was waited for.
 */
export async function eventually<T>(
  awaited: string,
  look: () => T | Promise<T>,
  limitMs = LIMIT_MS,
): Promise<NonNullable<Exclude<T, false>>> {
  const until = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) {
      return seen as NonNullable<Exclude<T, false>>;
    }
    if (performance.now() > until) throw new Error(`Not within ${limitMs} ms: ${awaited}`);
    await pause(LOOK_EVERY_MS);
  }
}
