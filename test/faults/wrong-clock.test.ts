import { it } from '@jest/globals';
import { expectOnTime } from '../support/faults/exactly-once.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

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
        await expectOnTime(world, await world.posts(5));
      }),
    );
  }

  it.concurrent(
    '5 s fast hears alarms of another machine early and holds until the database’s instant',
    inWorld(queue, async (world) => {
      await world.startWorker({ preload: `shifted-clock.js?ms=${WRONG_BY_MS}` });
      const posts = await world.postsWithAlarms(5, ['from-elsewhere'], { dueInMs: 10_000 });
      await expectOnTime(world, posts);
    }),
  );

  it.concurrent(
    '5 s slow hears alarms of another machine late, by no more than that, and sends once',
    inWorld(queue, async (world) => {
      await world.startWorker({ preload: `shifted-clock.js?ms=${-WRONG_BY_MS}` });
      const posts = await world.postsWithAlarms(5, ['from-elsewhere'], { dueInMs: 4_500 });
      await expectOnTime(world, posts, WRONG_BY_MS);
    }),
  );
});
