import { Injectable, Logger } from '@nestjs/common';
import { nextLookAt, type Outcome } from '../../domain/publication/index.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { Finding } from '../../publishers/publisher.js';
import { AttemptRecorder } from './attempt.recorder.js';
import { AttemptRepository, type AttemptInDoubt } from './attempt.repository.js';
import { FactsRepository, type DepartingPost } from './facts.repository.js';
import { OutgoingParts } from './outgoing.js';
import { Publishers } from './publishers.js';
import { PublishingOptions } from './publishing.options.js';

const AT_ONCE = 20;
const SLICE = 500;
/** A network that does not answer must not hold up for longer what else is swept; the next sweep goes on. */
const LONGEST_MS = 30_000;
/** A network's clock may be behind ours: the timeline is read from this much before the claim. */
const SKEW_MS = 120_000;

/** Finds out what became of attempts without an outcome, by reading the account and nothing else. */
@Injectable()
export class Reconciler {
  private readonly logger = new Logger(Reconciler.name);

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly facts: FactsRepository,
    private readonly attempts: AttemptRepository,
    private readonly outgoing: OutgoingParts,
    private readonly publishers: Publishers,
    private readonly recorder: AttemptRecorder,
    private readonly options: PublishingOptions,
  ) {}

  /** Looks for every attempt in doubt whose time has come; `ids` looks for those posts' now, if old enough. */
  async reconcileDue(ids?: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const postIds = ids ?? (await this.due(now));
    if (postIds.length === 0) return 0;
    const posts = await this.facts.read(postIds);
    const oldEnough = (await this.attempts.inDoubt(postIds)).filter(
      ({ claimedAt }) => claimedAt + this.options.reconcileAfterMs <= now,
    );
    const startedAt = this.clock.elapsed();
    for (let start = 0; start < oldEnough.length; start += AT_ONCE) {
      if (this.clock.elapsed() - startedAt > LONGEST_MS) break;
      const slice = oldEnough.slice(start, start + AT_ONCE);
      await Promise.all(
        slice.map(async (attempt) => {
          const post = posts.get(attempt.postId);
          if (post !== undefined) await this.reconcileAlone(post, attempt);
        }),
      );
    }
    return oldEnough.length;
  }

  private async due(now: number): Promise<readonly string[]> {
    const rows = await this.ledger
      .selectFrom('post')
      .select(['id', 'reconcileAt'])
      .where('reconcileAt', 'is not', null)
      .orderBy('reconcileAt')
      .limit(SLICE)
      .execute();
    return rows.filter(({ reconcileAt }) => reconcileAt !== null && reconcileAt <= now).map(({ id }) => id);
  }

  /** One that cannot be recorded stays in doubt, and keeps none of the others so. */
  private async reconcileAlone(post: DepartingPost, attempt: AttemptInDoubt): Promise<void> {
    try {
      await this.reconcile(post, attempt);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async reconcile(post: DepartingPost, attempt: AttemptInDoubt): Promise<void> {
    const finding = await this.find(post, attempt);
    const now = this.clock.now();
    await this.recorder.record(
      [
        {
          attemptId: attempt.id,
          postId: post.id,
          part: attempt.part,
          outcome: outcomeOf(finding),
          claimedAt: attempt.claimedAt,
          sentAt: attempt.sentAt,
          lookAt: nextLookAt(attempt.claimedAt, now),
          adopted: true,
        },
      ],
      this.clock,
    );
    this.logger.log(`Post ${post.id}, part ${attempt.part + 1}: reconciled as ${finding.kind}`);
  }

  private async find(post: DepartingPost, attempt: AttemptInDoubt): Promise<Finding> {
    try {
      return await this.look(post, attempt);
    } catch (error) {
      // Whatever this is, such as credentials that cannot be opened, it tells nothing of the post.
      this.logger.error(error);
      return { kind: 'unreachable', evidence: `the account cannot be looked at: ${String(error)}` };
    }
  }

  private async look(post: DepartingPost, attempt: AttemptInDoubt): Promise<Finding> {
    const publisher = this.publishers.of(post.network);
    const part = (await this.outgoing.of(post)).find(({ key }) => key === attempt.key);
    if (publisher === undefined || part === undefined) {
      return { kind: 'unsure', evidence: `this installation cannot read ${post.network}` };
    }
    const signal = AbortSignal.timeout(this.options.requestLimitMs);
    return publisher.find(part, attempt.claimedAt - SKEW_MS, signal);
  }
}

function outcomeOf(finding: Finding): Outcome {
  switch (finding.kind) {
    case 'found':
      return { kind: 'published', remoteId: finding.remoteId, url: finding.url };
    case 'absent':
      return { kind: 'absent', reason: 'the account does not show it, so it never arrived' };
    case 'unsure':
    case 'unreachable':
      return { kind: 'unknown', evidence: finding.evidence };
  }
}
