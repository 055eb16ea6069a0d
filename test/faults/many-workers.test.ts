import { expect, it } from '@jest/globals';
import { SEND_WITHIN_MS } from '../../src/infrastructure/config/index.js';
import { expectOnce, expectOnTime } from '../support/faults/exactly-once.js';
import { TIMING } from '../support/faults/fault-world.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

const WAVE = 20;

onBothQueues('workers of one deployment', (queue) => {
  it.concurrent(
    'that race for a wave whose every alarm is set three times send each post once, and on time',
    inWorld(queue, async (world) => {
      const workers = await Promise.all([world.startWorker(), world.startWorker()]);
      const posts = await world.postsWithAlarms(WAVE, ['once', 'twice', 'thrice'], { dueInMs: 5_000 });
      await expectOnTime(world, posts);
      const names = workers.map(({ workerName }) => workerName);
      for (const post of posts) {
        const [attempt] = await world.attempts(post);
        expect(names).toContain(attempt?.claimedBy);
      }
    }),
  );

  it.concurrent(
    'take a whole wave over from one that was killed in the middle of it',
    inWorld(queue, async (world) => {
      const worker = await world.startWorker();
      const posts = await world.posts(WAVE, { dueInMs: 4_500 });
      posts.forEach((post, index) => {
        if (index % 4 === 1) world.fault(post, { kind: 'hold', at: 'before-commit', times: 1 });
        if (index % 4 === 2) world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
      });
      await Promise.all(posts.map((post) => world.request(post, 'arrived')));
      await worker.kill();
      world.sandbox.faults.breakHolds();
      await world.startWorker();
      for (const post of posts) await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'take an armed post over from one whose event loop stands still beyond its lock, and it comes back to nothing',
    inWorld(queue, async (world) => {
      const frozen = await world.startWorker();
      const post = await world.post();
      await world.armed(post);
      frozen.freeze();
      const other = await world.startWorker();
      await expectOnce(world, post);
      expect(await world.attempts(post)).toMatchObject([{ claimedBy: other.workerName }]);
      frozen.thaw();
      await other.kill();
      const later = await world.post();
      await expectOnce(world, later);
      expect(await world.attempts(later)).toMatchObject([{ claimedBy: frozen.workerName }]);
      await expectOnce(world, post);
    }),
  );

  it.concurrent(
    'never send on a claim that grew old while their event loop stood still',
    inWorld(queue, async (world) => {
      const frozen = await world.startWorker();
      const post = await world.post();
      await world.claimed(post);
      frozen.freeze();
      await world.reached(post.dueAt - TIMING.claimLeadMs + SEND_WITHIN_MS + 300);
      frozen.thaw();
      await expectOnce(world, post);
      const [first, ...others] = await world.attempts(post);
      expect(first).toMatchObject({ state: 'not-sent', sentAt: null });
      expect(first?.detail).toContain('held up');
      expect(others).toMatchObject([{ state: 'published' }]);
    }),
  );

  it.concurrent(
    'leave an answer that came while their event loop stood still to whoever looked for it meanwhile',
    inWorld(queue, async (world) => {
      const frozen = await world.startWorker();
      const post = await world.post();
      world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
      await world.request(post, 'committed');
      frozen.freeze();
      world.sandbox.faults.release();
      await world.startWorker();
      await expectOnce(world, post);
      frozen.thaw();
      const later = await world.post();
      await expectOnce(world, later);
      await expectOnce(world, post);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
    }),
  );
});
