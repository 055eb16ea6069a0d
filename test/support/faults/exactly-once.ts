import { expect } from '@jest/globals';
import type { FaultPost } from './fault-posts.js';
import type { FaultWorld } from './fault-world.js';

/** The network reads the machine's clock, the database its own reading of it, each to the millisecond. */
const READING_MS = 5;

/**
 * What every fault must leave behind: the ledger and the network tell the same, nothing stands twice, and a post
 * that is not wholly live says why.
 */
export async function expectOnce(world: FaultWorld, post: FaultPost, status = 'published'): Promise<void> {
  await world.stands(post, status);
  const row = await world.row(post);
  const live = world.live(post);
  const publications = await world.ledger
    .selectFrom('publication')
    .selectAll()
    .where('postId', '=', post.id)
    .orderBy('part')
    .execute();
  const expectedParts = status === 'published' ? post.texts.length : publications.length;
  expect(live.map(({ text }) => text)).toEqual(post.texts.slice(0, expectedParts));
  expect(publications.map(({ remoteId }) => remoteId)).toEqual(live.map(({ id }) => id));
  expect(publications.map(({ part }) => part)).toEqual(live.map((_, part) => part));
  expect(live.map(({ replyTo }) => replyTo)).toEqual(
    live.map((_, part) => (part === 0 ? null : { root: live[0]?.id, parent: live[part - 1]?.id })),
  );
  const attempts = await world.attempts(post);
  const published = attempts.filter(({ state }) => state === 'published');
  expect(published.map(({ id }) => id).sort()).toEqual(publications.map(({ attemptId }) => attemptId).sort());
  expect(attempts.filter(({ state }) => state === 'open')).toEqual([]);
  for (const { sentAt } of attempts) if (sentAt !== null) expect(sentAt).toBeGreaterThanOrEqual(post.dueAt);
  for (const { publishedAt } of live) expect(publishedAt).toBeGreaterThanOrEqual(post.dueAt - READING_MS);
  if (status !== 'published') expect(row.reason).not.toBeNull();
}

/**
 * More than a busy machine needs, and less than what a clock that is wrong by 5 s, or an alarm that nobody set again,
 * would cost: that posts leave at their instant is tested, how exactly is measured (bench/).
 */
const ON_TIME_MS = 3_500;

/** Each post appeared at its instant or at most so many milliseconds after it, in one call. */
export async function expectOnTime(
  world: FaultWorld,
  posts: readonly FaultPost[],
  excusedMs = 0,
): Promise<void> {
  for (const ms of await latenesses(world, posts)) expect(ms).toBeLessThan(excusedMs + ON_TIME_MS);
}

/** By how much each post appeared after its instant, by the network's clock, in milliseconds. */
async function latenesses(world: FaultWorld, posts: readonly FaultPost[]): Promise<number[]> {
  return Promise.all(
    posts.map(async (post) => {
      await expectOnce(world, post);
      const called = (await world.attempts(post)).filter(({ sentAt }) => sentAt !== null);
      expect(called).toHaveLength(1);
      return (world.live(post)[0]?.publishedAt ?? Infinity) - post.dueAt;
    }),
  );
}
