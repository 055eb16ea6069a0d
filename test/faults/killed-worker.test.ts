import { expect, it } from '@jest/globals';
import { expectOnce } from '../support/faults/exactly-once.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

onBothQueues('a worker that is killed', (queue) => {
  it.concurrent(
    'before its claim leaves the post to another worker, which sends it',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      await world.armed(post);
      await worker.kill();
      expect(await world.attempts(post)).toEqual([]);
      await world.startWorker();
      await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'between claim and send leaves an attempt that is found absent, and the post is sent afresh',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      await world.claimed(post);
      await worker.kill();
      expect(world.requests(post, 'arrived', 'create-post')).toBe(0);
      expect(await world.attempts(post)).toMatchObject([{ state: 'open', sentAt: null }]);
      await world.startWorker();
      await expectOnce(world, post);
      expect((await world.attempts(post)).map(({ state }) => state)).toEqual(['absent', 'published']);
    }),
  );

  it.concurrent(
    'during a send that never takes effect has its post sent afresh',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'hold', at: 'before-commit', times: 1 });
      await world.request(post, 'arrived');
      await worker.kill();
      world.sandbox.faults.breakHolds();
      await world.startWorker();
      await expectOnce(world, post);
      expect((await world.attempts(post)).map(({ state }) => state)).toEqual(['absent', 'published']);
    }),
  );

  it.concurrent(
    'during a send that takes effect afterwards has its post adopted, not sent again',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'hold', at: 'before-commit', times: 1 });
      await world.request(post, 'arrived');
      await worker.kill();
      world.sandbox.faults.release();
      await world.startWorker();
      await expectOnce(world, post);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
    }),
  );

  it.concurrent(
    'during a send that is still under way when it is looked for has its post adopted later',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'hold', at: 'before-commit', times: 1 });
      await world.request(post, 'arrived');
      await worker.kill();
      await world.startWorker();
      await world.stands(post, 'unknown');
      expect(world.live(post)).toEqual([]);
      world.sandbox.faults.release();
      await expectOnce(world, post);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
    }),
  );

  it.concurrent(
    'between send and record has its post adopted',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
      await world.request(post, 'committed');
      await worker.kill();
      world.sandbox.faults.release();
      expect(await world.attempts(post)).toMatchObject([{ state: 'open' }]);
      await world.startWorker();
      await expectOnce(world, post);
      expect(await world.attempts(post)).toHaveLength(1);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
    }),
  );

  for (const at of ['before-commit', 'after-commit'] as const) {
    it.concurrent(
      `inside a thread, ${at} of the second part, has the thread finished in its order`,
      inWorld(queue, async (world) => {
        const worker = await world.startWorker();
        const post = await world.post({ parts: 3 });
        await world.armed(post);
        await world.request(post, 'arrived');
        world.fault(post, { kind: 'hold', at, times: 1 });
        await world.request(post, 'arrived', 'create-post', 2);
        if (at === 'after-commit') await world.request(post, 'committed', 'create-post', 2);
        await worker.kill();
        expect(world.live(post)).toHaveLength(at === 'after-commit' ? 2 : 1);
        world.sandbox.faults.breakHolds();
        await world.startWorker();
        await expectOnce(world, post);
      }),
    );
  }
});
