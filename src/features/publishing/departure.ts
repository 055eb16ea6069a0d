import { Injectable, Logger } from '@nestjs/common';
import { decide, type Decision, type Outcome } from '../../domain/publication/index.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { SEND_WITHIN_MS } from '../../infrastructure/config/index.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { OutgoingPart, Publisher } from '../../publishers/publisher.js';
import { AlarmRepository, MoveRepository, type PostMove } from '../posts/index.js';
import { refusalMove, type Claim } from './claim.repository.js';
import { DepartureLoader } from './departure.loader.js';
import { Enqueuer } from './enqueuer.js';
import type { DepartingPost } from './facts.repository.js';
import { inThread, OutgoingParts } from './outgoing.js';
import { Publishers } from './publishers.js';
import { PublishingOptions } from './publishing.options.js';
import { StopFlag } from './stop-flag.js';
import { WordProof } from './word-proof.js';

/** A machine's clock may ring an alarm this much too early; it then holds instead of being set again. */
const EARLY_MS = 30_000;
const BUSY_WAIT_MS = 50;
const BUSY_TRIES = 40;

interface Ready {
  readonly publisher: Publisher;
  readonly parts: readonly OutgoingPart[];
}

/**
 * The way of one post out of the house, from its alarm to its record:
 * 1. read the ledger and decide; whatever is in doubt is left to reconciling, never sent;
 * 2. arm: prove the words, let the publisher prepare, hold until shortly before the instant;
 * 3. claim the next part in the ledger, hold until the instant, look at the stop flag, make the one call;
 * 4. record the outcome; a thread goes on with its next part from 3.
 * A process that dies anywhere here loses nothing: before 3 the sweep wakes the post again, after 3 the open
 * attempt is reconciled.
 */
