import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Part } from '../../../src/domain/post/segment.js';
import { TOOLS } from '../../../src/features/exchange/tools/posting-tool.js';
import { type ToolPost, toolSchedule } from '../../../src/features/exchange/tools/tool-schedule.js';

const NOW = Date.parse('2026-03-01T15:00:00Z');
const NOON = Date.parse('2026-03-17T16:00:00Z');
const ABOUT = { zone: 'America/New_York', now: NOW };
const part = (text: string): Part => ({ segments: [{ kind: 'text', text }], pictures: [] });

function post(changes: Partial<ToolPost> = {}): ToolPost {
  return {
    id: 'post',
    campaignId: 'campaign',
    waveId: 'week',
    accountId: 'account',
    wave: 'Week',
    account: 'river-watch',
    network: 'bluesky',
    sends: false,
    organizationId: 'organization',
    organization: 'River Watch',
    zone: 'America/New_York',
    status: 'approved',
    revision: 1,
    parts: [part('The river, ours.\nhttps://example.org')],
    fingerprint: 'v1:x',
    plannedAt: NOON,
    timing: '7 days before, 12:00',
    reason: null,
    updatedAt: 0,
    approval: {
      fingerprint: 'v1:x',
      instantAt: NOON,
      leeway: { kind: 'follows-hearing', timing: '7 days before, 12:00' },
    },
    paused: false,
    lacksConsent: false,
    embargoUntil: null,
    ...changes,
  };
}

const schedule = (tool: keyof typeof TOOLS, posts: readonly ToolPost[], about: object = {}) =>
  toolSchedule(posts, TOOLS[tool], { name: tool, ...ABOUT, ...about });
const cells = (tool: keyof typeof TOOLS, one: ToolPost, about: object = {}) =>
  schedule(tool, [one], about).placed[0]?.cells;
const reason = (tool: keyof typeof TOOLS, one: ToolPost) => schedule(tool, [one]).leftOut[0]?.reason;

describe('the form of a tool', () => {
  it('is Buffer’s: text, picture, tags and the time on the channel’s clock', () => {
    expect(TOOLS.buffer.header).toEqual(['Text', 'Image URL', 'Tags', 'Posting Time']);
    expect(cells('buffer', post())).toEqual([
      'The river, ours.\nhttps://example.org',
      '',
      '',
      '2026-03-17 12:00',
    ]);
  });

  it('is Hootsuite’s: no header, the time with the month first, text and link', () => {
    expect(TOOLS.hootsuite.header).toBeNull();
    expect(cells('hootsuite', post())).toEqual([
      '03/17/2026 12:00',
      'The river, ours.\nhttps://example.org',
      '',
    ]);
    expect(cells('hootsuite', post(), { zone: 'Europe/Berlin' })?.[0]).toBe('03/17/2026 17:00');
  });
});

describe('the times of a tool', () => {
  it('are the planned ones, or the next that the tool takes, never an earlier one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 86_400 }),
        fc.constantFrom('buffer', 'hootsuite'),
        (seconds, tool) => {
          const plannedAt = NOON + seconds * 1_000;
          const [placed] = schedule(tool, [post({ plannedAt })]).placed;
          const step = TOOLS[tool].stepMs;
          expect((placed?.at ?? 1) % step).toBe(0);
          expect((placed?.at ?? 0) - plannedAt).toBeGreaterThanOrEqual(0);
          expect((placed?.at ?? Infinity) - plannedAt).toBeLessThan(step);
        },
      ),
    );
    expect(cells('hootsuite', post({ plannedAt: NOON + 1_000 }))?.[0]).toBe('03/17/2026 12:05');
    expect(cells('buffer', post({ plannedAt: NOON + 1_000 }))?.[3]).toBe('2026-03-17 12:01');
  });

  it('stay within what was approved', () => {
    const approval = {
      fingerprint: 'v1:x',
      instantAt: NOON + 60_000,
      leeway: { kind: 'minutes', minutes: 3 },
    } as const;
    const early = post({ plannedAt: NOON + 60_000, approval });
    expect(reason('hootsuite', early)).toContain('every 5 minutes, and its approval allows none of them');
    expect(cells('buffer', early)?.[3]).toBe('2026-03-17 12:01');
    expect(
      schedule('hootsuite', [
        { ...early, approval: { ...approval, leeway: { kind: 'minutes', minutes: 4 } } },
      ]).placed,
    ).toHaveLength(1);
  });
});

