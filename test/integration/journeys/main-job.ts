import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, type Setting } from './journey.js';

export const FIVE_WAVES = [
  { name: 'Two weeks', timing: { kind: 'days', days: -14, time: '10:00' }, spreadSeconds: 120 },
  { name: 'One week', timing: { kind: 'days', days: -7, time: '12:00' }, spreadSeconds: 60 },
  {
    name: 'The eve',
    timing: { kind: 'days', days: -1, time: '18:00' },
    together: true,
    templates: ['countdown'],
  },
  {
    name: 'Hearing day',
    timing: { kind: 'days', days: 0, time: '08:00' },
    together: true,
    templates: ['hearing-day'],
  },
  {
    name: 'At length',
    timing: { kind: 'minutes', minutes: -60 },
    together: true,
    templates: ['quotation-thread', 'fact'],
  },
];

const START = '2026-03-01T15:00:00Z';

/** The main job from release to published posts, on one queue backend; `redisUrl` answers null for PostgreSQL. */
export function describeMainJob(
  backend: string,
  redisUrl: () => string | null,
  settingOf: () => Setting,
): void {
  describe(`the main job on ${backend}`, () => {
    let chorus: TestChorus;
    let journey: Journey;

    beforeAll(async () => {
      chorus = await TestChorus.start(redisUrl(), START);
      journey = await Journey.begin(chorus, settingOf());
    });
    afterAll(() => chorus.close());

    it('makes one post per account and wave, and the same request again makes none', async () => {
      const setting = settingOf();
      const cells = setting.organizations.length * setting.accountsEach * setting.waves.length;
      const first = await journey.generate();
      expect(first.empty).toEqual([]);
      expect(first).toMatchObject({ made: cells, kept: 0 });
      expect(await journey.generate()).toMatchObject({ made: 0, kept: cells });
    });

    it('publishes every approved post once, byte for byte as approved, and on time', async () => {
      await journey.approveAll();
      const approved = await journey.posts('&status=approved');
      await chorus.runUntil('2026-03-24T15:00:00Z');

      const published = await journey.posts();
      expect(new Set(published.map(({ status, reason }) => `${status} ${reason}`))).toEqual(
        new Set(['published null']),
      );
      const byAccount = Map.groupBy(approved, ({ account }) => account);
      for (const [account, posts] of byAccount) {
        const live = chorus.sandbox.livePosts(account).map(({ text }) => text);
        const expected = posts.flatMap(({ parts }) => parts.map(({ text }) => text));
        expect([...live].sort()).toEqual([...expected].sort());
      }
      const attempts = await chorus.ledger.selectFrom('attempt').select(['state']).execute();
      expect(new Set(attempts.map(({ state }) => state))).toEqual(new Set(['published']));
      expect(attempts).toHaveLength(approved.flatMap(({ parts }) => parts).length);
    });

    it('sent no part before its instant, and each within its grace', async () => {
      const rows = await chorus.ledger
        .selectFrom('publication')
        .innerJoin('post', 'post.id', 'publication.postId')
        .select(['publication.publishedAt', 'publication.part', 'post.plannedAt'])
        .execute();
      for (const { publishedAt, plannedAt } of rows) {
        expect(publishedAt).toBeGreaterThanOrEqual(plannedAt ?? Infinity);
        expect(publishedAt - (plannedAt ?? 0)).toBeLessThan(1_000);
      }
    });
  });
}