@Injectable()
export class Departure {
  private readonly logger = new Logger(Departure.name);
  private readonly closing = new AbortController();

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly loader: DepartureLoader,
    private readonly outgoing: OutgoingParts,
    private readonly proof: WordProof,
    private readonly publishers: Publishers,
    private readonly stops: StopFlag,
    private readonly moves: MoveRepository,
    private readonly alarms: AlarmRepository,
    private readonly enqueuer: Enqueuer,
    private readonly options: PublishingOptions,
  ) {}

  /** Lets go of what is not claimed; what is claimed is sent and recorded. */
  stop(): void {
    this.closing.abort();
  }

  /** Answers when the alarm is to ring again, or null. */
  async depart(postId: string, revision: number): Promise<{ readonly againAt: number } | null> {
    const post = await this.loader.read(postId);
    if (post === null || post.revision !== revision) return null;
    const now = this.clock.now();
    // Before anything is judged: what is wrong with a post hours before its instant may be right by then.
    const ringsAt = (post.dueAt ?? now) - this.options.armLeadMs;
    if (ringsAt - now > EARLY_MS) return { againAt: ringsAt };
    const decision = decide(post, now);
    if (decision.kind !== 'publish') {
      await this.settle(post, decision);
      return null;
    }
    const ready = await this.arm(post);
    if (ready === null) return null;
    if (await this.clock.holdUntil(decision.at - this.options.claimLeadMs, this.closing.signal)) {
      await this.sendParts(post, ready, decision.at);
    } else {
      await this.alarms.wakeAgain(this.ledger, [post.id]);
    }
    return null;
  }

  private async settle(post: DepartingPost, decision: Decision): Promise<void> {
    const move = refusalMove(post, decision);
    if (move === null) return;
    await this.moves.move(this.ledger, [move], this.clock.now());
    if (decision.kind === 'wait') await this.enqueuer.enqueueDue();
  }

  /** Null when the post cannot go out: it then stands with the reason. */
  private async arm(post: DepartingPost): Promise<Ready | null> {
    const proof = await this.proof.prove(post);
    if (proof.kind === 'refuse') return this.giveBack(post, 'proposed', `words-not-proved: ${proof.message}`);
    const publisher = this.publishers.of(post.network);
    if (publisher === undefined) {
      const reason = `no-publisher: this installation cannot publish to ${post.network}`;
      return this.giveBack(post, 'rejected', reason);
    }
    const parts = await this.outgoing.of(post);
    const limit = AbortSignal.timeout(this.options.requestLimitMs);
    const preparation = await publisher.prepare(parts, limit);
    if (preparation.kind === 'rejected') {
      return this.giveBack(post, 'rejected', `rejected: ${preparation.reason}`);
    }
    // Trouble now need not be trouble at the instant: the send itself decides.
    if (preparation.kind === 'trouble') this.logger.warn(`Post ${post.id}: ${preparation.reason}`);
    return { publisher, parts };
  }

  private async giveBack(post: DepartingPost, to: PostMove['to'], reason: string): Promise<null> {
    const stays = post.status === 'partly-published';
    const move = { id: post.id, from: post.status, revision: post.revision, reason };
    await this.moves.move(
      this.ledger,
      [{ ...move, to: stays ? post.status : to, raiseRevision: !stays }],
      this.clock.now(),
    );
    return null;
  }

  private async sendParts(post: DepartingPost, { publisher, parts }: Ready, at: number): Promise<void> {
    let thread: OutgoingPart['replyTo'] | undefined;
    for (const [index, part] of parts.entries()) {
      const claimed = await this.claim(post, post.liveParts + index);
      if (claimed === null) {
        // What the claim put off, such as by a rate limit, has a new instant.
        await this.enqueuer.enqueueDue();
        return;
      }
      const { claim, tooLateAfter } = claimed;
      // A clock that is stopped lets go before the instant: the claim is then left to reconciling.
      if (!(await this.clock.holdUntil(at))) return;
      const outgoing = thread === undefined ? part : { ...part, replyTo: thread };
      const { outcome, sentAt } = await this.send(post, publisher, outgoing, tooLateAfter);
      await this.record(post, claim, outcome, sentAt);
      if (outcome.kind !== 'published') return;
      thread = inThread([outgoing.replyTo?.rootId ?? outcome.remoteId, outcome.remoteId]);
    }
  }

  private async claim(
    post: DepartingPost,
    part: number,
  ): Promise<{ readonly claim: Claim; readonly tooLateAfter: number } | null> {
    for (let tried = 0; tried < BUSY_TRIES; tried += 1) {
      const tooLateAfter = this.clock.elapsed() + SEND_WITHIN_MS;
      const result = await this.loader.claim({ id: post.id, revision: post.revision, part });
      if (result === 'no') return null;
      if (result !== 'busy') return { claim: result, tooLateAfter };
      await this.clock.holdUntil(this.clock.now() + BUSY_WAIT_MS, this.closing.signal);
    }
    // Waits until whoever holds the row lets it go, and rings at once then.
    await this.alarms.wakeAgain(this.ledger, [post.id]);
    return null;
  }

  private async send(
    post: DepartingPost,
    publisher: Publisher,
    part: OutgoingPart,
    tooLateAfter: number,
  ): Promise<{ readonly outcome: Outcome; readonly sentAt: number | null }> {
    const pause = await this.stops.look(post);
    if (pause !== null) return { outcome: { kind: 'held-back', reason: pause }, sentAt: null };
    if (this.clock.elapsed() > tooLateAfter) {
      const reason = 'the worker was held up after its claim';
      return { outcome: { kind: 'not-sent', reason, retryInMs: 0 }, sentAt: null };
    }
    const sentAt = this.clock.now();
    try {
      const outcome = await publisher.send(part, AbortSignal.timeout(this.options.requestLimitMs));
      return { outcome, sentAt };
    } catch (error) {
      // A publisher never throws for an answer: whatever this is, the post may be out there.
      this.logger.error(error);
      return { outcome: { kind: 'unknown', evidence: `the publisher failed: ${String(error)}` }, sentAt };
    }
  }

  private async record(
    post: DepartingPost,
    claim: Claim,
    outcome: Outcome,
    sentAt: number | null,
  ): Promise<void> {
    await this.loader.record({
      attemptId: claim.attemptId,
      postId: post.id,
      part: claim.part,
      outcome,
      claimedAt: claim.claimedAt,
      sentAt,
      lookAt: claim.claimedAt + this.options.reconcileAfterMs,
      adopted: false,
    });
    if (outcome.kind === 'not-sent' || outcome.kind === 'deferred') await this.enqueuer.enqueueDue();
  }
}
