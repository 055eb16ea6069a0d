const RUNS = 5;
const SHORTEST_MS = 20;

/**
 * The least time that each of these takes, in milliseconds of this thread's own: they take turns, so that others on the
 * machine disturb all alike. What is over at once is done as often as can be told.
 */
export function leastMs(...works: readonly (() => unknown)[]): readonly number[] {
  const best = works.map(() => Infinity);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, work] of works.entries()) {
      let times = 0;
      let tookMs = 0;
      const before = process.threadCpuUsage();
      do {
        work();
        times += 1;
        const { user, system } = process.threadCpuUsage(before);
        tookMs = (user + system) / 1000;
      } while (tookMs < SHORTEST_MS);
      best[index] = Math.min(best[index] ?? Infinity, tookMs / times);
    }
  }
  return best;
}
