import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { expectOnce } from '../support/faults/exactly-once.js';
import type { FaultPost } from '../support/faults/fault-posts.js';
import { FaultWorld, TIMING } from '../support/faults/fault-world.js';
import { onBothQueues } from '../support/faults/on-both-queues.js';
import type { FaultInput } from '../../src/sandbox/index.js';

interface Case {
  readonly title: string;
  readonly faults: readonly FaultInput[];
  /** The attempts that the ledger holds at the end, in their order. */
  readonly attempts: readonly string[];
  /** Requests that publish, as the network saw them arrive. */
  readonly requests: number;
  /** The last try comes this much after the first, at least. */
  readonly apartMs?: number;
}

const SETTLED: readonly Case[] = [
  {
    title: 'lost after the network took the post: it is adopted and not sent again',
    faults: [{ kind: 'answer-lost', times: 1 }],
    attempts: ['published'],
    requests: 1,
  },
  {
    title: 'cut in its body: the post is adopted and not sent again',
    faults: [{ kind: 'cut-body', times: 1 }],
    attempts: ['published'],
    requests: 1,
  },
  {
    title: 'a server error although the post was taken: it is adopted and not sent again',
    faults: [{ kind: 'server-error', at: 'after-commit', times: 1 }],
    attempts: ['published'],
    requests: 1,
  },
  {
    title: 'a server error and nothing taken: the post is found absent and sent afresh',
    faults: [{ kind: 'server-error', at: 'before-commit', times: 1 }],
    attempts: ['absent', 'published'],
    requests: 2,
  },
  {
    title: 'a broken connection before anything was taken: the post is found absent and sent afresh',
    faults: [{ kind: 'reset-before-commit', times: 1 }],
    attempts: ['absent', 'published'],
    requests: 2,
  },
  {
    title: 'slower than the time limit: the post is adopted and not sent again',
    faults: [{ kind: 'slow', at: 'before-commit', delayMs: TIMING.requestLimitMs + 300, times: 1 }],
    attempts: ['published'],
    requests: 1,
  },
  {
    title: 'a rate limit with its end: the post waits as long, uncounted, and is sent',
    faults: [{ kind: 'rate-limited', retryAfterSeconds: 2, times: 1 }],
    attempts: ['deferred', 'published'],
    requests: 2,
    apartMs: 2_000,
  },
  {
    title: 'a revoked token: nothing was sent, and it is tried again',
    faults: [{ kind: 'unauthorized', times: 1 }],
    attempts: ['not-sent', 'published'],
    requests: 2,
  },
  {
    title: 'lost, from a network that keeps no keys: the post is found by its words',
    faults: [{ kind: 'idempotency-off' }, { kind: 'answer-lost', times: 1 }],
    attempts: ['published'],
    requests: 1,
  },
];

/** All are due at the same instant, so the whole suite takes as long as its slowest answer. */
onBothQueues('an answer of the network', (queue) => {
  let world: FaultWorld;
  let posts: readonly FaultPost[];
  let refused: FaultPost;
  let unsure: FaultPost;
  beforeAll(async () => {
    world = await FaultWorld.start(queue);
    await world.startWorker();
    posts = await world.posts(SETTLED.length + 2, { dueInMs: 4_500 });
    SETTLED.forEach(({ faults }, index) => {
      for (const fault of faults) world.fault(nth(index), fault);
    });
    refused = nth(SETTLED.length);
    world.fault(refused, { kind: 'refuse', reason: 'These words are not allowed here.' });
    unsure = nth(SETTLED.length + 1);
    world.fault(unsure, { kind: 'idempotency-off' });
    world.fault(unsure, { kind: 'reset-before-commit', times: 1 });
  });
  afterAll(() => world.close());

  const nth = (index: number): FaultPost => {
    const post = posts[index];
    if (post === undefined) throw new Error(`There is no post ${index}.`);
    return post;
  };

  SETTLED.forEach(({ title, attempts, requests, apartMs = 0 }, index) => {
    it(`is ${title}`, async () => {
      const post = nth(index);
      await expectOnce(world, post);
      const tried = await world.attempts(post);
      expect(tried.map(({ state }) => state)).toEqual(attempts);
      expect(world.requests(post, 'arrived', 'create-post')).toBe(requests);
      const [first, last] = [tried.at(0)?.sentAt ?? 0, tried.at(-1)?.sentAt ?? 0];
      expect(last - first).toBeGreaterThanOrEqual(apartMs);
    });
  });

  it('is a refusal: the post stands rejected with the network’s reason and is never sent again', async () => {
    await expectOnce(world, refused, 'rejected');
    expect((await world.row(refused)).reason).toContain('These words are not allowed here.');
    expect(world.requests(refused, 'arrived', 'create-post')).toBe(1);
  });

  it('is lost, from a network that keeps no keys and does not show the post: it stays unknown, with the evidence, and is never sent again', async () => {
    await expectOnce(world, unsure, 'unknown');
    // Looking twice changes nothing: absence is never sure there.
    await world.request(unsure, 'answered', 'read-timeline', 2);
    await eventually('the evidence of the timeline', async () =>
      (await world.row(unsure)).reason?.includes('none reads like this one'),
    );
    await expectOnce(world, unsure, 'unknown');
    expect(world.requests(unsure, 'arrived', 'create-post')).toBe(1);
    expect(await world.attempts(unsure)).toMatchObject([{ state: 'unknown' }]);
  });
});
