import { expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { CommitCutter } from '../support/faults/commit-cutter.js';
import { expectOnce } from '../support/faults/exactly-once.js';
import { inWorld, onBothQueues } from '../support/faults/on-both-queues.js';

const CLAIM = /insert into attempt/i;
const RECORD = /insert into "?publication"?/i;

onBothQueues('PostgreSQL', (queue) => {
  it.concurrent(
    'restarted while posts are armed: they leave once, when it is back',
    inWorld(
      queue,
      async (world) => {
        await world.startWorker();
        const posts = await world.posts(3);
        await Promise.all(posts.map((post) => world.armed(post)));
        await world.postgres.restart();
        for (const post of posts) await expectOnce(world, post);
      },
      { privatePostgres: true },
    ),
  );

  it.concurrent(
    'restarted while posts are sent: what the network took is recorded once, when it is back',
    inWorld(
      queue,
      async (world) => {
        await world.startWorker();
        const posts = await world.posts(3);
        for (const post of posts) world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
        await Promise.all(posts.map((post) => world.request(post, 'committed')));
        const restarted = world.postgres.restart();
        world.sandbox.faults.release();
        await restarted;
        for (const post of posts) {
          await expectOnce(world, post);
          expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
        }
      },
      { privatePostgres: true },
    ),
  );

  it.concurrent(
    'restarted while a thread is sent: the thread is finished in its order',
    inWorld(
      queue,
      async (world) => {
        await world.startWorker();
        const post = await world.post({ parts: 3 });
        world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
        await world.request(post, 'committed');
        const restarted = world.postgres.restart();
        world.sandbox.faults.release();
        await restarted;
        await expectOnce(world, post);
      },
      { privatePostgres: true },
    ),
  );

  it.concurrent(
    'lost between the claim and COMMIT’s answer: nothing is sent on it; it is found absent and claimed afresh',
    inWorld(queue, async (world) => {
      const cutter = await CommitCutter.start(world.databaseUrl);
      try {
        await world.startWorker({ databaseUrl: cutter.databaseUrl });
        const post = await world.post();
        await cutter.cutNext('commit-answered', CLAIM);
        expect(await world.attempts(post)).toMatchObject([{ state: 'open' }]);
        await eventually('the attempt is found absent', async () =>
          (await world.attempts(post)).some(({ state }) => state === 'absent'),
        );
        await expectOnce(world, post);
        expect((await world.attempts(post)).map(({ state }) => state)).toEqual(['absent', 'published']);
        expect(world.requests(post, 'arrived', 'create-post')).toBe(1);
      } finally {
        await cutter.close();
      }
    }),
  );

  it.concurrent(
    'lost before the claim’s COMMIT: the claim does not stand, and the post is claimed anew',
    inWorld(queue, async (world) => {
      const cutter = await CommitCutter.start(world.databaseUrl);
      try {
        await world.startWorker({ databaseUrl: cutter.databaseUrl });
        const post = await world.post();
        await cutter.cutNext('before-commit', CLAIM);
        await expectOnce(world, post);
        expect((await world.attempts(post)).map(({ state }) => state)).toEqual(['published']);
      } finally {
        await cutter.close();
      }
    }),
  );

  it.concurrent(
    'lost at a claim whose network keeps no keys: the post stays unknown, and is never sent',
    inWorld(queue, async (world) => {
      const cutter = await CommitCutter.start(world.databaseUrl);
      try {
        await world.startWorker({ databaseUrl: cutter.databaseUrl });
        const post = await world.post();
        world.fault(post, { kind: 'idempotency-off' });
        await cutter.cutNext('commit-answered', CLAIM);
        await expectOnce(world, post, 'unknown');
        expect(world.requests(post, 'arrived', 'create-post')).toBe(0);
      } finally {
        await cutter.close();
      }
    }),
  );

  for (const cut of ['before-commit', 'commit-answered'] as const) {
    it.concurrent(
      `lost while an outcome is recorded (${cut}): it is recorded once`,
      inWorld(queue, async (world) => {
        const cutter = await CommitCutter.start(world.databaseUrl);
        try {
          await world.startWorker({ databaseUrl: cutter.databaseUrl });
          const post = await world.post({ parts: 2 });
          await cutter.cutNext(cut, RECORD);
          await expectOnce(world, post);
          expect(await world.attempts(post)).toHaveLength(2);
        } finally {
          await cutter.close();
        }
      }),
    );
  }
});
