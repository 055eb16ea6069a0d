import { describe, expect, it } from '@jest/globals';
import type { Part } from '../../../src/domain/post/segment.js';
import { type PlannedPost, reportOf } from '../../../src/domain/rehearsal/index.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function saying(text: string, quoted = ''): readonly Part[] {
  const quotation = {
    kind: 'quotation',
    statementId: 's',
    span: { start: 0, end: quoted.length },
    text: quoted,
  } as const;
  return [{ segments: [{ kind: 'text', text }, ...(quoted === '' ? [] : [quotation])], pictures: [] }];
}

function post(plannedAt: number, more: Partial<PlannedPost> = {}): PlannedPost {
  return {
    account: 'river',
    network: 'bluesky',
    organization: 'River Alliance',
    plannedAt,
    parts: saying('Words of our own.'),
    approved: true,
    ...more,
  };
}

describe('the report of a rehearsal', () => {
  it('names silences of four days and more, the longest first, and no shorter ones', () => {
    const report = reportOf([0, 3, 8, 18].map((day) => post(day * DAY_MS)));
    expect(report.gaps).toEqual([
      { fromAt: 8 * DAY_MS, untilAt: 18 * DAY_MS },
      { fromAt: 3 * DAY_MS, untilAt: 8 * DAY_MS },
    ]);
  });

  it('names minutes in which more than ten accounts of one network speak', () => {
    const accounts = (network: string, count: number) =>
      Array.from({ length: count }, (_, at) =>
        post(10 * MINUTE_MS + at * 1_000, { account: `a${at}`, network }),
      );
    expect(reportOf([...accounts('bluesky', 11), ...accounts('mastodon', 10)]).crowds).toEqual([
      { network: 'bluesky', at: 10 * MINUTE_MS, posts: 11 },
    ]);
  });

  it('names accounts that speak twice within an hour, and none that are two accounts', () => {
    const report = reportOf([
      post(0),
      post(59 * MINUTE_MS),
      post(119 * MINUTE_MS),
      post(0, { account: 'wells' }),
      post(0, { network: 'mastodon' }),
    ]);
    expect(report.hastes).toEqual([
      { account: 'river', network: 'bluesky', fromAt: 0, untilAt: 59 * MINUTE_MS },
    ]);
  });

  it('measures texts by the rules of their own network', () => {
    const long = 'x'.repeat(270);
    const report = reportOf([
      post(0, { network: 'x', parts: saying(long) }),
      post(0, { parts: saying('short') }),
    ]);
    expect(report.lengths).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ network: 'x', limit: 280, longest: 270, nearLimit: 1 }),
        expect.objectContaining({ network: 'bluesky', limit: 300, longest: 5, nearLimit: 0 }),
      ]),
    );
  });

  it('names sentences of own words that stand in three posts, whatever their numbers, and no quotation', () => {
    const quoted = 'The river belongs to everyone who rows here.';
    const report = reportOf([
      post(0, { parts: saying('14 days until the hearing begins. Read on:', quoted) }),
      post(0, { parts: saying('7 days until the hearing begins! Read on:', quoted) }),
      post(0, { parts: saying('3 days until the HEARING begins, #TheRiver. Read on:', quoted) }),
      post(0, { parts: saying('Something else that we say once.') }),
    ]);
    expect(report.repeated).toEqual([
      { words: expect.stringMatching(/days until the hearing begins/i), posts: 3 },
    ]);
  });

  it('counts what each organization has not approved', () => {
    const wells = { organization: 'Clean Wells', approved: false };
    const report = reportOf([post(0), post(0, wells), post(0, wells), post(0, { approved: false })]);
    expect(report.unapproved).toEqual([
      { organization: 'Clean Wells', posts: 2 },
      { organization: 'River Alliance', posts: 1 },
    ]);
  });

  it('of nothing says nothing', () => {
    expect(reportOf([])).toEqual({
      gaps: [],
      crowds: [],
      hastes: [],
      lengths: [],
      repeated: [],
      unapproved: [],
    });
  });
});
