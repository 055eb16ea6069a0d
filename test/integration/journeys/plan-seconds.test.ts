import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { wavePreview } from '../../../src/contract/wave-preview.js';
import { TestChorus } from '../../support/chorus.js';
import { A_WEEK_BEFORE, A_WEEK_BEFORE_AT, Journey, ONE_SPEAKER } from './journey.js';

let chorus: TestChorus;
beforeEach(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
});
afterEach(() => chorus.close());

async function begin(wave: object): Promise<{ journey: Journey; waveId: string }> {
  const journey = await Journey.begin(chorus, {
    organizations: ['River Alliance', 'Commons Center', 'Delta Friends'],
    accountsEach: 2,
    release: ONE_SPEAKER,
    waves: [{ ...A_WEEK_BEFORE, templates: ['quotation', 'quotation-introduced'], ...wave }],
  });
  const { items } = await journey.call<{ items: { id: string }[] }>(
    'GET',
    `campaigns/${journey.campaignId}/waves`,
  );
  return { journey, waveId: items[0]?.id ?? '' };
}

/** Seconds after the wave's instant, by account. */
async function seconds(journey: Journey): Promise<Readonly<Record<string, number>>> {
  const posts = await journey.posts();
  return Object.fromEntries(
    posts.map(({ account, plannedAt }) => [
      account,
      (Date.parse(plannedAt ?? '') - A_WEEK_BEFORE_AT) / 1_000,
    ]),
  );
}

const accountId = async (handle: string): Promise<string> =>
  (
    await chorus.ledger
      .selectFrom('account')
      .select('id')
      .where('handle', '=', handle)
      .executeTakeFirstOrThrow()
  ).id;

describe('the accounts of a wave', () => {
  it('post one second after the other where no time to spread over was given', async () => {
    const { journey } = await begin({});
    await journey.generate();
    expect(await seconds(journey)).toEqual({
      'partner-1-1': 0,
      'partner-1-2': 1,
      'partner-2-1': 2,
      'partner-2-2': 3,
      'partner-3-1': 4,
      'partner-3-2': 5,
    });
  });
});

describe('the seats of a wave', () => {
  it('stay where they are, whoever opts out or joins, and a move keeps the distances', async () => {
    const { journey, waveId } = await begin({ spreadSeconds: 60 });
    await chorus.app.patch(`/api/accounts/${await accountId('partner-1-2')}`, { optedOut: true });
    await journey.generate();
    const before = await seconds(journey);
    expect(before).toEqual({
      'partner-1-1': 0,
      'partner-2-1': 20,
      'partner-2-2': 30,
      'partner-3-1': 40,
      'partner-3-2': 50,
    });

    await chorus.app.patch(`/api/accounts/${await accountId('partner-1-2')}`, { optedOut: false });
    const { places } = wavePreview.parse(await journey.call('GET', `waves/${waveId}/preview`));
    expect(places.map(({ account }) => account)).toEqual(
      ['1-1', '1-2', '2-1', '2-2', '3-1', '3-2'].map((name) => `partner-${name}`),
    );
    await journey.generate();
    expect(await seconds(journey)).toEqual({ ...before, 'partner-1-2': 10 });

    const organization = journey.organizationIds[0] ?? '';
    for (const n of [3, 4]) {
      await journey.call('POST', `organizations/${organization}/accounts`, {
        network: 'sandbox',
        handle: `partner-1-${n}`,
      });
    }
    await journey.generate();
    const all = await seconds(journey);
    expect(all).toMatchObject({ ...before, 'partner-1-2': 10 });
    expect(new Set(Object.values(all)).size).toBe(8);

    await journey.reportHearing({ date: '2026-03-31' });
    const week = 7 * 86_400;
    expect(await seconds(journey)).toEqual(
      Object.fromEntries(Object.entries(all).map(([account, at]) => [account, at + week])),
    );

    await chorus.app.patch(`/api/waves/${waveId}`, { spreadSeconds: 80 });
    const respread = Object.values(await seconds(journey)).map((at) => at - week);
    expect(respread.toSorted((a, b) => a - b)).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  });

  it('are shared where the wave asks for it, but on X never', async () => {
    const { journey, waveId } = await begin({ together: true });
    await chorus.ledger.updateTable('account').set({ network: 'x' }).where('handle', 'like', '%-2').execute();
    await journey.generate();
    const shared = { 'partner-1-1': 0, 'partner-2-1': 0, 'partner-3-1': 0 };
    expect(await seconds(journey)).toEqual({
      ...shared,
      'partner-1-2': 0,
      'partner-2-2': 1,
      'partner-3-2': 2,
    });
    await chorus.app.patch(`/api/waves/${waveId}`, { together: false });
    expect(new Set(Object.values(await seconds(journey))).size).toBe(6);
  });

  it('are not taken twice when posts are made and the hearing moves at once', async () => {
    const { journey } = await begin({ spreadSeconds: 60 });
    const ids = await Promise.all(['partner-1-1', 'partner-1-2', 'partner-2-1'].map(accountId));
    await Promise.all([
      journey.call('POST', `campaigns/${journey.campaignId}/posts`, { accountIds: ids }),
      journey.call('POST', `campaigns/${journey.campaignId}/posts`, {}),
      journey.reportHearing({ date: '2026-03-31' }),
      journey.call('POST', `campaigns/${journey.campaignId}/posts`, {}),
    ]);
    const at = Object.values(await seconds(journey)).map((one) => one - 7 * 86_400);
    expect(at.toSorted((a, b) => a - b)).toEqual([0, 10, 20, 30, 40, 50]);
  });
});
