import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  mayPostTogether,
  seatDelayMs,
  type Seat,
  type SeatedWave,
  seatWave,
  type StandingPost,
} from '../../../src/domain/campaign/index.js';

const COURT = { court: 'America/New_York', blackouts: new Map<string, string>() };
const startsAt = Date.parse('2026-03-10T14:00:00Z');
const ZONES = [
  null,
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/London',
];

const seats = fc
  .array(
    fc.record({ network: fc.constantFrom('x', 'bluesky', 'sandbox'), zone: fc.constantFrom(...ZONES) }),
    { minLength: 1, maxLength: 60 },
  )
  .map((given) => given.map((seat, n): Seat => ({ ...seat, quiet: null, accountId: `account-${n}` })));
const waves = fc
  .record({
    days: fc.integer({ min: -10, max: 3 }),
    time: fc.constantFrom('10:00', '02:30', '23:45:30'),
    clock: fc.constantFrom('court' as const, 'partner' as const),
    at: fc.option(fc.integer({ min: 1_500_000_000, max: 2_100_000_000 }), { nil: null }),
    spreadMs: fc.constantFrom(0, 5_000, 60_000, 3_600_000, 86_400_000),
    together: fc.boolean(),
  })
  .map(({ at, spreadMs, together, ...offset }): SeatedWave => ({
    timing: { kind: 'days', ...offset },
    fate: at === null ? { kind: 'waits', waitsFor: 'hearing' } : { kind: 'leaves', eventAt: at * 1_000 },
    spreadMs: together ? 0 : spreadMs,
    together,
  }));
const none: ReadonlyMap<string, StandingPost> = new Map();
const second = (at: number) => Math.floor(at / 1_000);

const spread = (accounts: number, spreadMs: number) =>
  Array.from({ length: accounts }, (_, seat) => seatDelayMs(seat, accounts, spreadMs));

describe('the seats of a wave', () => {
  it('are spread evenly in whole seconds where the spread has a second for each', () => {
    expect(spread(4, 60_000)).toEqual([0, 15_000, 30_000, 45_000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5_000 }), (accounts, more) => {
        const spreadMs = (accounts - 1 + more) * 1_000;
        const delays = spread(accounts, spreadMs);
        expect(delays[0]).toBe(0);
        expect(delays.at(-1)).toBeLessThan(spreadMs);
        const gaps = delays.slice(1).map((delay, n) => delay - (delays[n] ?? 0));
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(1_000);
        expect(Math.max(0, ...gaps) - Math.min(Infinity, ...gaps)).toBeLessThanOrEqual(1_000);
        expect(delays.every((delay) => delay % 1_000 === 0)).toBe(true);
      }),
    );
  });

  it('follow one another by a second where the spread is too short for that', () => {
    expect(spread(4, 0)).toEqual([0, 1_000, 2_000, 3_000]);
    expect(spread(4, 3_999)).toEqual([0, 1_000, 2_000, 3_000]);
  });
});

