import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TemplateAdded, TemplateList } from '../../../src/contract/templates.js';
import { TestChorus } from '../../support/chorus.js';
import { chorus as commandLine } from '../cli/command-line.js';
import { A_WEEK_BEFORE, Journey, ONE_SPEAKER } from '../journeys/journey.js';

const source = (greeting: string, head = '') => `---
name: our-morning
purpose: A greeting a week before.
networks: [sandbox]
needs: none
parts: 1
${head}---
${greeting} {{ hearing_date }}: {{ organization }} will be there.
`;

describe('a template that a user adds', () => {
  let chorus: TestChorus;
  let journey: Journey;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      organizations: ['River Alliance'],
      accountsEach: 1,
      release: ONE_SPEAKER,
      waves: [
        { ...A_WEEK_BEFORE, templates: ['our-morning'] },
        { name: 'Later', timing: { kind: 'days', days: -3, time: '12:00' }, templates: ['our-morning'] },
      ],
    });
  });
  afterAll(() => chorus.close());

  const add = (text: string) =>
    chorus.app.post<TemplateAdded>('/api/templates', {
      source: text,
      fileName: 'our-morning.liquid',
      by: 'Coordinator',
    });
  const remove = (name: string) => chorus.app.post(`/api/templates/${name}/removal`, { by: 'Coordinator' });
  const list = () => journey.call<TemplateList>('GET', 'templates');
  const texts = async () => (await journey.posts()).flatMap(({ parts }) => parts.map(({ text }) => text));

  it('is refused with the place of each fault, and nothing is kept', async () => {
    expect(await add(source('{{ nobody_knows }}'))).toMatchObject({
      status: 422,
      body: {
        code: 'template-at-fault',
        fields: [{ field: 'source', message: expect.stringMatching(/^our-morning\.liquid:\d+:\d+ /) }],
      },
    });
    expect((await list()).items.map(({ name }) => name)).not.toContain('our-morning');
    expect((await journey.generate()).empty).toMatchObject([
      { needs: 'a template named our-morning' },
      { needs: 'a template named our-morning' },
    ]);
  });

  it('is used by the waves that name it, at once', async () => {
    expect(await add(source('Good morning!'))).toMatchObject({ status: 200, body: { changed: true } });
    expect(await add(source('Good morning!'))).toMatchObject({ status: 200, body: { changed: false } });
    expect((await list()).items.find(({ name }) => name === 'our-morning')).toMatchObject({ added: true });
    expect((await journey.generate()).made).toBe(2);
    for (const text of await texts())
      expect(text).toMatch(/^Good morning! .*24.*: River Alliance will be there\.$/);
  });

  it('is filled again when the hearing moves, in the form that it has then', async () => {
    expect(await add(source('Good evening!'))).toMatchObject({ status: 200, body: { changed: true } });
    await journey.reportHearing({ date: '2026-03-31' });
    for (const text of await texts())
      expect(text).toMatch(/^Good evening! .*31.*: River Alliance will be there\.$/);
  });

  it('may not take the name of one of the folder', async () => {
    expect(await add(source('Hello!').replace('our-morning', 'quotation'))).toMatchObject({
      status: 409,
      body: { code: 'template-name-taken' },
    });
    expect(await remove('quotation')).toMatchObject({
      status: 409,
      body: { code: 'template-of-the-folder' },
    });
    expect(await remove('nobody-s')).toMatchObject({ status: 404 });
  });

  it('is there once, whoever adds it at the same moment', async () => {
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((one) => add(source(`${one} morning!`))));
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(
      true,
    );
    expect((await list()).items.filter(({ name }) => name === 'our-morning')).toHaveLength(1);
  });

  it('can be removed: posts that were made from it keep their words', async () => {
    const before = await texts();
    expect(await remove('our-morning')).toMatchObject({ status: 200 });
    expect(await texts()).toEqual(before);
    expect((await list()).items.map(({ name }) => name)).not.toContain('our-morning');
  });

  it('that a later version cannot use is left out, and told with its faults', async () => {
    await chorus.ledger
      .insertInto('template')
      .values({ name: 'older', source: source('{{ gone }}'), addedBy: 'Coordinator', addedAt: new Date() })
      .execute();
    expect((await list()).unusable).toMatchObject([
      { name: 'older', faults: [{ fileName: 'older.liquid', line: expect.any(Number) }] },
    ]);
    expect((await journey.generate()).made).toBe(0);
  });

  it('is added and removed from the command line, as a file', async () => {
    await chorus.app.nest.listen(0, '127.0.0.1');
    const url = await chorus.app.nest.getUrl();
    const file = join(await mkdtemp(join(tmpdir(), 'chorus-')), 'evening.liquid');
    await writeFile(file, source('Evening!').replace('our-morning', 'evening'));
    const run = async (...args: readonly string[]) =>
      (await commandLine([...args, '--url', url, '--by', 'Ada'])).out;
    expect(await run('templates', 'add', file)).toBe('Waves can use “evening” now.\n');
    expect(await run('templates', 'add', file)).toBe('“evening” was added before: nothing changed.\n');
    expect(await run('templates', 'list')).toMatch(/^evening .* yes /m);
    expect(await run('templates', 'remove', 'evening')).toBe('No wave uses “evening” any more.\n');
  });
});
