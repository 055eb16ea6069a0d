import { expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { emptyQueue } from '../support/faults/empty-queue.js';
import { expectOnce, expectOnTime } from '../support/faults/exactly-once.js';
import type { FaultPost } from '../support/faults/fault-posts.js';
import type { FaultWorld } from '../support/faults/fault-world.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';
import { describeWithRedis } from '../support/suites.js';

const alarmed = (world: FaultWorld, posts: readonly FaultPost[]): Promise<unknown> =>
  eventually('alarms of all posts', async () => {
    const rows = await Promise.all(posts.map((post) => world.row(post)));
    return rows.every(({ queuedAt }) => queuedAt !== null);
  });

onBothQueues('a queue that is emptied', (queue) => {
  it.concurrent(
    'while posts wait gets new alarms for all of them, and they leave at their instant',
    inWorld(queue, async (world) => {
      await world.startWorker();
      const posts = await world.posts(5, { dueInMs: 5_000 });
      await alarmed(world, posts);
      await emptyQueue(world, queue);
      await expectOnTime(world, posts);
    }),
  );

  it.concurrent(
    'while posts are armed does not keep them: they leave at their instant, once',
    inWorld(queue, async (world) => {
      await world.startWorker();
      const posts = await world.posts(5);
      await Promise.all(posts.map((post) => world.armed(post)));
      await emptyQueue(world, queue);
      await expectOnTime(world, posts);
    }),
  );
});

/** The queue on PostgreSQL stands and falls with the ledger: `lost-ledger.test.ts` has its restarts. */
describeWithRedis('Redis', () => {
  it.concurrent(
    'away while posts come due: they leave late and once when it is back, and none is lost',
    inWorld('redis', async (world) => {
      await world.startWorker();
      const posts = await world.posts(5, { dueInMs: 5_000 });
      await alarmed(world, posts);
      await world.redis.stop();
      await eventually('the posts are due', async () => (await world.now()) > (posts[0]?.dueAt ?? 0));
      for (const post of posts) expect(await world.row(post)).toMatchObject({ status: 'approved' });
      await world.redis.start();
      for (const post of posts) await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'away when a post is approved: its alarm is set when it is back, and the post leaves',
    inWorld('redis', async (world) => {
      await world.startWorker();
      await world.redis.stop();
      const post = await world.post({ dueInMs: 5_000 });
      await world.redis.start();
      await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'away after arming: the armed posts leave at their instant all the same, and once',
    inWorld('redis', async (world) => {
      await world.startWorker();
      const posts = await world.posts(3);
      await Promise.all(posts.map((post) => world.armed(post)));
      await world.redis.stop();
      await expectOnTime(world, posts);
      await world.redis.start();
      await eventually('the alarms are heard again', async () => {
        const later = await world.post();
        await world.stands(later, 'published');
        return true;
      });
      for (const post of posts) await expectOnce(world, post);
    }),
  );
});
