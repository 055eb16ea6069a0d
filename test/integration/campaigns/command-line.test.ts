import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { chorus, type Ended } from '../cli/command-line.js';

describe('the plan of a campaign on the command line', () => {
  let running: TestChorus;
  let url = '';
  beforeAll(async () => {
    running = await TestChorus.start(null, '2027-01-04T15:00:00Z');
    await running.app.nest.listen(0, '127.0.0.1');
    url = await running.app.nest.getUrl();
    await done('campaigns', 'create', 'Open River');
    await done('organizations', 'add', 'River Alliance');
  });
  afterAll(() => running.close());

  const run = (by: string, args: readonly string[]): Promise<Ended> =>
    chorus([...args, '--url', url, '--by', by]);

  async function done(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await run('Ada Carrow', args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  }

  it('has waves of every event, clock, spread, freeze and outcome', async () => {
    const launch = ['--event', 'launch', '--days-after', '0', '--time', '09:00', '--clock', 'partner'];
    expect(await done('waves', 'add', 'open-river', 'Launch', ...launch)).toContain(
      'launch day, 09:00 on each partner’s clock',
    );
    const together = ['--days-before', '1', '--time', '18:00', '--together', '--freeze', '120'];
    const eve = await done('waves', 'add', 'open-river', 'Eve', ...together);
    expect(eve).toMatch(/together +15 min +120 min/);
    expect(eve).toContain('On X each account leaves in a second of its own');
    const won = ['--event', 'decided', '--minutes-after', '10', '--outcome', 'won'];
    expect(await done('waves', 'add', 'open-river', 'Won', ...won)).toContain(
      '10 minutes after the decision, if won',
    );
  });

  it('has a launch that is set, previewed and forgotten', async () => {
    const when = ['--date', '2027-01-20', '--time', '09:00'];
    expect(await done('campaigns', 'launch', 'open-river', ...when, '--preview')).toContain(
      'Nothing is changed yet.',
    );
    expect(await done('campaigns', 'launch', 'open-river', ...when)).toContain(
      'The launch is 2027-01-20T14:00:00.000Z.',
    );
    expect(await done('campaigns', 'launch', 'open-river', '--unknown')).toContain('not known');
    const { code, err } = await run('Ada', ['campaigns', 'launch', 'open-river', '--date', '2027-01-20']);
    expect({ code, err }).toEqual({ code: 1, err: 'Give --date and --time of the launch, or --unknown.\n' });
  });

  it('has quiet hours and blackout dates', async () => {
    const set = ['--zone', 'America/Chicago', '--quiet', '22:00-07:00'];
    expect(await done('organizations', 'hours', 'River Alliance', ...set)).toContain('22:00 to 07:00');
    expect(await done('organizations', 'hours', 'River Alliance', '--any-hour')).toMatch(
      /America\/Chicago\nquiet hours +none/,
    );
    const holiday = ['2027-01-18', '--reason', 'a public holiday'];
    expect(await done('blackouts', 'add', 'open-river', ...holiday)).toContain('a public holiday');
    expect(await done('blackouts', 'list', 'open-river')).toContain('2027-01-18');
    expect(await done('blackouts', 'remove', 'open-river', '2027-01-18')).toContain('posts on every day');
  });

  it('has a move that is undone', async () => {
    await done('hearing', 'set', 'open-river', '--date', '2027-03-01', '--time', '10:00');
    await done('hearing', 'set', 'open-river', '--date', '2027-03-08', '--time', '10:00');
    expect(await done('hearing', 'undo', 'open-river', '--preview')).toContain('Nothing is changed yet.');
    expect(await done('hearing', 'undo', 'open-river')).toContain('2027-03-01T10:00:00-05:00');
    const { code, err } = await run('Ada', ['hearing', 'undo', 'open-river']);
    expect(code).toBe(1);
    expect(err).toContain('undo itself');
  });

  it('has a decision that one person proposes and another confirms', async () => {
    running.clock.set('2027-03-01T16:00:00Z');
    await done('hearing', 'set', 'open-river', '--status', 'argued', '--at', '2027-03-01T10:45:00-05:00');
    expect(await done('decision', 'show', 'open-river')).toContain('No decision is proposed yet.');
    await done('decision', 'propose', 'open-river', 'lost', '--source', 'a rumor');
    expect(await done('decision', 'withdraw', 'open-river')).toContain('Withdrawn: lost');
    expect(await done('decision', 'propose', 'open-river', 'won', '--source', 'the opinion')).toContain(
      'A different person has to confirm it',
    );
    const alone = await run('Ada Carrow', ['decision', 'confirm', 'open-river', 'won']);
    expect(alone).toMatchObject({
      code: 1,
      err: expect.stringContaining('a different person has to confirm'),
    });
    const released = await run('Bo Larsen', ['decision', 'confirm', 'open-river', 'won']);
    expect(released).toMatchObject({ code: 0, err: '' });
    expect(released.out).toContain('released');
    expect(await done('hearing', 'show', 'open-river')).toMatch(/outcome +won/);
  });
});
