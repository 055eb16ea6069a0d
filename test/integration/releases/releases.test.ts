import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  release,
  type ReleaseAnswer,
  releasePage,
  type ReleaseSummary,
} from '../../../src/contract/releases.js';
import { describeWithSharedReleases, sharedReleasesPath } from '../../support/suites.js';
import { ReleasesFixture, statementOf, TEXT } from './fixture.js';

let fixture: ReleasesFixture;
beforeAll(async () => {
  fixture = await ReleasesFixture.start();
});
afterAll(() => fixture.close());

describe('a release', () => {
  it('is frozen byte for byte, with its digest, and proposes what was found in it', async () => {
    const answer = await fixture.freeze(await fixture.campaign(), TEXT);
    expect(answer.status).toBe(201);
    expect(release.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      text: TEXT,
      sha256: createHash('sha256').update(TEXT, 'utf8').digest('hex'),
      opening: expect.stringMatching(/^FOR IMMEDIATE RELEASE Coalition asks court/),
      partners: expect.arrayContaining([
        { name: 'River Watch', organizationId: null },
        { name: 'Clean Wells', organizationId: null },
      ]),
      warnings: [],
    });
    const { body } = await fixture.app.get<ReleaseAnswer>(`/api/releases/${answer.body.id}`);
    expect(body).toEqual(answer.body);
    expect(body.statements.map((statement) => statement.position)).toEqual(body.statements.map((_, n) => n));
  });

  it('shows each statement with its words, where they stand, and the words around them', async () => {
    const { body } = await fixture.freeze(await fixture.campaign(), TEXT);
    const oduya = statementOf(body, 'The river belongs');
    expect(oduya).toMatchObject({
      kind: 'quotation',
      speaker: 'Mara Oduya',
      role: 'president',
      organization: 'River Watch',
      status: 'proposed',
      revision: 1,
      decidedBy: null,
      rule: expect.any(String),
    });
    expect(oduya.spans.map((span) => span.text)).toEqual([
      'The river belongs to everyone who drinks from it,',
      'We will not hand it to one mill.',
    ]);
    for (const span of oduya.spans) expect(TEXT.slice(span.start, span.end)).toBe(span.text);
    expect(oduya.before).toMatch(/^court on Monday|calls its plan a “renewal.” “$/);
    const reyes = statementOf(body, 'Our children’s wells');
    expect(reyes.before).toMatch(/Tomas Reyes, director of Clean Wells, said: “$/);
    expect(reyes.after).toMatch(/^” “Let the water run/);
    const fact = body.statements.find((statement) => statement.kind === 'fact');
    expect(fact).toMatchObject({ figures: [{ text: '64 percent' }], speaker: null });
    expect(fact?.source).toContain('University of Elsen');
  });

  it('is the same one when its text comes again, also at once, and another in another campaign', async () => {
    const campaignId = await fixture.campaign();
    const answers = await Promise.all(Array.from({ length: 5 }, () => fixture.freeze(campaignId, TEXT)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 201,
    ]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect((await fixture.freeze(campaignId, `${TEXT} `)).status).toBe(201);
    expect((await fixture.freeze(await fixture.campaign(), TEXT)).status).toBe(201);
  });

  it('cannot be changed, not even in the database', async () => {
    const { body } = await fixture.freeze(await fixture.campaign(), TEXT);
    const tampering = fixture.database.ledger
      .updateTable('release')
      .set({ text: TEXT.replace('one mill', 'no one') })
      .where('id', '=', body.id)
      .execute();
    await expect(tampering).rejects.toThrow('A release is frozen');
  });

  it('without a quotation is taken with a warning', async () => {
    const { status, body } = await fixture.freeze(await fixture.campaign(), 'The river is open.\n');
    expect(status).toBe(201);
    expect(body.warnings).toEqual([
      'No quotation was found in this release: check that its quotation marks came through.',
    ]);
    expect(body.counts.quotations).toBe(0);
  });

  it('keeps odd quotation marks and characters beyond the first plane as they are', async () => {
    const text =
      '«Der Fluß gehört allen 🐟🐟», said Mara Oduya of River Watch.\r\n\t"We stay," she added.\r\n';
    const { status, body } = await fixture.freeze(await fixture.campaign(), text);
    expect(status).toBe(201);
    expect(body.text).toBe(text);
  });
});

