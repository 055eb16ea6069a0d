import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleaseAnswer } from '../../../src/contract/releases.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, Journey, ONE_SPEAKER } from './journey.js';

describe('a post that waits because a statement in it was changed', () => {
  let chorus: TestChorus;
  let journey: Journey;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
    await journey.approveAll();
    const release = await journey.call<ReleaseAnswer>('GET', `releases/${journey.releaseId}`);
    for (const { id } of release.statements) {
      await journey.call('PATCH', `statements/${id}`, { by: 'Coordinator', role: 'Chair' });
    }
  });
  afterAll(() => chorus.close());

  it('still says so when the hearing moves', async () => {
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      reason: expect.stringMatching(/^statement-changed/),
    });
    await journey.reportHearing({ date: '2026-03-25' });
    expect(await journey.onePost()).toMatchObject({
      status: 'proposed',
      plannedAt: '2026-03-18T16:00:00.000Z',
      reason: expect.stringMatching(/^statement-changed/),
    });
  });

  it('still says so when nobody approved it in time', async () => {
    await chorus.runUntil('2026-03-19T16:00:00Z');
    expect(await journey.onePost()).toMatchObject({
      status: 'missed',
      reason: expect.stringMatching(/^not-approved: .* Before that: statement-changed/),
    });
  });
});
