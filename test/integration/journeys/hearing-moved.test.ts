import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, TWO_SPEAKERS } from './journey.js';

interface Effect {
  readonly effect: { moved: number; lostApproval: number; missed: number; waiting: number; inFlight: number };
}

describe('a hearing that moves', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [
        {
          name: 'Two weeks',
          timing: { kind: 'days', days: -14, time: '10:00' },
          together: true,
          templates: ['quotation'],
        },
        {
          name: 'The eve',
          timing: { kind: 'days', days: -1, time: '18:00' },
          together: true,
          templates: ['countdown'],
        },
      ],
    });
    await journey.generate();
  });
  afterAll(() => chorus.close());

  const moveTo = (date: string): Promise<Effect> => journey.reportHearing({ date });

  const instants = async (): Promise<readonly string[]> =>
    [...new Set((await journey.posts()).map(({ plannedAt }) => String(plannedAt)))].sort();

  it('moves every unsent post, and those approved to follow it stay approved', async () => {
    await journey.approveAll();
    const { effect } = await moveTo('2026-03-31');
    expect(effect).toMatchObject({ moved: 4, lostApproval: 0, missed: 0, waiting: 0, inFlight: 0 });
    expect(await instants()).toEqual(['2026-03-17T14:00:00.000Z', '2026-03-30T22:00:00.000Z']);
    expect(new Set((await journey.posts()).map(({ status }) => status))).toEqual(new Set(['approved']));
  });

  it('takes the approval from those that move further than was approved', async () => {
    for (const post of await journey.posts()) {
      const withdrawal = { organizationId: post.organizationId, by: 'Approver' };
      await journey.call('POST', `posts/${post.id}/approvals/withdrawal`, withdrawal);
    }
    await journey.approveAll({ kind: 'minutes', minutes: 60 });
    const { effect } = await moveTo('2026-04-01');
    expect(effect).toMatchObject({ moved: 4, lostApproval: 4 });
    expect(new Set((await journey.posts()).map(({ status }) => status))).toEqual(new Set(['proposed']));
  });

  it('misses those whose new instant has passed, and sends the others at their new one', async () => {
    await journey.approveAll();
    const { effect } = await moveTo('2026-03-10');
    expect(effect).toMatchObject({ moved: 4, missed: 2 });
    await chorus.runUntil('2026-03-09T21:59:59Z');
    expect(chorus.sandbox.livePosts('partner-1-1')).toHaveLength(0);
    await chorus.runUntil('2026-03-09T22:00:01Z');
    expect(chorus.sandbox.livePosts('partner-1-1')).toHaveLength(1);
    expect(chorus.sandbox.livePosts('partner-2-1')).toHaveLength(1);
    const statuses = (await journey.posts()).map(({ status }) => status).sort();
    expect(statuses).toEqual(['missed', 'missed', 'published', 'published']);
  });
});
