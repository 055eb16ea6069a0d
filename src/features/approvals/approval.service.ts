import { Injectable } from '@nestjs/common';
import type {
  ApprovalDecision,
  ApprovalDecisions,
  ApprovalDecisionsAnswer,
  ApprovalWithdrawal,
  GivenLeeway,
  WithdrawalAnswer,
} from '../../contract/approvals.js';
import { prove, statementIds } from '../../domain/statement/prove.js';
import { mayMove, type PostStatus } from '../../domain/post/status.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Conflict, Forbidden, Invalid, Refusal } from '../../infrastructure/http/index.js';
import {
  MoveRepository,
  NearCopies,
  postNotFound,
  PostRepository,
  refuseFrozen,
  refuseUnderEmbargo,
  revisionsOf,
  statementUses,
  type NamedPost,
} from '../posts/index.js';
import { Enqueuer } from '../publishing/index.js';
import { StatementSources } from '../releases/index.js';
import { ApprovalRepository, type ApprovalRow } from './approval.repository.js';

const DECIDED = {
  approve: 'approved',
  'request-changes': 'changes-requested',
  decline: 'declined',
} as const satisfies Record<ApprovalDecision['decision'], PostStatus>;

@Injectable()
export class ApprovalService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly approvals: ApprovalRepository,
    private readonly posts: PostRepository,
    private readonly nearCopies: NearCopies,
    private readonly moves: MoveRepository,
    private readonly sources: StatementSources,
    private readonly enqueuer: Enqueuer,
  ) {}

  /** Decides on the fingerprint that was shown; a post that reads otherwise by now is refused, never approved. */
  async decide(postId: string, decision: ApprovalDecision): Promise<void> {
    await this.decideOne(postId, decision);
    if (decision.decision === 'approve') await this.enqueuer.enqueueDue();
  }

  /** Each post is decided by itself: one that is refused keeps none of the others back. */
  async decideAll(
    organizationId: string,
    { posts, ...verdict }: ApprovalDecisions,
  ): Promise<ApprovalDecisionsAnswer> {
    const answer: ApprovalDecisionsAnswer = { decided: [], refused: [] };
    for (const { id, ...shown } of posts) {
      try {
        await this.decideOne(id, { ...verdict, organizationId, ...shown });
        answer.decided.push(id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answer.refused.push({ id, code: error.code, detail: error.message });
      }
    }
    await this.enqueuer.enqueueDue();
    return answer;
  }

  private async decideOne(postId: string, decision: ApprovalDecision): Promise<void> {
    await this.ledger.transaction().execute(async (trx) => {
      const post = await this.lockOwn(trx, postId, decision.organizationId);
      if (post.fingerprint !== decision.fingerprint) throw staleFingerprint(post);
      if (isMoved(post, decision.plannedAt)) throw staleInstant(post);
      const to = DECIDED[decision.decision];
      const standing = await this.approvals.standing(trx, postId);
      const terms = given(to, decision.leeway, post);
      if (post.status === to && (to !== 'approved' || isGiven(standing, terms))) return;
      if (post.status !== to && !mayMove(post.status, to)) throw notOpen(post);
      const now = this.clock.now();
      if (to === 'approved') {
        refuseFrozen(post, now);
        await this.checkApprovable(trx, post);
      }
      if (standing !== undefined) await this.approvals.withdraw(trx, standing.id, now);
      await this.approvals.insert(trx, {
        postId,
        organizationId: decision.organizationId,
        fingerprint: post.fingerprint,
        decision: to,
        ...terms,
        decidedBy: decision.by,
        note: decision.note,
        decidedAt: new Date(now),
      });
      await this.moves.move(
        trx,
        [
          {
            id: postId,
            from: post.status,
            revision: post.revision,
            to,
            dueAt: to === 'approved' ? post.plannedAt : null,
            reason: decision.note,
            raiseRevision: true,
          },
        ],
        now,
      );
    });
  }

  /** Takes an approval back. What is claimed already may still appear; no further part of a thread will. */
  async withdraw(postId: string, withdrawal: ApprovalWithdrawal): Promise<WithdrawalAnswer> {
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const post = await this.lockOwn(trx, postId, withdrawal.organizationId);
      const standing = await this.approvals.standing(trx, postId);
      const partsLive = await this.approvals.liveParts(trx, postId);
      const onTheWire = post.status === 'publishing';
      if (standing === undefined) return { withdrawn: false, partsLive, onTheWire };
      if (post.status === 'published') {
        throw new Conflict('already-published', 'The post is live: ask for it to be taken down instead.');
      }
      const now = this.clock.now();
      await this.approvals.withdraw(trx, standing.id, now);
      if (post.status === 'approved') {
        const reason = `approval withdrawn by ${withdrawal.by}`;
        const move = { id: postId, from: post.status, revision: post.revision, reason, raiseRevision: true };
        await this.moves.move(trx, [{ ...move, to: 'proposed' }], now);
      }
      return { withdrawn: true, partsLive, onTheWire };
    });
  }

  private async lockOwn(trx: LedgerTransaction, postId: string, organizationId: string): Promise<NamedPost> {
    const post = await this.posts.lock(trx, postId);
    if (post === undefined) throw postNotFound(postId);
    if (post.organizationId !== organizationId) {
      throw new Forbidden('not-its-organization', `Only ${post.organization} decides on this post.`);
    }
    return post;
  }

  private async checkApprovable(trx: LedgerTransaction, post: NamedPost): Promise<void> {
    if (post.plannedAt !== null && this.clock.now() > post.plannedAt + post.graceMs) {
      throw new Conflict('too-late', 'Its time has passed: choose a new time, then approve it.');
    }
    const ids = statementIds(post.parts);
    const sources = await this.sources.lookupIn(post.campaignId, ids, trx);
    const proof = prove(post.parts, sources, await this.sources.phrases(post.campaignId, trx));
    if (proof.kind === 'refuse') throw new Invalid('words-not-proved', proof.message);
    const [unconsented] = await this.sources.unconsented(ids, trx);
    if (unconsented !== undefined) throw consentNeeded(unconsented);
    // The approval is given to the statements as they are now.
    await this.posts.useStatements(trx, post.id, statementUses(post.parts, revisionsOf(sources)));
    await this.nearCopies.refuse(trx, post.id, post.network);
    refuseUnderEmbargo(await this.posts.embargoOf(trx, post.id), post.plannedAt);
  }
}

