import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TemplateCheckAnswer, TemplateList } from '../../../src/contract/templates.js';
import { TestChorus } from '../../support/chorus.js';
import { chorus as commandLine } from '../cli/command-line.js';

const GOOD = `---
name: morning
purpose: A greeting on the day.
networks: [bluesky, mastodon]
needs: none
parts: 1
days_before: { from: 0, to: 0 }
blanks:
  - { name: hello, asks: How do you greet? }
---
{{ hello }} {{ organization }} is on its way to the court.
`;

describe('templates over HTTP', () => {
  let chorus: TestChorus;
  beforeAll(async () => {
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  });
  afterAll(() => chorus.close());

  const check = (body: object) => chorus.app.post<TemplateCheckAnswer>('/api/templates/check', body);

  it('are checked without being kept: a good one is described', async () => {
    const before = await chorus.app.get<TemplateList>('/api/templates');
    const { status, body } = await check({ source: GOOD });
    expect(status).toBe(200);
    expect(body).toEqual({
      faults: [],
      template: {
        name: 'morning',
        purpose: 'A greeting on the day.',
        networks: ['bluesky', 'mastodon'],
        needs: 'none',
        parts: 1,
        split: false,
        length: null,
        daysBefore: { from: 0, to: 0 },
        byName: false,
        blanks: [{ name: 'hello', asks: 'How do you greet?', example: null, required: true }],
      },
    });
    expect((await chorus.app.get<TemplateList>('/api/templates')).body).toEqual(before.body);
  });

  it('have every fault told with its file, line and column', async () => {
    const source = GOOD.replace('organization', 'organisation').replace('needs: none', 'needs: nothing');
    const { status, body } = await check({ source, fileName: 'morning.liquid' });
    expect(status).toBe(200);
    expect(body.template).toBeNull();
    expect(body.faults).toEqual([
      {
        fileName: 'morning.liquid',
        line: 5,
        column: 8,
        message: 'Wrong value: needs is quotation, fact or none.',
      },
    ]);
    const { body: next } = await check({ source: GOOD.replace('organization', 'organisation') });
    expect(next.faults).toEqual([
      {
        fileName: 'template.liquid',
        line: 11,
        column: 16,
        message: 'There is no variable organisation. Did you mean organization?',
      },
    ]);
  });

  it('are refused as a request where there is no source, or one of over 100,000 characters', async () => {
    expect((await check({})).status).toBe(422);
    expect((await check({ source: 'x'.repeat(100_001) })).status).toBe(422);
  });

  it('that Chorus brings are listed with when they are used and what they ask partners', async () => {
    const { body } = await chorus.app.get<TemplateList>('/api/templates');
    const won = body.items.find(({ name }) => name === 'decision-won');
    expect(won).toMatchObject({ byName: true, needs: 'none', blanks: [{ name: 'if_won', required: true }] });
    expect(body.items.find(({ name }) => name === 'countdown-tomorrow')).toMatchObject({
      daysBefore: { from: 1, to: 1 },
      byName: false,
    });
  });

  it('are listed on the command line with the days on which waves may use them', async () => {
    await chorus.app.nest.listen(0, '127.0.0.1');
    const { out } = await commandLine(['templates', 'list', '--url', await chorus.app.nest.getUrl()]);
    expect(out).toMatch(/^quotation +quotation +1 +any day {2}/mu);
    expect(out).toMatch(/^countdown +quotation +1 +90 days before to 1 day before {2}/mu);
    expect(out).toMatch(/^court-steps +– +1 +hearing day, if named {2}/mu);
    expect(out).toMatch(/^after-argument +quotation +1 +1 day after to 30 days after, if named {2}/mu);
  });
});
