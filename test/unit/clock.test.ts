import { describe, expect, it, jest } from '@jest/globals';
import { DatabaseClock } from '../../src/infrastructure/clock/index.js';

const AHEAD_MS = 5_000;

/** A machine whose own clock is fast: the database's is the truth. */
function start(): Promise<DatabaseClock> {
  return DatabaseClock.start(() => Promise.resolve(Date.now() - AHEAD_MS), 3_600_000);
}

describe('the clock', () => {
  it('tells the database’s time, whatever the machine’s clock says', async () => {
    const clock = await start();
    expect(Math.abs(clock.now() - (Date.now() - AHEAD_MS))).toBeLessThan(50);
    clock.stop();
  });

  it('does not follow the machine’s clock when that is stepped', async () => {
    const clock = await start();
    const before = clock.now();
    const stepped = jest.spyOn(Date, 'now').mockReturnValue(0);
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    expect(clock.now() - before).toBeLessThan(1_000);
    stepped.mockRestore();
    clock.stop();
  });

  it('never wakes anybody before the instant, and wakes all who hold for it in their order', async () => {
    const clock = await start();
    const at = clock.now() + 60;
    const woken: number[] = [];
    await Promise.all(
      [1, 2, 3].map(async (name) => {
        expect(await clock.holdUntil(at)).toBe(true);
        expect(clock.now()).toBeGreaterThanOrEqual(at);
        woken.push(name);
      }),
    );
    expect(woken).toEqual([1, 2, 3]);
    clock.stop();
  });

  it('lets go at once of those whose signal aborts, and of nobody else', async () => {
    const clock = await start();
    const at = clock.now() + 50;
    const closing = new AbortController();
    const abandoned = clock.holdUntil(at + 3_600_000, closing.signal);
    const kept = clock.holdUntil(at);
    closing.abort();
    expect(await abandoned).toBe(false);
    expect(await kept).toBe(true);
    clock.stop();
  });
});
