import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ConsentItem } from '../../../src/contract/consents.js';
import type { PostAnswer } from '../../../src/contract/posts.js';
import { TestChorus } from '../../support/chorus.js';
import { chorus, type Ended } from './command-line.js';

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/release.txt');

/** Each command is a process of its own, which takes seconds to start on a busy machine. */
const LIMIT_MS = 300_000;

jest.setTimeout(LIMIT_MS);

describe('the command line against a running Chorus', () => {
  let running: TestChorus;
  let url = '';

  beforeAll(async () => {
    running = await TestChorus.start(null, '2027-01-04T15:00:00Z');
    await running.app.nest.listen(0, '127.0.0.1');
    url = await running.app.nest.getUrl();
  });

  afterAll(async () => {
    await running.close();
  });

  function run(...args: readonly string[]): Promise<Ended> {
    return chorus([...args, '--url', url, '--by', 'Ada Carrow']);
  }

  async function json<Answer>(...args: readonly string[]): Promise<Answer> {
    const { code, out, err } = await run(...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as Answer;
  }

  async function done(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await run(...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  }

  it('takes a release to approved posts', async () => {
    await done('campaigns', 'create', 'Open River', '--case', 'Oduya v. Caldmere', '--hashtag', 'River');
    expect(await done('campaigns', 'list')).toContain('open-river');
    await done('organizations', 'add', 'River Alliance', '--blank', 'why=We fish here.');
    expect(await done('organizations', 'list')).toContain('River Alliance');
    expect(await done('accounts', 'add', 'River Alliance', 'river-alliance')).toContain(
      'river-alliance on sandbox',
    );
    expect(await done('releases', 'add', 'open-river', EXAMPLE)).toMatch(/\d+ quotations/);
    expect(await done('statements', 'list', 'open-river')).toContain('proposed');
    expect(await done('statements', 'accept', '--all', 'open-river')).toMatch(/^\d+ statements are accepted/);
    const asked = await json<{ items: ConsentItem[] }>('consents', 'list', 'open-river');
    expect(asked.items.map(({ organizationId }) => organizationId)).toEqual(asked.items.map(() => null));
    for (const { statementId } of asked.items) {
      const set = await done('statements', 'correct', statementId, '--consent-by', 'River Alliance');
      expect(set).toContain(`${statementId} is set`);
    }
    expect(await done('consents', 'list', 'open-river', '--organization', 'River Alliance')).toContain(
      'waits for consent',
    );
    const [told, ...words] = (await done('consents', 'give', 'open-river', 'River Alliance', '--all')).split(
      '\n',
    );
    expect(told).toBe(`Consented to: ${asked.items.length}.`);
    expect(words).toContainEqual(expect.stringMatching(/^ {2}“[^”]+”/));
    const moved = await done('hearing', 'set', 'open-river', '--date', '2027-03-01', '--time', '10:00');
    expect(moved).toContain('2027-03-01');
    const wave = ['--days-before', '14', '--time', '10:00', '--template', 'quotation'];
    expect(await done('waves', 'add', 'open-river', 'Two weeks to go', ...wave)).toContain('2027-02-15');
    expect(await done('waves', 'list', 'open-river')).toContain('Two weeks to go');
    expect(await done('templates', 'list')).toContain('countdown');
    expect(await done('generate', 'open-river')).toContain('1 posts made, 0 kept.');
    const waiting = await done('approve', 'River Alliance', 'open-river');
    expect(waiting).toContain('Nothing is approved yet');
    const { items } = await json<{ items: PostAnswer[] }>('posts', 'list', 'open-river');
    expect(items.map(({ status }) => status)).toEqual(['proposed']);
    for (const { parts } of items) {
      for (const line of parts.flatMap(({ text }) => text.split('\n'))) expect(waiting).toContain(line);
    }
    expect(await done('approve', 'River Alliance', 'open-river', '--all')).toContain('One post is approved');
    expect(await done('overview', 'open-river')).toMatch(/APPROVED\n.* 1\n$/);
  });

  it('prints with --json what the API answers', async () => {
    const { items } = await json<{ items: PostAnswer[] }>('posts', 'list', 'open-river');
    const answer = await running.app.get<{ items: PostAnswer[] }>('/api/posts?limit=200');
    expect(items).toEqual(answer.body.items);
  });

  it('reschedules and cancels a post, and shows it', async () => {
    const [post] = (await json<{ items: PostAnswer[] }>('posts', 'list', 'open-river')).items;
    const id = post?.id ?? '';
    await done('posts', 'reschedule', id, '2027-02-16T09:00:00-05:00');
    expect(await done('posts', 'show', id)).toContain('2027-02-16T14:00:00.000Z');
    await done('posts', 'cancel', id, '--reason', 'said already');
    expect((await json<PostAnswer>('posts', 'show', id)).status).toBe('cancelled');
    expect(await done('attempts', '--campaign', 'open-river')).toContain('There was no attempt.');
  });

  it('pauses everything and resumes it', async () => {
    expect(await done('pause', '--reason', 'a mistake')).toContain('Paused: everything');
    expect(await done('pauses')).toContain('a mistake');
    expect(await done('resume')).toContain('Resumed: everything');
    const again = await run('resume');
    expect(again).toMatchObject({ code: 1, err: 'Nothing is paused.\n' });
  });

  it('prints a problem’s sentence and its fields, with exit code 1', async () => {
    const refused = await run('hearing', 'set', 'open-river', '--date', '2027-02-30', '--time', '10:00');
    expect(refused.code).toBe(1);
    expect(refused.out).toBe('');
    expect(refused.err).toMatch(/^ {2}date: /m);
  });

  it('names what there is when a name is wrong', async () => {
    const { code, err } = await run('overview', 'open-rivr');
    expect(code).toBe(1);
    expect(err).toBe('There is no campaign “open-rivr” (known: open-river).\n');
  });
});

describe('the command line without a Chorus', () => {
  it('says where Chorus does not answer and how to start it', async () => {
    const { code, err } = await chorus(['campaigns', 'list', '--url', 'http://127.0.0.1:9']);
    expect(code).toBe(1);
    expect(err).toBe(
      'Chorus does not answer at http://127.0.0.1:9: start it with npm start, or give its address with --url.\n',
    );
  });

  it('wants one moment for a wave', async () => {
    const { code, err } = await chorus(['waves', 'add', 'open-river', 'Both', '--days-before', '3']);
    expect(code).toBe(2);
    expect(err).toContain('--time');
  });
});
