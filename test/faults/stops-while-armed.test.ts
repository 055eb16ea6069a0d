import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FaultWorld } from '../support/faults/fault-world.js';
import { onBothQueues } from '../support/faults/on-both-queues.js';
import { expectUnsent, MOVED_BY_MS, type People, startWithPeople } from '../support/faults/people.js';

onBothQueues('a post that is armed', (queue) => {
  let world: FaultWorld;
  let people: People;
  beforeAll(async () => {
    world = await FaultWorld.start(queue);
    ({ people } = await startWithPeople(world));
  });
  afterAll(() => world.close());

  it.each(['everything', 'campaign', 'account'] as const)(
    'does not leave once %s is paused, and is missed, not sent, when that ends',
    async (scope) => {
      const post = await world.post();
      await world.armed(post);
      const { id, onTheWire } = await people.pause(scope, post);
      expect(onTheWire).toBe(0);
      await expectUnsent(world, post, 'approved');
      expect(await people.resume(id)).toBe(1);
      await world.stands(post, 'missed');
      expect((await world.row(post)).reason).toContain('wait for the lawyers');
      // A post that is due after the pause leaves; what came due during it does not follow.
      const later = await world.post();
      await world.stands(later, 'published');
      await expectUnsent(world, post, 'missed');
    },
  );

  it('leaves at its instant when a pause ends before it', async () => {
    const post = await world.post();
    await world.armed(post);
    const { id } = await people.pause('account', post);
    expect(await people.resume(id)).toBe(0);
    await world.stands(post, 'published');
    expect(world.live(post)).toHaveLength(1);
  });

  it('does not leave once it is edited', async () => {
    const post = await world.post();
    await world.armed(post);
    expect(await people.edit(post, 'Other words.')).toMatchObject({ status: 200 });
    await expectUnsent(world, post, 'proposed');
  });

  it('does not leave once its approval is withdrawn', async () => {
    const post = await world.post();
    await world.armed(post);
    expect(await people.withdraw(post)).toMatchObject({ status: 200, body: { withdrawn: true } });
    await expectUnsent(world, post, 'proposed');
  });

  it('does not leave once the hearing is moved, and waits for its new instant', async () => {
    const post = await world.post();
    await world.armed(post);
    expect(await people.moveHearing(post)).toMatchObject({ status: 200, body: { effect: { moved: 1 } } });
    await expectUnsent(world, post, 'approved');
    expect(await world.row(post)).toMatchObject({ dueAt: post.dueAt + MOVED_BY_MS });
  });
});