describe('a post that a file cannot hold', () => {
  it.each<[string, Partial<ToolPost>, string]>([
    ['that Chorus sends itself', { sends: true }, 'it would go out twice: disconnect the account'],
    ['that is paused', { paused: true }, 'It is paused'],
    ['whose words nobody consented to', { lacksConsent: true }, 'has not consented'],
    ['that is a thread', { parts: [part('One.'), part('Two.')] }, 'It is a thread of 2 parts'],
    [
      'with a picture',
      { parts: [{ ...part('One.'), pictures: [{ digest: 'a', altText: 'A river' }] }] },
      'It has pictures',
    ],
    ['that begins like a formula', { parts: [part('@river is ours')] }, 'It begins with “@”'],
    ['without a date', { plannedAt: null }, 'It waits for the date of the hearing'],
    ['of the past', { plannedAt: NOW - 60_000 }, 'Its time has passed'],
    ['of the next minutes', { plannedAt: NOW + 300_000 }, 'less than ten minutes away'],
    ['under an embargo', { embargoUntil: NOON + 3_600_000 }, 'until Tuesday, March 17, 2026, at 1:00 PM EDT'],
    ['whose approval is of other words', { fingerprint: 'v1:y' }, 'approve it with more leeway'],
    ['at a time that comes twice', { plannedAt: Date.parse('2026-11-01T05:30:00Z') }, 'The clocks go back'],
  ])('%s is named with the reason', (_what, changes, sentence) => {
    for (const tool of ['buffer', 'hootsuite'] as const) {
      const { placed, leftOut } = schedule(tool, [post(changes)]);
      expect(placed).toEqual([]);
      expect(leftOut).toEqual([{ post: post(changes), reason: expect.stringContaining(sentence) }]);
      expect(leftOut[0]?.reason).toMatch(/[.]$/);
    }
  });

  it('leaves no other post out, and none is lost', () => {
    const kinds = fc.constantFrom<Partial<ToolPost>>(
      {},
      { paused: true },
      { sends: true },
      { plannedAt: null },
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 30 }), (list) => {
        const posts = list.map((changes, index) => post({ ...changes, id: String(index) }));
        const { placed, leftOut } = schedule('buffer', posts);
        expect(placed.length + leftOut.length).toBe(posts.length);
        expect(
          placed.every(({ post: { paused, sends, plannedAt } }) => !paused && !sends && plannedAt !== null),
        ).toBe(true);
      }),
    );
  });
});

describe('the files of a tool', () => {
  it('are one for each account, of no more rows than the tool takes', () => {
    const many = (accountId: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        post({
          id: `${accountId}-${index}`,
          accountId,
          account: accountId,
          plannedAt: NOON + index * 60_000,
        }),
      );
    const { placed } = schedule('buffer', [...many('river', 101), ...many('Wells.Club', 2)]);
    const counts = new Map<string, number>();
    for (const { file } of placed) counts.set(file, (counts.get(file) ?? 0) + 1);
    expect([...counts]).toEqual([
      ['buffer-bluesky-river.csv', 100],
      ['buffer-bluesky-river-2.csv', 1],
      ['buffer-bluesky-wells-club.csv', 2],
    ]);
    expect(placed[0]?.row).toBe(2);
    expect(placed[100]?.row).toBe(2);
    expect(schedule('hootsuite', [post()]).placed[0]?.row).toBe(1);
    expect(schedule('hootsuite', many('river', 351)).placed.at(-1)?.file).toBe(
      'hootsuite-bluesky-river-2.csv',
    );
  });
});