describe('a text that is no release', () => {
  it.each([
    ['', 'release-empty', 'The release is empty: paste its text.'],
    [' \n\t ', 'release-empty', 'The release is empty: paste its text.'],
    ['One\r\nTwo \u0000', 'release-not-text', 'Line 2 holds a control character'],
    ['%PDF-1.7 \u0007', 'release-not-text', 'Line 1 holds a control character'],
    ['\n\nThe caf\uFFFD', 'release-not-utf-8', 'Line 3 holds “\uFFFD”'],
    ['Half \ud83d', 'release-broken-character', 'Line 1 holds half a character'],
    ['é'.repeat(500_001), 'release-too-large', 'The release has more than 1,000,000 bytes'],
    ['a'.repeat(1_000_001), 'release-too-large', 'The release has more than 1,000,000 bytes'],
  ])('is refused: %#', async (text, code, detail) => {
    const campaignId = await fixture.campaign();
    expect(await fixture.freeze(campaignId, text)).toMatchObject({
      status: 422,
      body: { code, detail: expect.stringContaining(detail), fields: [{ field: 'text' }] },
    });
    expect((await fixture.app.get(`/api/campaigns/${campaignId}/releases`)).body['items']).toEqual([]);
  });

  it('is refused where it is no text at all', async () => {
    const path = `/api/campaigns/${await fixture.campaign()}/releases`;
    expect(await fixture.app.post(path, { text: 5 })).toMatchObject({ status: 422 });
    expect(await fixture.app.post(path, {})).toMatchObject({ status: 422 });
  });

  it('is refused where nobody could review all that was found', async () => {
    const text = Array.from(
      { length: 2_100 },
      (_, n) => `“We saw the water fall on day ${n},” said Ana Ruiz of Clean Wells.`,
    );
    expect(await fixture.freeze(await fixture.campaign(), text.join('\n\n'))).toMatchObject({
      status: 422,
      body: { code: 'release-too-many-statements' },
    });
  });

  it('is taken up to the very limit', async () => {
    const answer = await fixture.freeze(await fixture.campaign(), 'é'.repeat(500_000));
    expect(answer.status).toBe(201);
  });
});

describe('the releases of a campaign', () => {
  it('are listed in pages with their counts, and without their texts', async () => {
    const campaignId = await fixture.campaign();
    for (const text of [TEXT, 'Second.', 'Third.']) await fixture.freeze(campaignId, text);
    const path = `/api/campaigns/${campaignId}/releases`;
    const first = releasePage.parse((await fixture.app.get(`${path}?limit=2`)).body);
    expect(first.items.map((item) => item.opening.slice(0, 6))).toEqual(['FOR IM', 'Second']);
    expect(first.items[0]?.counts).toMatchObject({ quotations: 2, facts: 1, proposed: 3 });
    expect(first.items[0]).not.toHaveProperty('text');
    const second = await fixture.app.get<{ items: ReleaseSummary[] }>(
      `${path}?limit=2&cursor=${first.nextCursor}`,
    );
    expect(second.body).toMatchObject({ items: [{ opening: 'Third.' }], nextCursor: null });
  });

  it('are refused where there is no campaign', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const answer of [
      await fixture.freeze(nowhere, TEXT),
      await fixture.app.get(`/api/campaigns/${nowhere}/releases`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'campaign-not-found' } });
    }
    expect(await fixture.app.get(`/api/releases/${nowhere}`)).toMatchObject({
      status: 404,
      body: { code: 'release-not-found' },
    });
  });
});

describeWithSharedReleases('the seed release through the API', () => {
  it('gives its quotations and partners, each where it stands in the text', async () => {
    const text = readFileSync(join(sharedReleasesPath, 'seed.txt'), 'utf8');
    const { status, body } = await fixture.freeze(await fixture.campaign(), text);
    expect(status).toBe(201);
    expect(body.text).toBe(text);
    const quotations = body.statements.filter((statement) => statement.kind === 'quotation');
    expect(quotations.flatMap((quotation) => quotation.spans)).toHaveLength(8);
    expect(new Set(quotations.map((quotation) => quotation.speaker)).size).toBe(4);
    expect(body.partners).toHaveLength(21);
    for (const statement of body.statements) {
      for (const span of statement.spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });
});
