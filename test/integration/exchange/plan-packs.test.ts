import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { Journey, ONE_SPEAKER } from '../journeys/journey.js';

const pack = (outcome: string) => ({
  name: `If ${outcome}`,
  timing: { event: 'decided', kind: 'minutes', minutes: 10 },
  outcome,
});

describe('the printed plan of a campaign with packs for each outcome', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [pack('won'), pack('lost')],
    });
  });
  afterAll(() => chorus.close());

  const rows = async () => {
    const { body } = await chorus.app.get<{ base64: string }>(
      `/api/campaigns/${journey.campaignId}/plan.html?as=json`,
    );
    const page = Buffer.from(body.base64, 'base64').toString('utf8');
    return [...page.matchAll(/<a href="#wave-\d+">([^<]+)<\/a><\/th>\s*<td class="label">([^<]+)</g)].map(
      ([, name, when]) => [name, when],
    );
  };

  it('says which outcome each is for, and gives a time to that of the outcome alone', async () => {
    expect(await rows()).toEqual(
      expect.arrayContaining([
        ['If won', 'no date yet (10 minutes after the decision, if won)'],
        ['If lost', 'no date yet (10 minutes after the decision, if lost)'],
      ]),
    );
    chorus.clock.set('2026-03-24T16:00:00Z');
    await journey.reportHearing({ status: 'argued' });
    const decision = `campaigns/${journey.campaignId}/decision`;
    await journey.call('POST', decision, { outcome: 'won', source: 'the court', by: 'Noor' });
    await journey.call('POST', `${decision}/confirmation`, { outcome: 'won', by: 'Ada' });
    const after = new Map((await rows()).map(([name, when]) => [name, when]));
    expect(after.get('If won')).toMatch(/^Tuesday, March 24, 2026, at 12:10 PM EDT$/);
    expect(after.get('If lost')).toBe('no date yet (10 minutes after the decision, if lost)');
  });
});
