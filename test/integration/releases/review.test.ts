import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  ReleaseAnswer,
  StatementAnswer,
  StatementChangeAnswer,
  StatementDecisionsAnswer,
} from '../../../src/contract/releases.js';
import { ReleasesFixture, statementOf, TEXT } from './fixture.js';

let fixture: ReleasesFixture;
let release: ReleaseAnswer;
beforeAll(async () => {
  fixture = await ReleasesFixture.start();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  release = (await fixture.freeze(await fixture.campaign(), TEXT)).body;
  fixture.listener.changes = [];
  fixture.listener.failing = false;
});

const decide = ({ id }: StatementAnswer, decision: string, more: object = {}) =>
  fixture.app.post<StatementChangeAnswer>(`/api/statements/${id}/decision`, {
    decision,
    by: 'Noor',
    ...more,
  });
const correct = ({ id }: StatementAnswer, change: object) =>
  fixture.app.patch<StatementChangeAnswer>(`/api/statements/${id}`, { by: 'Noor', ...change });
const decideMany = (request: object) =>
  fixture.app.post<StatementDecisionsAnswer>(`/api/releases/${release.id}/decisions`, {
    by: 'Noor',
    ...request,
  });
const again = async ({ id }: StatementAnswer) => {
  const { body } = await fixture.app.get<ReleaseAnswer>(`/api/releases/${release.id}`);
  return body.statements.find((statement) => statement.id === id);
};

/** A quotation of which the release does not say who said it. */
async function anonymous(): Promise<StatementAnswer> {
  const statement = statementOf(release, 'Our children');
  await correct(statement, { speaker: null, role: null, organization: null });
  fixture.listener.changes = [];
  return { ...statement, revision: 2 };
}

describe('deciding on a statement', () => {
  it('keeps who decided and when, raises the revision, and tells whoever made posts of it', async () => {
    const statement = statementOf(release, 'The river belongs');
    const answer = await decide(statement, 'accept');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        changed: true,
        lostApproval: 1,
        statement: {
          status: 'accepted',
          revision: 2,
          decidedBy: 'Noor',
          decidedAt: '2026-03-01T15:00:00.000Z',
        },
      },
    });
    expect(fixture.listener.changes).toEqual([{ kind: 'statements-changed', statementIds: [statement.id] }]);
    expect((await decide(statement, 'reject')).body.statement).toMatchObject({
      status: 'rejected',
      revision: 3,
    });
  });

  it('changes nothing when it was decided so before', async () => {
    const statement = statementOf(release, 'The river belongs');
    const first = await decide(statement, 'accept');
    const second = await decide(statement, 'accept', { by: 'Someone else', revision: 1 });
    expect(second.body).toEqual({ ...first.body, changed: false, lostApproval: 0, posts: [] });
    expect(fixture.listener.changes).toHaveLength(1);
  });

  it('refuses to accept a quotation that nobody is known to have said', async () => {
    const statement = await anonymous();
    expect(await decide(statement, 'accept')).toMatchObject({
      status: 422,
      body: {
        code: 'speaker-needed',
        detail: expect.stringContaining('set its speaker'),
        fields: [{ field: 'speaker' }],
      },
    });
    expect((await decide(statement, 'reject')).status).toBe(200);
    await correct(statement, { organization: 'Clean Wells' });
    expect((await decide(statement, 'accept')).status).toBe(200);
  });

  it('refuses a decision on an older revision, where the caller says which', async () => {
    const statement = statementOf(release, 'The river belongs');
    await correct(statement, { role: 'chair' });
    expect(await decide(statement, 'accept', { revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'statement-changed-meanwhile' },
    });
    expect((await decide(statement, 'accept', { revision: 2 })).status).toBe(200);
  });

  it('changes nothing when the posts cannot follow', async () => {
    fixture.listener.failing = true;
    const statement = statementOf(release, 'The river belongs');
    expect((await decide(statement, 'accept')).status).toBe(500);
    expect(await again(statement)).toEqual(statement);
  });

  it('is refused for no statement and for no decision', async () => {
    const nowhere = '/api/statements/00000000-0000-4000-8000-000000000000';
    expect(await fixture.app.post(`${nowhere}/decision`, { decision: 'accept', by: 'Noor' })).toMatchObject({
      status: 404,
      body: { code: 'statement-not-found' },
    });
    expect(await fixture.app.patch(nowhere, { by: 'Noor' })).toMatchObject({ status: 404 });
    expect(await decide(statementOf(release, 'The river'), 'maybe')).toMatchObject({ status: 422 });
  });
});

