import { expect, it } from '@jest/globals';
import { latenesses } from '../support/faults/exactly-once.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

/** How late posts may leave on a machine that is busy with other tests. */
const ON_TIME_MS = 800;
const WRONG_BY_MS = 5_000;

onBothQueues('a machine whose clock is wrong', (queue) => {
  for (const [word, shiftMs] of [
    ['fast', WRONG_BY_MS],
    ['slow', -WRONG_BY_MS],
  ] as const) {
    it.concurrent(
      `5 s ${word} sends at the database’s instant, not before`,
      inWorld(queue, async (world) => {
        await world.startWorker({ preload: `shifted-clock.js?ms=${shiftMs}` });
        const late = await latenesses(world, await world.posts(5, { dueInMs: 3_000 }));
        for (const ms of late) expect(ms).toBeLessThan(ON_TIME_MS);
      }),
    );
  }

  it.concurrent(
    '5 s fast hears alarms of another machine early and holds until the database’s instant',
    inWorld(queue, async (world) => {
      await world.startWorker({ preload: `shifted-clock.js?ms=${WRONG_BY_MS}` });
      const posts = await world.postsWithAlarms(5, ['from-elsewhere'], { dueInMs: 9_000 });
      for (const ms of await latenesses(world, posts)) expect(ms).toBeLessThan(ON_TIME_MS);
    }),
  );

  it.concurrent(
    '5 s slow hears alarms of another machine late, by no more than that, and sends once',
    inWorld(queue, async (world) => {
      await world.startWorker({ preload: `shifted-clock.js?ms=${-WRONG_BY_MS}` });
      const posts = await world.postsWithAlarms(5, ['from-elsewhere'], { dueInMs: 3_000 });
      for (const ms of await latenesses(world, posts)) expect(ms).toBeLessThan(WRONG_BY_MS + ON_TIME_MS);
    }),
  );
});
