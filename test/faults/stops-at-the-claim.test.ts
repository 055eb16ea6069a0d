import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { MoveRepository } from '../../src/features/posts/index.js';
import { takeGateExclusively } from '../../src/infrastructure/database/gate.js';
import type { LedgerTransaction } from '../../src/infrastructure/database/ledger.js';
import { eventually } from '../support/eventually.js';
import type { ChorusProcess } from '../support/faults/chorus-process.js';
import { expectOnce } from '../support/faults/exactly-once.js';
import type { FaultPost } from '../support/faults/fault-posts.js';
import { FaultWorld, TIMING } from '../support/faults/fault-world.js';
import { onBothQueues } from '../support/faults/on-both-queues.js';
import { expectUnsent, MOVED_BY_MS, type People, startWithPeople } from '../support/faults/people.js';

onBothQueues('at the claim of a post', (queue) => {
  let world: FaultWorld;
  let people: People;
  let worker: ChorusProcess;
  beforeAll(async () => {
    world = await FaultWorld.start(queue);
    ({ people, worker } = await startWithPeople(world));
  });
  afterAll(() => world.close());

  /** Somebody waits for the gate. */
  const gateIsWaitedFor = (): Promise<unknown> =>
    eventually('a claim that waits at the gate', async () => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(
        world.ledger,
      );
      return rows.length > 0;
    });

  /** Changes the post in a transaction that holds its row over the time at which it is to be claimed. */
  const changeOverTheClaim = async (
    post: FaultPost,
    change: (trx: LedgerTransaction, revision: number) => Promise<unknown>,
  ): Promise<void> => {
    await world.armed(post);
    await world.ledger.transaction().execute(async (trx) => {
      const { revision } = await trx
        .selectFrom('post')
        .select('revision')
        .where('id', '=', post.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      await world.reached(post.dueAt - TIMING.claimLeadMs + 200);
      await change(trx, revision);
    });
  };

  it('a pause that the claim waits for at the gate keeps it from being claimed', async () => {
    const post = await world.post();
    await world.armed(post);
    await world.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      await trx
        .insertInto('pause')
        .values({
          scope: 'account',
          scopeId: post.accountId,
          reason: 'wait for the lawyers',
          pausedBy: 'Noor',
          pausedAt: new Date(),
        })
        .execute();
      await gateIsWaitedFor();
    });
    await expectUnsent(world, post, 'approved');
    expect(await world.attempts(post)).toEqual([]);
  });

  it('a withdrawal that the claim waits for keeps it from being claimed', async () => {
    const post = await world.post();
    await world.armed(post);
    let withdrawal: Promise<unknown> | undefined;
    await world.ledger.transaction().execute(async (trx) => {
      await trx.selectFrom('post').select('id').where('id', '=', post.id).forUpdate().execute();
      // The withdrawal closes the gate and waits for the row; the claim waits for the gate.
      withdrawal = people.withdraw(post);
      await gateIsWaitedFor();
    });
    expect(await withdrawal).toMatchObject({ status: 200, body: { withdrawn: true } });
    await expectUnsent(world, post, 'proposed');
    expect(await world.attempts(post)).toEqual([]);
  });

  it('an edit under way keeps it from being claimed', async () => {
    const post = await world.post();
    await changeOverTheClaim(post, (trx, revision) =>
      new MoveRepository().move(
        trx,
        [{ id: post.id, from: 'approved', revision, to: 'proposed', reason: 'edited', raiseRevision: true }],
        post.dueAt,
      ),
    );
    await expectUnsent(world, post, 'proposed');
    expect(await world.attempts(post)).toEqual([]);
  });

  it('a hearing that is being moved keeps it from being claimed before its new instant', async () => {
    const post = await world.post();
    const dueAt = post.dueAt + MOVED_BY_MS;
    await changeOverTheClaim(post, async (trx, revision) => {
      await trx
        .updateTable('post')
        .set({ plannedAt: new Date(dueAt) })
        .where('id', '=', post.id)
        .execute();
      const stays = { id: post.id, from: 'approved', revision, to: 'approved' } as const;
      await new MoveRepository().move(trx, [{ ...stays, dueAt, raiseRevision: true }], post.dueAt);
    });
    await expectUnsent(world, post, 'approved');
    expect(await world.row(post)).toMatchObject({ dueAt });
    expect(await world.attempts(post)).toEqual([]);
  });

  it('a pause committed after it and before the send holds the post back', async () => {
    // A worker that has sent before knows the pauses by heart, and must hear of this one.
    const before = await world.post();
    await world.stands(before, 'published');
    const post = await world.post();
    await world.claimed(post);
    // Its instant comes while it stands still, so news of the pause and the time to send reach it together.
    worker.freeze();
    const { id, onTheWire } = await people.pause('campaign', post);
    expect(onTheWire).toBe(1);
    // On a busy machine the news may be on its way to the worker for a moment yet.
    await world.reached(Math.max(post.dueAt + 100, (await world.now()) + 500));
    worker.thaw();
    await expectUnsent(world, post, 'missed');
    expect((await world.row(post)).reason).toContain('wait for the lawyers');
    expect(await world.attempts(post)).toMatchObject([{ state: 'not-sent', sentAt: null }]);
    expect(await people.resume(id)).toBe(0);
    await expectUnsent(world, post, 'missed');
  });

  it('an edit after it is refused, and the approved words leave', async () => {
    const post = await world.post();
    await world.claimed(post);
    expect(await people.edit(post, 'Other words.')).toMatchObject({
      status: 409,
      body: { code: 'post-not-editable' },
    });
    await expectOnce(world, post);
  });

  it('a hearing moved after it does not recall the post, and says so', async () => {
    const post = await world.post();
    await world.claimed(post);
    worker.freeze();
    const moved = await people.moveHearing(post);
    worker.thaw();
    expect(moved).toMatchObject({ status: 200, body: { effect: { moved: 0, inFlight: 1 } } });
    await expectOnce(world, post);
  });

  it('a withdrawal after it is told that the post is on the wire, and lets no further part of a thread go', async () => {
    const post = await world.post({ parts: 3 });
    world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
    await world.request(post, 'committed');
    expect(await people.withdraw(post)).toMatchObject({
      status: 200,
      body: { withdrawn: true, onTheWire: true },
    });
    world.sandbox.faults.release();
    await eventually('the thread stands stopped', async () => (await world.row(post)).reason);
    await expectOnce(world, post, 'partly-published');
    expect(world.live(post)).toHaveLength(1);
  });

  it('a pause inside a thread lets no further part go, also after it ended', async () => {
    const post = await world.post({ parts: 3 });
    world.fault(post, { kind: 'hold', at: 'after-commit', times: 1 });
    await world.request(post, 'committed');
    const { id } = await people.pause('account', post);
    world.sandbox.faults.release();
    await world.stands(post, 'partly-published');
    expect(await people.resume(id)).toBe(1);
    await expectOnce(world, post, 'partly-published');
    expect(world.live(post)).toHaveLength(1);
  });
});
