import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { eventually } from '../support/eventually.js';
import { expectOnce } from '../support/faults/exactly-once.js';
import type { FaultPost } from '../support/faults/fault-posts.js';
import { type FaultSource, writeSource } from '../support/faults/fault-sources.js';
import { FaultWorld } from '../support/faults/fault-world.js';
import { onBothQueues } from '../support/faults/on-both-queues.js';
import { expectUnsent, type People, startWithPeople } from '../support/faults/people.js';

onBothQueues('at the claim of a post that quotes somebody', (queue) => {
  let world: FaultWorld;
  let people: People;
  beforeAll(async () => {
    world = await FaultWorld.start(queue);
    ({ people } = await startWithPeople(world));
  });
  afterAll(() => world.close());

  const gateIsWaitedFor = (): Promise<unknown> =>
    eventually('a claim that waits at the gate', async () => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(
        world.ledger,
      );
      return rows.length > 0;
    });

  const ways = [
    ['a consent that is withdrawn', (source: FaultSource) => people.withdrawConsent(source)],
    ['an embargo that is set', (source: FaultSource, post: FaultPost) => people.embargo(source, post)],
    ['a release that is corrected', (source: FaultSource) => people.correct(source)],
  ] as const;

  it.each(ways)('%s while the claim waits keeps it from being claimed', async (_, change) => {
    const post = await world.post();
    const source = await writeSource(world.ledger, post);
    await world.armed(post);
    let changed: ReturnType<typeof change> | undefined;
    await world.ledger.transaction().execute(async (trx) => {
      await trx.selectFrom('post').select('id').where('id', '=', post.id).forUpdate().execute();
      // The change closes the gate and waits for the row; the claim waits for the gate.
      changed = change(source, post);
      await gateIsWaitedFor();
    });
    const answer = await changed;
    expect(answer?.status).toBeLessThan(300);
    expect(answer?.body.posts).toMatchObject([{ id: post.id, effect: 'approval-lost' }]);
    await expectUnsent(world, post, 'proposed');
    expect(await world.attempts(post)).toEqual([]);
  });

  it.each(ways)('%s after it does not recall the post, and says so', async (_, change) => {
    const post = await world.post();
    const source = await writeSource(world.ledger, post);
    world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
    await world.request(post, 'committed');
    const answer = await change(source, post);
    expect(answer.body.posts).toMatchObject([{ id: post.id, effect: 'on-the-wire' }]);
    world.sandbox.faults.release();
    await expectOnce(world, post);
  });

  it.each(ways)('%s inside a thread lets no further part go', async (_, change) => {
    const post = await world.post({ parts: 3 });
    const source = await writeSource(world.ledger, post);
    world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
    await world.request(post, 'committed');
    await change(source, post);
    world.sandbox.faults.release();
    await eventually('the thread stands stopped', async () => (await world.row(post)).reason);
    await expectOnce(world, post, 'partly-published');
    expect(world.live(post)).toHaveLength(1);
  });
});
