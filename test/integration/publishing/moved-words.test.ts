import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, ONE_SPEAKER } from '../journeys/journey.js';

/** A day that the hearing of March 24 gives to the post instead of its wave's. */
const CHOSEN_AT = '2026-03-20T15:00:00.000Z';

describe('words that name the date of a hearing that moves', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [
        { name: 'The eve', timing: { kind: 'days', days: -1, time: '18:00' }, templates: ['countdown'] },
      ],
    });
    await journey.generate();
  });
  afterAll(() => chorus.close());

  it('are approved again where a person wrote them, since nobody else can change them', async () => {
    const post = await journey.postOf('partner-1-1');
    const parts = [{ segments: [{ kind: 'text', text: 'Join us on March 24.' }], pictures: [] }];
    await journey.call('PUT', `posts/${post.id}/parts`, { parts, revision: post.revision, by: 'Partner' });
    await journey.approveAll();
    await journey.reportHearing({ date: '2026-03-31' });
    const moved = await journey.postOf('partner-1-1');
    expect(moved).toMatchObject({ status: 'proposed', plannedAt: '2026-03-30T22:00:00.000Z' });
    expect(moved.reason).toContain('old date');
  });

  it('are approved again where a person chose the time, which stays', async () => {
    const { id } = await journey.postOf('partner-2-1');
    await journey.call('PUT', `posts/${id}/time`, { plannedAt: CHOSEN_AT, by: 'Coordinator' });
    await journey.approveAll();
    await journey.reportHearing({ date: '2026-04-02' });
    const after = await journey.postOf('partner-2-1');
    expect(after).toMatchObject({ status: 'proposed', plannedAt: CHOSEN_AT });
    expect(after.reason).toContain('old date');
  });

  it('do not leave at a time that a person chose while the hearing has no date', async () => {
    await journey.approveAll();
    await journey.reportHearing({ status: 'unannounced' });
    await chorus.runUntil(Date.parse(CHOSEN_AT) + 60_000);
    expect(await journey.postOf('partner-2-1')).toMatchObject({ status: 'proposed', plannedAt: CHOSEN_AT });
    expect(chorus.sandbox.livePosts('partner-2-1')).toEqual([]);
  });
});