/** What an approval allows of the post's time. */
interface Terms {
  readonly instantAt: Date | null;
  readonly leewayMinutes: number | null;
  readonly followsTiming: string | null;
}

const NO_TERMS: Terms = { instantAt: null, leewayMinutes: null, followsTiming: null };

function given(to: PostStatus, leeway: GivenLeeway, post: NamedPost): Terms {
  if (to !== 'approved') return NO_TERMS;
  const instantAt = post.plannedAt === null ? null : new Date(post.plannedAt);
  if (leeway.kind === 'follows-hearing') return { ...NO_TERMS, instantAt, followsTiming: post.timing };
  if (instantAt === null) {
    const message = 'It has no time yet, so only an approval that follows the hearing can be given.';
    throw new Invalid('no-date-yet', message, [{ field: 'leeway', message }]);
  }
  return { ...NO_TERMS, instantAt, leewayMinutes: leeway.minutes };
}

/** The same approval again; one that allows less or more of the time is a new one. */
function isGiven(standing: ApprovalRow | undefined, terms: Terms): boolean {
  return (
    standing !== undefined &&
    standing.leewayMinutes === terms.leewayMinutes &&
    standing.followsTiming === terms.followsTiming
  );
}

function isMoved(post: NamedPost, shown: string | null | undefined): boolean {
  if (shown === undefined) return false;
  return post.plannedAt !== (shown === null ? null : Date.parse(shown));
}

function consentNeeded({
  speaker,
  organization,
}: {
  readonly speaker: string | null;
  readonly organization: string | null;
}): Conflict {
  const who = speaker ?? organization ?? 'its speaker';
  const whose = organization === null ? 'the speaker’s organization' : organization;
  return new Conflict(
    'consent-needed',
    `The quotation of ${who} may not be used yet: ${whose} has to consent to it first.`,
  );
}

function staleInstant(post: NamedPost): Conflict {
  const at = post.plannedAt === null ? 'no date yet' : new Date(post.plannedAt).toISOString();
  return new Conflict(
    'stale-instant',
    `The post was moved since it was shown (${at} now): look at it again before deciding.`,
  );
}

function staleFingerprint(post: NamedPost): Conflict {
  return new Conflict(
    'stale-fingerprint',
    `The post was changed since it was shown (revision ${post.revision} now): look at it again before deciding.`,
  );
}

function notOpen(post: NamedPost): Conflict {
  return new Conflict(
    'not-open-for-decision',
    `The post is ${post.status}: there is nothing to decide on now.`,
  );
}
