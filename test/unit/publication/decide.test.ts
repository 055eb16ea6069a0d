import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { POST_STATUSES } from '../../../src/domain/post/status.js';
import { consequence, decide, type PublicationFacts } from '../../../src/domain/publication/index.js';

const AT = Date.parse('2026-03-10T14:00:00Z');
const GRACE_MS = 900_000;

const ready: PublicationFacts = {
  status: 'approved',
  fingerprint: 'v1:a',
  plannedAt: AT,
  dueAt: AT,
  timing: '14 days before, 10:00',
  graceMs: GRACE_MS,
  approval: { fingerprint: 'v1:a', instantAt: AT, leeway: { kind: 'minutes', minutes: 0 } },
  statementsChanged: false,
  lacksConsent: false,
  embargoUntil: null,
  paused: false,
  optedOut: false,
  connected: true,
  blockedUntil: null,
  attemptInDoubt: false,
};

describe('whether a post goes out', () => {
  it('publishes an approved post at its instant, and until its grace is over', () => {
    expect(decide(ready, AT)).toEqual({ kind: 'publish', at: AT });
    expect(decide(ready, AT + GRACE_MS)).toEqual({ kind: 'publish', at: AT });
    expect(decide(ready, AT + GRACE_MS + 1)).toEqual({ kind: 'refuse', because: 'late' });
  });

  it('never sends what is in doubt: only reconciling may tell', () => {
    expect(decide({ ...ready, attemptInDoubt: true }, AT)).toEqual({ kind: 'reconcile' });
    expect(decide({ ...ready, status: 'publishing' }, AT)).toEqual({ kind: 'reconcile' });
    expect(decide({ ...ready, status: 'unknown' }, AT)).toEqual({ kind: 'reconcile' });
  });

  it.each([
    ['paused', { paused: true }],
    ['opted-out', { optedOut: true }],
    ['statement-changed', { statementsChanged: true }],
    ['consent-missing', { lacksConsent: true }],
    ['embargoed', { embargoUntil: AT + 1 }],
    ['not-approved', { approval: null }],
    ['not-approved', { fingerprint: 'v1:b' }],
    ['account-disconnected', { connected: false }],
    ['superseded', { dueAt: null }],
    ['superseded', { plannedAt: null }],
  ] as const)('refuses as %s when that is so', (because, change) => {
    expect(decide({ ...ready, ...change }, AT)).toEqual({ kind: 'refuse', because });
  });

  it('lets a post go at the very instant at which its embargo ends, however late it is', () => {
    expect(decide({ ...ready, embargoUntil: AT }, AT)).toEqual({ kind: 'publish', at: AT });
    expect(decide({ ...ready, embargoUntil: AT + 1 }, AT + GRACE_MS)).toMatchObject({ because: 'embargoed' });
  });

  it('waits for a rate limit, and calls it late when that outlasts the grace', () => {
    const until = AT + 60_000;
    expect(decide({ ...ready, blockedUntil: until }, AT)).toEqual({ kind: 'wait', until });
    expect(decide({ ...ready, blockedUntil: AT + GRACE_MS + 1 }, AT)).toEqual({
      kind: 'refuse',
      because: 'late',
    });
    expect(decide({ ...ready, blockedUntil: AT - 1 }, AT)).toEqual({ kind: 'publish', at: AT });
  });

  it('publishes from no status but approved and partly-published', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POST_STATUSES), (status) => {
        const publishes = decide({ ...ready, status }, AT).kind === 'publish';
        expect(publishes).toBe(status === 'approved' || status === 'partly-published');
      }),
    );
  });

  it('keeps a paused post as it is, misses a late one, and asks for approval of a changed one', () => {
    expect(consequence('paused', 'approved')).toBeNull();
    expect(consequence('superseded', 'approved')).toBeNull();
    expect(consequence('late', 'approved')?.to).toBe('missed');
    expect(consequence('statement-changed', 'approved')?.to).toBe('proposed');
    expect(consequence('consent-missing', 'approved')?.to).toBe('proposed');
    expect(consequence('embargoed', 'approved')?.to).toBe('proposed');
    expect(consequence('late', 'partly-published')?.to).toBe('partly-published');
  });
});
