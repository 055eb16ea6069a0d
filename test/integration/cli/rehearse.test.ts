import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RehearsalReport } from '../../../src/contract/rehearsals.js';
import { TestChorus } from '../../support/chorus.js';
import { eventually } from '../../support/eventually.js';
import { A_WEEK_BEFORE, Journey, ONE_SPEAKER } from '../journeys/journey.js';
import { chorus, type Ended } from './command-line.js';

describe('rehearsing from the command line', () => {
  let running: TestChorus;
  let url = '';
  const run = (...args: readonly string[]): Promise<Ended> =>
    chorus([...args, '--url', url, '--by', 'Ada Carrow']);

  beforeAll(async () => {
    running = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    const journey = await Journey.begin(running, {
      campaign: 'The hearing',
      organizations: ['River Alliance'],
      accountsEach: 2,
      release: ONE_SPEAKER,
      waves: [A_WEEK_BEFORE],
    });
    await journey.generate();
    await running.app.nest.listen(0, '127.0.0.1');
    url = await running.app.nest.getUrl();
  });
  afterAll(() => running.close());

  it('tells each post as it comes, then the report, which can be asked for again', async () => {
    const command = run('rehearse', 'the-hearing', '--seconds', '10');
    const runsUntil = await eventually('the rehearsal is staged', async () => {
      const row = await running.ledger.selectFrom('rehearsal').selectAll().executeTakeFirst();
      return row?.runsUntil ?? null;
    });
    await running.runUntil(runsUntil + 2_000);
    const { code, out, err } = await command;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/2026-03-17T16:00:\S+ {2}@partner-1-1 on sandbox, Week\n/);
    expect(out).toContain('The hearing: 2 posts from ');
    expect(out).toContain('2 came, 0 wait, 0 were kept back.');
    expect(out).toMatch(/Not approved yet\n {2}River Alliance: 2\n/);
    const list = await run('rehearsals', 'list', 'the-hearing');
    expect(list.out).toMatch(/over .* Ada Carrow +10 /);
    const id = list.out.split('\n')[1]?.split(' ')[0] ?? '';
    const shown = await run('rehearsals', 'show', id, '--json');
    expect((JSON.parse(shown.out) as RehearsalReport).counts).toMatchObject({ posts: 2, came: 2 });
    expect((await run('rehearsals', 'stop', id)).out).toBe('The rehearsal is stopped.\n');
  });

  it('says what is wrong with the time given', async () => {
    const { code, err } = await run('rehearse', 'the-hearing', '--seconds', 'soon');
    expect({ code, err }).toEqual({ code: 1, err: '“soon” is no number of seconds: give 10 to 3600.\n' });
  });
});