describe('the accounts of a wave', () => {
  it('never post in the same second, in whatever zones, unless they may and are asked to', () => {
    fc.assert(
      fc.property(waves, seats, (wave, all) => {
        const seatings = seatWave(wave, all, none, COURT);
        const apart = all.filter(({ network }) => !wave.together || !mayPostTogether(network));
        for (const value of ['delayMs', 'plannedAt'] as const) {
          const seconds = apart.map(({ accountId }) => seatings.get(accountId)?.[value] ?? null);
          const known = seconds.filter((at) => at !== null);
          expect(new Set(known.map(second)).size).toBe(known.length);
        }
        expect(
          [...seatings.values()].every(
            ({ plannedAt }) => (plannedAt === null) === (wave.fate.kind === 'waits'),
          ),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('post in the same second where the wave asks for it, but on X never', () => {
    const wave: SeatedWave = {
      timing: { kind: 'days', days: -1, time: '10:00' },
      fate: { kind: 'leaves', eventAt: startsAt },
      spreadMs: 0,
      together: true,
    };
    const all = ['bluesky', 'x', 'mastodon', 'x', 'x'].map((network, n): Seat => ({
      accountId: `${n}`,
      network,
      zone: null,
      quiet: null,
    }));
    const at = [...seatWave(wave, all, none, COURT)]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, { plannedAt }]) => new Date(plannedAt ?? 0).toISOString().slice(11, 19));
    expect(at).toEqual(['14:00:00', '14:00:00', '14:00:00', '14:00:01', '14:00:02']);
  });

  it('keep their order and their distances when the event moves', () => {
    fc.assert(
      fc.property(seats, fc.integer({ min: 1, max: 400 }), (all, days) => {
        const wave = (eventAt: number): SeatedWave => ({
          timing: { kind: 'minutes', minutes: -90 },
          fate: { kind: 'leaves', eventAt },
          spreadMs: 600_000,
          together: false,
        });
        const before = seatWave(wave(startsAt), all, none, COURT);
        const posts = [...before].map(([id, seating]): [string, StandingPost] => [
          id,
          { ...seating, stays: false },
        ]);
        const after = seatWave(wave(startsAt + days * 86_400_000), all, new Map(posts), COURT);
        for (const [id, { plannedAt }] of before) {
          expect(after.get(id)?.plannedAt).toBe((plannedAt ?? 0) + days * 86_400_000);
        }
      }),
    );
  });

  it('find the second taken that a post keeps, and give way to it', () => {
    const post = fc.record({
      delayMs: fc.integer({ min: 0, max: 90 }).map((n) => n * 1_000),
      offBy: fc.integer({ min: -30, max: 90 }),
      stays: fc.boolean(),
    });
    fc.assert(
      fc.property(waves, seats, fc.array(post, { maxLength: 20 }), (given, all, posts) => {
        const wave = { ...given, together: false };
        const own = seatWave(wave, all, none, COURT);
        const standing = new Map(
          posts.slice(0, all.length).map(({ delayMs, offBy, stays }, n): [string, StandingPost] => {
            const at = own.get(`account-${n}`)?.plannedAt ?? null;
            return [`account-${n}`, { delayMs, plannedAt: at === null ? null : at + offBy * 1_000, stays }];
          }),
        );
        const seatings = seatWave(wave, all, standing, COURT);
        const kept = [...standing].filter(([, { stays }]) => stays);
        for (const [id, { delayMs, plannedAt }] of kept)
          expect(seatings.get(id)).toMatchObject({ delayMs, plannedAt });
        const taken = new Set(
          kept.flatMap(([, { plannedAt }]) => (plannedAt === null ? [] : [second(plannedAt)])),
        );
        const others = [...seatings].filter(([id]) => standing.get(id)?.stays !== true);
        const seconds = others.flatMap(([, { plannedAt }]) =>
          plannedAt === null ? [] : [second(plannedAt)],
        );
        expect(new Set(seconds).size).toBe(seconds.length);
        expect(seconds.filter((one) => taken.has(one))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('find a second each within a moment, ten thousand of one delay too', () => {
    const all = Array.from({ length: 10_000 }, (_, n): Seat => ({
      accountId: `${n}`,
      network: 'x',
      zone: null,
      quiet: null,
    }));
    const wave: SeatedWave = {
      timing: { kind: 'minutes', minutes: 0 },
      fate: { kind: 'leaves', eventAt: startsAt },
      spreadMs: 0,
      together: false,
    };
    const standing = new Map(
      all.map(({ accountId }) => [accountId, { delayMs: 0, plannedAt: null, stays: false }]),
    );
    const seatings = [...seatWave(wave, all, standing, COURT).values()];
    expect(new Set(seatings.map(({ plannedAt }) => plannedAt)).size).toBe(10_000);
    expect(seatings.at(-1)?.delayMs).toBe(9_999_000);
  });
});
