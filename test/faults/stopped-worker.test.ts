import { expect, it } from '@jest/globals';
import { expectOnce } from '../support/faults/exactly-once.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

onBothQueues('a worker that is asked to stop', (queue) => {
  it.concurrent(
    'while a post is armed lets it go at once, and another worker sends it',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      await world.armed(post);
      expect(await worker.stop()).toBe(0);
      expect(await world.attempts(post)).toEqual([]);
      await world.startWorker();
      await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'while a post is claimed sends it at its instant and records it first',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      await world.claimed(post);
      expect(await worker.stop()).toBe(0);
      expect(await world.row(post)).toMatchObject({ status: 'published' });
      await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'while it waits for the network’s answer records it first',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'slow', at: 'after-commit', delayMs: 500, times: 1 });
      await world.request(post, 'committed');
      expect(await worker.stop()).toBe(0);
      expect(await world.row(post)).toMatchObject({ status: 'published' });
      await expectOnce(world, post);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
    }),
  );

  it.concurrent(
    'inside a thread leaves its next parts to another worker, or finishes them, in their order',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post({ parts: 3 });
      world.fault(post, { kind: 'slow', at: 'after-commit', delayMs: 300, times: 1 });
      await world.request(post, 'committed');
      expect(await worker.stop()).toBe(0);
      expect((await world.attempts(post)).filter(({ state }) => state === 'open')).toEqual([]);
      await world.startWorker();
      await expectOnce(world, post);
    }),
  );
});
