import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { consequence, decide, type Decision } from '../../domain/publication/index.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { takeGateShared } from '../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { MoveRepository, type PostMove } from '../posts/index.js';
import { AttemptRepository, type NewAttempt } from './attempt.repository.js';
import { FactsRepository, type DepartingPost } from './facts.repository.js';

/** The right to make the one call for one part, once. */
export interface Claim {
  readonly attemptId: string;
  readonly part: number;
  readonly key: string;
  readonly claimedAt: number;
}

/** `busy`: somebody else holds the post's row just now. `no`: it does not go out, and the ledger says why. */
export type ClaimResult = Claim | 'busy' | 'no';

export interface ClaimRequest {
  readonly id: string;
  readonly revision: number;
  /** The part that is ready to be sent: when another worker has gone on with the thread, it is not the next one. */
  readonly part: number;
}

export interface ClaimTiming {
  readonly claimedBy: string;
  readonly claimLeadMs: number;
  readonly reconcileAfterMs: number;
}

@Injectable()
export class ClaimRepository {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly facts: FactsRepository,
    private readonly attempts: AttemptRepository,
    private readonly moves: MoveRepository,
  ) {}

  /**
   * Claims the next part of each post in one transaction: everything is checked again with the rows locked,
   * behind the gate. If this throws, at COMMIT too, nothing may be sent: a claim may or may not stand, and
   * reconciling finds out.
   */
  async claim(
    requests: readonly ClaimRequest[],
    timing: ClaimTiming,
  ): Promise<ReadonlyMap<string, ClaimResult>> {
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateShared(trx);
      const locked = await this.facts.lock(
        trx,
        requests.map(({ id }) => id),
      );
      const now = this.clock.now();
      const results = new Map<string, ClaimResult>();
      const opened: NewAttempt[] = [];
      const moves: PostMove[] = [];
      for (const request of requests) {
        const { id } = request;
        const post = locked.get(id);
        if (post === undefined) {
          results.set(id, 'busy');
          continue;
        }
        const decision = judge(post, request, now, timing.claimLeadMs);
        if (decision.kind === 'publish') {
          const attempt = newAttempt(post, timing.claimedBy, now);
          opened.push(attempt);
          moves.push(moveTo(post, 'publishing', { reconcileAt: now + timing.reconcileAfterMs }));
          results.set(id, { attemptId: attempt.id, part: attempt.part, key: attempt.key, claimedAt: now });
          continue;
        }
        results.set(id, 'no');
        const move = refusalMove(post, decision);
        if (move !== null) moves.push(move);
      }
      await this.write(trx, opened, moves, now);
      return results;
    });
  }

  private async write(
    trx: LedgerTransaction,
    opened: readonly NewAttempt[],
    moves: readonly PostMove[],
    now: number,
  ): Promise<void> {
    const moved = await this.moves.move(trx, moves, now);
    if (moved.size !== moves.length) throw new Error('A locked post changed under its claim');
    if (opened.length > 0) await this.attempts.open(trx, opened);
  }
}

/** The clock may be set anew, by this much at most, between the hold and the claim. */
const CLOCK_STEP_MS = 250;

function judge(
  post: DepartingPost,
  { revision, part }: ClaimRequest,
  now: number,
  claimLeadMs: number,
): Decision {
  if (post.revision !== revision || post.liveParts !== part) return { kind: 'refuse', because: 'superseded' };
  const decision = decide(post, now);
  const early = decision.kind === 'publish' && decision.at > now + claimLeadMs + CLOCK_STEP_MS;
  return early ? { kind: 'refuse', because: 'superseded' } : decision;
}

function newAttempt(post: DepartingPost, claimedBy: string, now: number): NewAttempt {
  return {
    id: randomUUID(),
    postId: post.id,
    part: post.liveParts,
    key: partKey(post.id, post.liveParts),
    fingerprint: post.fingerprint,
    claimedBy,
    claimedAt: now,
  };
}

/** Every attempt at a part carries the same key, whatever happened before: a network that keeps keys posts once. */
export function partKey(postId: string, part: number): string {
  return `${postId}-${part}`;
}

/** What a refusal or a wait found when arming or claiming does to the post; null where it stays as it is. */
export function refusalMove(post: DepartingPost, decision: Decision): PostMove | null {
  if (decision.kind === 'wait')
    return moveTo(post, post.status, { dueAt: decision.until, reason: 'rate-limited' });
  if (decision.kind !== 'refuse') return null;
  const follows = consequence(decision.because, post.status);
  if (follows === null) return null;
  return moveTo(post, follows.to, { reason: follows.reason, raiseRevision: follows.to === 'proposed' });
}

function moveTo(
  post: DepartingPost,
  to: PostMove['to'],
  change: Pick<PostMove, 'dueAt' | 'reconcileAt' | 'reason' | 'raiseRevision'>,
): PostMove {
  return { id: post.id, from: post.status, revision: post.revision, to, ...change };
}
