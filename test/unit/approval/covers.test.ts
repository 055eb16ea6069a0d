import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covers } from '../../../src/domain/approval/index.js';

const AT = Date.parse('2026-03-10T14:00:00Z');
const post = { fingerprint: 'v1:a', plannedAt: AT, timing: '14 days before, 10:00' };

describe('what an approval covers', () => {
  it('covers no other fingerprint, however far it may move', () => {
    const approval = {
      fingerprint: 'v1:b',
      instantAt: AT,
      leeway: { kind: 'follows-hearing', timing: post.timing },
    } as const;
    expect(covers(approval, post)).toBe(false);
  });

  it('covers exactly the minutes that were allowed, both ways from the approved instant', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: -700_000_000, max: 700_000_000 }), (minutes, shiftMs) => {
        const approval = {
          fingerprint: 'v1:a',
          instantAt: AT,
          leeway: { kind: 'minutes', minutes },
        } as const;
        const covered = covers(approval, { ...post, plannedAt: AT + shiftMs });
        expect(covered).toBe(Math.abs(shiftMs) <= minutes * 60_000);
      }),
    );
  });

  it('follows the hearing anywhere, at the same place relative to it, and at no other', () => {
    const approval = {
      fingerprint: 'v1:a',
      instantAt: AT,
      leeway: { kind: 'follows-hearing', timing: post.timing },
    } as const;
    const later = AT + 30 * 86_400_000;
    expect(covers(approval, { ...post, plannedAt: later })).toBe(true);
    expect(covers(approval, { ...post, plannedAt: later, timing: '7 days before, 10:00' })).toBe(false);
  });
});