describe('correcting a statement', () => {
  it('sets speaker, role and organization, and raises the revision once', async () => {
    const statement = statementOf(release, 'The river belongs');
    const change = { speaker: 'Mara K. Oduya', role: 'chair', organization: null };
    const answer = await correct(statement, change);
    expect(answer.body).toMatchObject({
      changed: true,
      statement: { ...change, status: 'proposed', revision: 2, decidedBy: 'Noor' },
    });
    expect((await correct(statement, change)).body).toEqual({
      ...answer.body,
      changed: false,
      lostApproval: 0,
      posts: [],
    });
    expect(fixture.listener.changes).toHaveLength(1);
  });

  it('keeps an accepted statement accepted, unless nobody would have said it', async () => {
    const statement = statementOf(release, 'The river belongs');
    await decide(statement, 'accept');
    expect((await correct(statement, { role: 'chair' })).body).toMatchObject({
      lostApproval: 1,
      statement: { status: 'accepted', revision: 3 },
    });
    expect(await correct(statement, { speaker: null, organization: null })).toMatchObject({
      status: 422,
      body: { code: 'speaker-needed' },
    });
  });

  it('moves the ends over characters of the release', async () => {
    const statement = statementOf(release, 'Our children');
    const [span] = statement.spans;
    const start = TEXT.indexOf('wells run dry');
    const answer = await correct(statement, { spans: [{ start, end: span?.end }] });
    expect(answer.body.statement.spans).toEqual([
      { start, end: span?.end, text: 'wells run dry while the mill’s ponds are full.' },
    ]);
    expect((await again(statement))?.before).toMatch(/said: “Our children’s $/);
    const back = await correct(statement, { spans: [{ start: span?.start, end: span?.end }] });
    expect(back.body.statement).toMatchObject({ spans: statement.spans, revision: 3 });
  });

  it.each([
    ['over the closing mark', 0, 1, 'span-takes-in-a-mark'],
    ['over the opening mark', -1, 0, 'span-takes-in-a-mark'],
    ['beyond the text', 0, 100_000, 'span-out-of-bounds'],
  ])('does not move an end %s', async (_, startBy, endBy, code) => {
    const statement = statementOf(release, 'Our children');
    const span = {
      start: (statement.spans[0]?.start ?? 0) + startBy,
      end: (statement.spans[0]?.end ?? 0) + endBy,
    };
    expect(await correct(statement, { spans: [span] })).toMatchObject({
      status: 422,
      body: { code, fields: [{ field: 'spans.0', message: expect.stringMatching(/^This .+\.$/) }] },
    });
    expect(await again(statement)).toEqual(statement);
  });

  it('does not take words of another statement, unless that one was rejected', async () => {
    const fact = release.statements.find((statement) => statement.kind === 'fact');
    if (fact === undefined) throw new Error('The fixture has a fact');
    const quotation = statementOf(release, 'The river belongs');
    const spans = [{ start: quotation.spans[1]?.start, end: fact.spans[0]?.end }];
    expect(await correct(fact, { spans })).toMatchObject({
      status: 422,
      body: { code: 'span-overlaps-another' },
    });
    await decide(quotation, 'reject');
    expect((await correct(fact, { spans })).status).toBe(200);
  });

  it('knows which fields a quotation has and which a fact', async () => {
    const fact = release.statements.find((statement) => statement.kind === 'fact');
    if (fact === undefined) throw new Error('The fixture has a fact');
    expect(await correct(fact, { speaker: 'Ana Ruiz' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'speaker', message: 'A fact has no speaker: leave it out.' }] },
    });
    expect((await correct(fact, { source: 'Elsen River Survey' })).body.statement.source).toBe(
      'Elsen River Survey',
    );
    const quotation = statementOf(release, 'The river belongs');
    expect(await correct(quotation, { source: 'x' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'source' }] },
    });
  });

  it('takes two at once one after the other, and loses neither', async () => {
    const statement = statementOf(release, 'The river belongs');
    await Promise.all([
      correct(statement, { role: 'chair' }),
      correct(statement, { organization: 'Clean Wells' }),
    ]);
    expect(await again(statement)).toMatchObject({ role: 'chair', organization: 'Clean Wells', revision: 3 });
  });
});

describe('deciding on many', () => {
  it('accepts all that are sure enough and still undecided', async () => {
    const rejected = statementOf(release, 'The river belongs');
    await decide(rejected, 'reject');
    const high = release.statements.filter((one) => one.confidence === 'high' && one.id !== rejected.id);
    expect(high.length).toBeGreaterThan(0);
    const answer = await decideMany({ decision: 'accept', leastConfidence: 'high' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      changed: high.map(({ id }) => id),
      unchanged: 0,
      refused: [],
      lostApproval: high.length,
    });
    expect((await again(rejected))?.status).toBe('rejected');
    const { body } = await fixture.app.get<ReleaseAnswer>(`/api/releases/${release.id}`);
    expect(body.counts).toMatchObject({ accepted: high.length, rejected: 1 });
  });

  it('decides on those named, and says why it refuses some', async () => {
    const nobody = await anonymous();
    const known = statementOf(release, 'The river belongs');
    const stranger = '00000000-0000-4000-8000-000000000000';
    const request = { decision: 'accept', ids: [known.id, nobody.id, stranger] };
    expect((await decideMany(request)).body).toEqual({
      changed: [known.id],
      unchanged: 0,
      refused: [
        { id: nobody.id, code: 'speaker-needed', detail: expect.stringContaining('set its speaker') },
        { id: stranger, code: 'statement-not-found', detail: `There is no statement ${stranger}.` },
      ],
      lostApproval: 1,
      posts: [expect.objectContaining({ statementIds: [known.id] })],
    });
    const repeated = await decideMany(request);
    expect(repeated.body).toMatchObject({ changed: [], unchanged: 1, lostApproval: 0 });
    expect((await again(known))?.revision).toBe(2);
    expect(fixture.listener.changes).toHaveLength(1);
  });

  it('must be told on which', async () => {
    const ids = [statementOf(release, 'The river').id];
    for (const which of [{}, { ids, leastConfidence: 'low' }]) {
      expect(await decideMany({ decision: 'accept', ...which })).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining('give either ids or leastConfidence') },
      });
    }
  });
});
