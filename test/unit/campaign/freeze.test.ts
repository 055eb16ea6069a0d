import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { frozenFrom, isFrozen } from '../../../src/domain/campaign/index.js';

const post = fc.record({
  plannedAt: fc.integer({ min: 1e12, max: 2e12 }),
  freezeMs: fc.integer({ min: 1, max: 604_800_000 }),
  graceMs: fc.integer({ min: 0, max: 86_400_000 }),
});

describe('the freeze of a post', () => {
  it('lasts from so long before its instant until it can no longer leave', () => {
    fc.assert(
      fc.property(post, fc.integer({ min: -700_000_000, max: 100_000_000 }), (frozen, off) => {
        const now = frozen.plannedAt + off;
        expect(isFrozen(frozen, now)).toBe(off >= -frozen.freezeMs && off <= frozen.graceMs);
        expect(isFrozen(frozen, frozenFrom(frozen) ?? 0)).toBe(true);
        expect(isFrozen(frozen, (frozenFrom(frozen) ?? 0) - 1)).toBe(false);
      }),
    );
  });

  it('is none for a wave without a freeze, or a post without an instant', () => {
    fc.assert(
      fc.property(post, fc.integer({ min: -700_000_000, max: 100_000_000 }), (frozen, off) => {
        const now = frozen.plannedAt + off;
        expect(isFrozen({ ...frozen, freezeMs: 0 }, now)).toBe(false);
        expect(isFrozen({ ...frozen, plannedAt: null }, now)).toBe(false);
        expect(frozenFrom({ ...frozen, freezeMs: 0 })).toBeNull();
      }),
    );
  });
});
