import { Injectable, Logger } from '@nestjs/common';
import { aftermath, type Outcome } from '../../domain/publication/index.js';
import type { Clock } from '../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { AttemptState } from '../../infrastructure/database/tables.js';
import { AccountBlocks } from '../organizations/index.js';
import { MoveRepository, type PostMove } from '../posts/index.js';
import { AttemptRepository, type ClosedAttempt } from './attempt.repository.js';
import { FactsRepository, type DepartingPost } from './facts.repository.js';

/** A try that ended, as the worker saw it. Instants in epoch milliseconds. */
export interface Ended {
  readonly attemptId: string;
  readonly postId: string;
  readonly part: number;
  readonly outcome: Outcome;
  readonly claimedAt: number;
  readonly sentAt: number | null;
  /** When to look for it on the account, should its outcome be unknown. */
  readonly lookAt: number;
  /** Found on the account by reconciling. */
  readonly adopted: boolean;
}

/** While PostgreSQL is away an outcome is kept and written again after these waits, then left to reconciling. */
const RETRY_WAITS_MS = [100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

const LONGEST_DETAIL = 2_000;

@Injectable()
export class AttemptRecorder {
  private readonly logger = new Logger(AttemptRecorder.name);

  constructor(
    private readonly ledger: Ledger,
    private readonly attempts: AttemptRepository,
    private readonly facts: FactsRepository,
    private readonly moves: MoveRepository,
    private readonly blocks: AccountBlocks,
  ) {}

  /**
   * Writes how tries ended, all in one transaction, and moves their posts. Where the ledger refuses them
   * together, each is written alone, so that one in trouble does not hide the others.
   */
  async record(ended: readonly Ended[], clock: Clock): Promise<void> {
    for (const waitMs of [...RETRY_WAITS_MS, null]) {
      try {
        const kept = ended.map((end) => ({ ...end, outcome: keepable(end.outcome) }));
        await this.ledger.transaction().execute((trx) => this.write(trx, kept, clock.now()));
        return;
      } catch (error) {
        if (isRefusedByLedger(error) && ended.length > 1) {
          await Promise.all(ended.map((end) => this.record([end], clock)));
          return;
        }
        if (waitMs === null || isRefusedByLedger(error)) throw error;
        this.logger.warn(`An outcome could not be recorded, trying again in ${waitMs} ms: ${String(error)}`);
        await clock.holdUntil(clock.now() + waitMs);
      }
    }
  }

  private async write(trx: LedgerTransaction, ended: readonly Ended[], now: number): Promise<void> {
    const unsent = ended.filter(({ outcome }) => UNSENT_OUTCOMES.includes(outcome.kind));
    if (unsent.length > 0) {
      await this.facts.holdHearings(
        trx,
        unsent.map(({ postId }) => postId),
      );
    }
    const posts = await this.facts.lockWaiting(
      trx,
      ended.map(({ postId }) => postId),
    );
    const closed = await this.attempts.close(
      trx,
      ended.map((end) => closedAttempt(end, now)),
    );
    const ours = ended.filter(({ attemptId }) => closed.has(attemptId));
    await this.attempts.publish(
      trx,
      ours.flatMap((end) => {
        if (end.outcome.kind !== 'published') return [];
        const { remoteId, url } = end.outcome;
        const publishedAt = end.sentAt ?? end.claimedAt;
        return [{ ...place(end), remoteId, url, publishedAt, adopted: end.adopted }];
      }),
    );
    const failures = await this.attempts.failures(trx, [...closed]);
    const unplanned =
      unsent.length === 0 ? new Set<string>() : await this.facts.hearingMovedSince(trx, [...closed]);
    const moves = ours.flatMap((end): PostMove[] => {
      const post = posts.get(end.postId);
      if (post === undefined) return [];
      const move = moveAfter(post, end, failures.get(end.attemptId) ?? 0, now);
      return [unplanned.has(end.attemptId) ? withoutOldPlan(move) : move];
    });
    const moved = await this.moves.move(trx, moves, now);
    if (moved.size !== moves.length) throw new Error('A post in doubt moved under its attempt');
    for (const end of ours) {
      const accountId = posts.get(end.postId)?.accountId;
      if (end.outcome.kind === 'deferred' && accountId !== undefined) {
        await this.blocks.block(trx, accountId, now + end.outcome.retryInMs);
      }
    }
  }
}

/** What surely did not go out, and would be sent again where the plan had it. */
const UNSENT_OUTCOMES: readonly Outcome['kind'][] = ['absent', 'not-sent', 'deferred'];

/** On the wire when the hearing moved, it was left out of the new plan: it must not go out by the old one. */
function withoutOldPlan(move: PostMove): PostMove {
  if (move.to !== 'approved') return move;
  const reason = 'moved: the hearing moved while it was being sent, and it did not go out; choose a new time';
  return { ...move, to: 'missed', dueAt: null, reason };
}

/** Classes 22 and 23 of SQLSTATE: the statement itself is at fault, and will be again. */
function isRefusedByLedger(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

/** A network may say what PostgreSQL keeps in no text: NUL, and halves of a surrogate pair. */
function keepable(outcome: Outcome): Outcome {
  if ('reason' in outcome) return { ...outcome, reason: legible(outcome.reason) };
  return outcome.kind === 'unknown' ? { ...outcome, evidence: legible(outcome.evidence) } : outcome;
}

function legible(text: string): string {
  return text.slice(0, LONGEST_DETAIL).replaceAll('\u0000', '').toWellFormed();
}

function place({ postId, part, attemptId }: Ended): Pick<Ended, 'postId' | 'part' | 'attemptId'> {
  return { postId, part, attemptId };
}

function closedAttempt(end: Ended, now: number): ClosedAttempt {
  return {
    id: end.attemptId,
    state: stateOf(end.outcome),
    sentAt: end.sentAt,
    finishedAt: now,
    detail: detailOf(end.outcome),
  };
}

function stateOf(outcome: Outcome): Exclude<AttemptState, 'open'> {
  return outcome.kind === 'held-back' ? 'not-sent' : outcome.kind;
}

function detailOf(outcome: Outcome): string | null {
  if ('reason' in outcome) return outcome.reason;
  return outcome.kind === 'unknown' ? outcome.evidence : null;
}

function moveAfter(post: DepartingPost, end: Ended, failures: number, now: number): PostMove {
  const after = aftermath(
    end.outcome,
    {
      part: end.part,
      parts: post.parts.length,
      plannedAt: post.plannedAt ?? now,
      graceMs: post.graceMs,
      failures,
    },
    now,
  );
  return {
    id: post.id,
    from: post.status,
    revision: post.revision,
    to: after.to,
    dueAt: after.dueAt,
    reconcileAt: after.to === 'unknown' ? end.lookAt : null,
    reason: after.reason,
  };
}
