import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followNews } from '../../../src/assembly/worker-news.js';
import { TestChorus } from '../../support/chorus.js';
import { eventually } from '../../support/eventually.js';
import { A_WEEK_BEFORE, Journey, ONE_SPEAKER } from '../journeys/journey.js';

describe('a hearing that moves so near that a wave leaves before the next sweep', () => {
  let chorus: TestChorus;
  let journey: Journey;
  let stopListening: () => Promise<void>;

  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    stopListening = await followNews(chorus.app.nest, chorus.databaseUrl);
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
    await journey.approveAll();
  });
  afterAll(async () => {
    await stopListening();
    await chorus.close();
  });

  it('sets the posts’ alarms at its commit', async () => {
    await journey.reportHearing({ date: '2026-03-08' });
    const post = await eventually('an alarm is set', async () => {
      const row = await chorus.ledger.selectFrom('post').selectAll().executeTakeFirstOrThrow();
      return row.queuedAt === null ? null : row;
    });
    expect(post).toMatchObject({ status: 'approved', dueAt: Date.parse('2026-03-01T17:00:00Z') });
  });
});
