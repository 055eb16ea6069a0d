import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayMove } from '../../../src/domain/post/status.js';
import { aftermath, MAX_FAILURES, nextLookAt, type Outcome } from '../../../src/domain/publication/index.js';

const AT = Date.parse('2026-03-10T14:00:00Z');
const single = { part: 0, parts: 1, plannedAt: AT, graceMs: 900_000, failures: 0 };

const outcomes: Outcome[] = [
  { kind: 'published', remoteId: '1', url: 'http://127.0.0.1/1' },
  { kind: 'rejected', reason: 'too long' },
  { kind: 'not-sent', reason: 'refused', retryInMs: 1_000 },
  { kind: 'deferred', reason: '429', retryInMs: 1_000 },
  { kind: 'unknown', evidence: 'the answer was cut' },
  { kind: 'absent', reason: 'not on the account' },
  { kind: 'held-back', reason: 'pause' },
  { kind: 'handed-over', deadlineInMs: 1_000 },
];

describe('what an outcome does to its post', () => {
  it('makes a move that the status table allows, whatever the outcome and the part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outcomes),
        fc.integer({ min: 1, max: 5 }).chain((parts) => fc.tuple(fc.constant(parts), fc.nat(parts - 1))),
        fc.nat(10),
        fc.integer({ min: -5_000, max: 2_000_000 }),
        (outcome, [parts, part], failures, lateMs) => {
          const after = aftermath(outcome, { ...single, part, parts, failures }, AT + lateMs);
          expect(mayMove('publishing', after.to)).toBe(true);
          if (after.dueAt !== null) expect(['approved', 'partly-published']).toContain(after.to);
        },
      ),
    );
  });

  it('goes on with the next part of a thread at once, and is published after the last', () => {
    const published = outcomes[0]!;
    const thread = { ...single, parts: 3 };
    expect(aftermath(published, thread, AT)).toEqual({ to: 'partly-published', dueAt: AT, reason: null });
    expect(aftermath(published, { ...thread, part: 2 }, AT).to).toBe('published');
  });

  it('tries again what surely did not arrive, ever more slowly, and then gives up', () => {
    const failed: Outcome = { kind: 'not-sent', reason: 'refused', retryInMs: 1_000 };
    expect(aftermath(failed, single, AT)).toMatchObject({ to: 'approved', dueAt: AT + 1_000 });
    expect(aftermath(failed, { ...single, failures: 2 }, AT)).toMatchObject({ dueAt: AT + 4_000 });
    expect(aftermath(failed, { ...single, failures: MAX_FAILURES - 1 }, AT)).toMatchObject({
      to: 'missed',
      dueAt: null,
    });
  });

  it('does not count a rate limit as a failed try', () => {
    const limited: Outcome = { kind: 'deferred', reason: '429', retryInMs: 5_000 };
    const tried = { ...single, failures: MAX_FAILURES };
    expect(aftermath(limited, tried, AT)).toMatchObject({ to: 'approved', dueAt: AT + 5_000 });
  });

  it('misses a post rather than sending it beyond its grace', () => {
    const absent: Outcome = { kind: 'absent', reason: 'not there' };
    expect(aftermath(absent, single, AT + 900_000).to).toBe('approved');
    expect(aftermath(absent, single, AT + 900_001).to).toBe('missed');
  });

  it('never sends anything after an unknown or a refusal', () => {
    for (const outcome of [outcomes[1]!, outcomes[4]!])
      expect(aftermath(outcome, single, AT).dueAt).toBeNull();
  });

  it('looks for an attempt in doubt soon at first, then ever more rarely', () => {
    expect(nextLookAt(AT, AT + 1_000)).toBe(AT + 6_000);
    expect(nextLookAt(AT, AT + 60_000)).toBe(AT + 90_000);
    expect(nextLookAt(AT, AT + 86_400_000)).toBe(AT + 86_400_000 + 3_600_000);
  });
});
