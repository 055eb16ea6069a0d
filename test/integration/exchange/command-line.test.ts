import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';
import { runFolder } from '../../support/run-folder.js';
import { chorus, type Ended } from '../cli/command-line.js';
import { A_WEEK_BEFORE, Journey, TWO_SPEAKERS } from '../journeys/journey.js';

describe('the command line takes in and gives out', () => {
  const folder = mkdtempSync(join(runFolder(), 'exchange-'));
  let running: TestChorus;
  let journey: Journey;
  let url = '';

  beforeAll(async () => {
    running = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    await running.app.nest.listen(0, '127.0.0.1');
    url = await running.app.nest.getUrl();
    journey = await Journey.begin(running, {
      organizations: ['River Watch'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [{ ...A_WEEK_BEFORE, templates: ['quotation'] }],
    });
    await journey.generate();
    await journey.approveAll();
  });

  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const run = (args: readonly string[], input = ''): Promise<Ended> =>
    chorus([...args, '--url', url, '--by', 'Ada Carrow'], input);

  async function done(args: readonly string[], input = ''): Promise<string> {
    const { code, out, err } = await run(args, input);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  }

  it('organizations and accounts, from the template to a second import that changes nothing', async () => {
    const file = join(folder, 'organizations.csv');
    expect(await done(['csv', 'template', 'organizations', '--out', file])).toBe(`Written to ${file}.\n`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('River Friends (example)', 'River Friends'));
    const preview = await done(['csv', 'import', 'organizations', file, '--preview']);
    expect(preview).toMatch(/2 +created +River Friends/);
    expect(preview).toContain('Nothing is done yet: repeat without --preview.');
    expect(await done(['csv', 'import', 'organizations', file])).toContain('1 created, 0 changed');
    expect(await done(['csv', 'import', 'organizations', file])).toBe(
      'Nothing changed: the one row stands as the file has it.\n',
    );
    const accounts = 'organization;network;handle\nRiver Friends;sandbox;river-friends\n';
    expect(await done(['csv', 'import', 'accounts', '-'], accounts)).toMatch(
      /created +river-friends on sandbox/,
    );
    const exported = await done(['csv', 'export', 'accounts']);
    expect(exported).toContain('River Friends,sandbox,river-friends,');
    expect(exported).not.toMatch(/token/i);
  });

  it('posts, and says where a file is at fault', async () => {
    const file = join(folder, 'posts.csv');
    await done([
      'csv',
      'export',
      'posts',
      '--campaign',
      'the-hearing',
      '--organization',
      'River Watch',
      '--out',
      file,
    ]);
    const refused = await run(
      ['csv', 'import', 'posts', '-', '--campaign', 'the-hearing'],
      readFileSync(file, 'utf8').replace('“', '“Not '),
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^Nothing was imported, since the file is at fault in one place/);
    expect(refused.err).toMatch(/^ {2}line 2, column part_1: The quotation .* put it back word for word/m);
    expect(await done(['csv', 'import', 'posts', file, '--campaign', 'the-hearing'])).toContain(
      'Nothing changed',
    );
    const nowhere = await run(['csv', 'export', 'posts']);
    expect([nowhere.code, nowhere.err]).toEqual([1, 'Posts are of a campaign: name it with --campaign.\n']);
  });

  it('files that it never writes over', async () => {
    const file = join(folder, 'there.csv');
    writeFileSync(file, 'mine');
    const { code, err } = await run(['csv', 'template', 'accounts', '--out', file]);
    expect([code, err]).toEqual([
      1,
      `${file} is there already: give another name with --out, or remove it first.\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('calendars, made, listed and revoked', async () => {
    const made = await done(['feeds', 'make', '--campaign', 'the-hearing']);
    const [address = ''] = made.split('\n');
    expect((await fetch(address)).status).toBe(200);
    expect(await done(['feeds', 'make', '--campaign', 'the-hearing'])).toContain('works no more');
    expect((await fetch(address)).status).toBe(404);
    const { items } = JSON.parse(await done(['feeds', 'list', '--json'])) as { items: { id: string }[] };
    expect(items).toHaveLength(2);
    expect(await done(['feeds', 'list'])).toMatch(/campaign +The hearing/);
    expect(await done(['feeds', 'revoke', items[0]?.id ?? ''])).toBe(
      'Revoked: the calendar of The hearing.\n',
    );
    const neither = await run(['feeds', 'make']);
    expect(neither.err).toBe('A calendar is of one thing: name it with --organization or with --campaign.\n');
  });

  it('the plan on paper', async () => {
    const file = join(folder, 'plan.html');
    expect(await done(['plan', 'print', 'the-hearing', '--out', file])).toContain('open it in a browser');
    expect(readFileSync(file, 'utf8')).toContain('The hearing is set for Tuesday, March 24, 2026');
  });

  it('the plan for a partner’s own tool, with what is left out and why', async () => {
    const out = join(folder, 'buffer');
    const command = ['plan', 'export', 'the-hearing', 'River Watch', '--tool', 'buffer'];
    const connected = await done([...command, '--out', out]);
    expect(connected).toContain('it would go out twice');
    expect(readdirSync(out).toSorted()).toEqual(['left-out.csv', 'read-me-first.txt', 'report-back.csv']);
    const accounts = await done(['csv', 'export', 'accounts']);
    await done(['csv', 'import', 'accounts', '-'], accounts.replace(/(partner-1-1,.*),yes,no/, '$1,no,no'));
    expect(await done([...command, '--out', `${out}-2`])).toContain('In the files: 1 (');
    expect(readdirSync(`${out}-2`)).toContain('buffer-sandbox-partner-1-1.csv');
    const tool = await run(['plan', 'export', 'the-hearing', 'River Watch', '--tool', 'later']);
    expect(tool.code).toBe(2);
  });
});
