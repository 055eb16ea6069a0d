import { describe, jest } from '@jest/globals';
import { describeWithRedis } from '../suites.js';
import { FaultWorld, type WorldOptions } from './fault-world.js';
import type { QueueKind } from './queue-kind.js';

/** Tests that run at once wait for each other; what a test itself waits for has its own limit. */
const LIMIT_MS = 180_000;

/** A fault must leave the same behind whatever rings the alarms. */
export function onBothQueues(title: string, suite: (queue: QueueKind) => void): void {
  jest.setTimeout(LIMIT_MS);
  describeWithRedis(`${title} (alarms on Redis)`, () => suite('redis'));
  describe(`${title} (alarms on PostgreSQL)`, () => suite('postgres'));
}

/** Worlds mostly wait, so a few at once take little longer than one; more would be late for their own instants. */
const WORLDS_AT_ONCE = 3;
let standing = 0;
const waiting: (() => void)[] = [];

/** A test for `it.concurrent` in a world of its own; if it fails, it tells what the workers wrote. */
export function inWorld(
  queue: QueueKind,
  test: (world: FaultWorld) => Promise<void>,
  options: WorldOptions = {},
): () => Promise<void> {
  return async () => {
    if (standing >= WORLDS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    standing += 1;
    try {
      await run(await FaultWorld.start(queue, options), test);
    } finally {
      standing -= 1;
      waiting.shift()?.();
    }
  };
}

async function run(world: FaultWorld, test: (world: FaultWorld) => Promise<void>): Promise<void> {
  try {
    await test(world);
  } catch (error) {
    if (error instanceof Error) error.message += `\n\nThe workers wrote:\n${world.log()}`;
    throw error;
  } finally {
    await world.close();
  }
}
