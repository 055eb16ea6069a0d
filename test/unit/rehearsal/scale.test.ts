import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { runsAt, standsForAt, type Scale } from '../../../src/domain/rehearsal/index.js';

const MONTH_MS = 30 * 86_400_000;
const from = fc.integer({ min: 0, max: 4_000_000_000_000 });
/** A plan of at least a minute, run in ten seconds to an hour. */
const scales: fc.Arbitrary<Scale> = fc
  .record({ planFrom: from, plan: fc.integer({ min: 60_000, max: 12 * MONTH_MS }), runsFrom: from })
  .chain(({ planFrom, plan, runsFrom }) =>
    fc.integer({ min: 10_000, max: 3_600_000 }).map((runs) => ({
      planFrom,
      planUntil: planFrom + plan,
      runsFrom,
      runsUntil: runsFrom + runs,
    })),
  );

describe('the time of a rehearsal', () => {
  it('runs from the first instant of the plan to its last, in order', () => {
    fc.assert(
      fc.property(
        scales,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, a, b) => {
          const at = (share: number) => scale.planFrom + share * (scale.planUntil - scale.planFrom);
          expect(runsAt(scale.planFrom, scale)).toBe(scale.runsFrom);
          expect(runsAt(scale.planUntil, scale)).toBe(scale.runsUntil);
          expect(runsAt(at(Math.min(a, b)), scale)).toBeLessThanOrEqual(runsAt(at(Math.max(a, b)), scale));
        },
      ),
    );
  });

  it('leads back to the plan, as exactly as its milliseconds allow', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
        const plannedAt = Math.round(scale.planFrom + share * (scale.planUntil - scale.planFrom));
        const oneMs = (scale.planUntil - scale.planFrom) / (scale.runsUntil - scale.runsFrom);
        const back = standsForAt(runsAt(plannedAt, scale), scale);
        expect(Math.abs(back - plannedAt)).toBeLessThanOrEqual(Math.ceil(oneMs / 2) + 1);
      }),
    );
  });

  it('begins at once where the plan has one instant only', () => {
    expect(runsAt(5, { planFrom: 5, planUntil: 5, runsFrom: 100, runsUntil: 160 })).toBe(100);
  });
});
