import { covers, type Approval } from '../approval/approval.js';
import { CLAIMABLE, type PostStatus } from '../post/status.js';

/** All that decides whether a post's next part may go out, as the ledger tells it at one instant. */
export interface PublicationFacts {
  readonly status: PostStatus;
  readonly fingerprint: string;
  readonly plannedAt: number | null;
  readonly dueAt: number | null;
  readonly timing: string;
  readonly graceMs: number;
  /** The standing approval by the account's organization, or null. */
  readonly approval: Approval | null;
  /** A statement it uses was changed, rejected or withdrawn since the post was composed. */
  readonly statementsChanged: boolean;
  /** A speaker's organization has not agreed, or no longer agrees, to the use of a quotation or of a cut in it. */
  readonly lacksConsent: boolean;
  /** When the embargo on what it is made of ends, or null. */
  readonly embargoUntil: number | null;
  /** Some standing pause covers it. */
  readonly paused: boolean;
  readonly optedOut: boolean;
  readonly connected: boolean;
  /** The network asked this account to wait until then. */
  readonly blockedUntil: number | null;
  /** An attempt at one of its parts has no known end. */
  readonly attemptInDoubt: boolean;
}

/** Why a post's part does not go out now. */
export type Refusal =
  | 'superseded'
  | 'paused'
  | 'late'
  | 'not-approved'
  | 'statement-changed'
  | 'consent-missing'
  | 'embargoed'
  | 'opted-out'
  | 'account-disconnected';

export type Decision =
  | { readonly kind: 'publish'; readonly at: number }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'refuse'; readonly because: Refusal };

/**
 * Whether the next part of a post goes out at its instant. Asked when arming and again, with the rows locked,
 * when claiming; `now` in epoch milliseconds.
 *
 * The order matters: what is in doubt is never sent; a pause keeps a post from being missed or voided while it
 * stands; and lateness is told before an approval is judged, since a late post needs a person anyway.
 */
export function decide(facts: PublicationFacts, now: number): Decision {
  if (facts.attemptInDoubt || facts.status === 'publishing' || facts.status === 'unknown') {
    return { kind: 'reconcile' };
  }
  if (!CLAIMABLE.includes(facts.status) || facts.dueAt === null || facts.plannedAt === null) {
    return { kind: 'refuse', because: 'superseded' };
  }
  if (facts.paused) return { kind: 'refuse', because: 'paused' };
  if (now > facts.plannedAt + facts.graceMs) return { kind: 'refuse', because: 'late' };
  if (facts.optedOut) return { kind: 'refuse', because: 'opted-out' };
  if (facts.statementsChanged) return { kind: 'refuse', because: 'statement-changed' };
  if (facts.lacksConsent) return { kind: 'refuse', because: 'consent-missing' };
  if (facts.embargoUntil !== null && facts.embargoUntil > facts.dueAt) {
    return { kind: 'refuse', because: 'embargoed' };
  }
  const proposal = { fingerprint: facts.fingerprint, plannedAt: facts.plannedAt, timing: facts.timing };
  if (facts.approval === null || !covers(facts.approval, proposal)) {
    return { kind: 'refuse', because: 'not-approved' };
  }
  if (!facts.connected) return { kind: 'refuse', because: 'account-disconnected' };
  if (facts.blockedUntil !== null && facts.blockedUntil > Math.max(now, facts.dueAt)) {
    return waitOrLate(facts.blockedUntil, facts.plannedAt + facts.graceMs);
  }
  return { kind: 'publish', at: facts.dueAt };
}

function waitOrLate(until: number, latestAt: number): Decision {
  return until > latestAt ? { kind: 'refuse', because: 'late' } : { kind: 'wait', until };
}

/** What a refusal at the claim does to the post; null where it stays as it is. */
export function consequence(
  because: Refusal,
  status: PostStatus,
): { readonly to: PostStatus; readonly reason: string } | null {
  if (because === 'superseded' || because === 'paused') return null;
  const reason = REFUSAL_REASONS[because];
  if (status === 'partly-published') return { to: 'partly-published', reason };
  return LOOK_AGAIN.includes(because) ? { to: 'proposed', reason } : { to: 'missed', reason };
}

/** What its people may mend before its time is over. */
const LOOK_AGAIN: readonly Refusal[] = ['not-approved', 'statement-changed', 'consent-missing', 'embargoed'];

const REFUSAL_REASONS: Readonly<Record<Exclude<Refusal, 'superseded' | 'paused'>, string>> = {
  late: 'late: it could not go out within its grace; choose a new time or drop it',
  'not-approved': 'not-approved: no standing approval covers this text at this time',
  'statement-changed': 'statement-changed: a statement it uses was changed or rejected since it was approved',
  'consent-missing':
    'consent-missing: a speaker’s organization does not agree to the use of a quotation in it',
  embargoed: 'embargoed: its release is under embargo beyond its time; choose a later time or drop it',
  'opted-out': 'opted-out: the organization left before it was due',
  'account-disconnected': 'account-disconnected: connect the account, then choose a new time',
};
