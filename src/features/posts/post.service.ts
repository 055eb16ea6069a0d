import { Injectable } from '@nestjs/common';
import type { PostCancellation, PostEdit, PostRescheduling } from '../../contract/posts.js';
import { fingerprint } from '../../domain/post/fingerprint.js';
import { mayNameMoment } from '../../domain/post/names-moment.js';
import { EDITABLE, mayMove, type PostStatus } from '../../domain/post/status.js';
import { prove, statementIds } from '../../domain/statement/prove.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';
import { StatementSources } from '../releases/index.js';
import { objectToFit } from './fit.js';
import { refuseFrozen, refuseWithinFreeze } from './freeze.js';
import { MoveRepository, type PostMove } from './move.repository.js';
import { refuseOnBlackout } from './no-time.js';
import { PlanRepository } from './plan.repository.js';
import { PostRepository, type NamedPost } from './post.repository.js';
import { revisionsOf, statementUses } from './statement-uses.js';

@Injectable()
export class PostService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly plan: PlanRepository,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
    private readonly sources: StatementSources,
  ) {}

  async get(id: string): Promise<NamedPost> {
    const post = await this.posts.find(id);
    if (post === undefined) throw postNotFound(id);
    return post;
  }

  /** New words, by a person: proved, fitting, and to be approved again. */
  async edit(id: string, edit: PostEdit): Promise<NamedPost> {
    const { campaignId, network } = await this.get(id);
    // Before the proof, which is not to read through more words than any network takes.
    const unfit = objectToFit(network, edit.parts);
    if (unfit !== null) throw new Invalid('does-not-fit', unfit, [{ field: 'parts', message: unfit }]);
    const sources = await this.sources.lookupIn(campaignId, statementIds(edit.parts));
    const proof = prove(edit.parts, sources, await this.sources.phrases(campaignId));
    if (proof.kind === 'refuse') {
      const field = `parts.${proof.where.part}.segments.${proof.where.segment ?? 0}`;
      throw new Invalid('words-not-proved', proof.message, [{ field, message: proof.message }]);
    }
    await this.change(id, async (trx, post) => {
      if (!EDITABLE.includes(post.status)) throw notEditable(post);
      refuseFrozen(post, this.clock.now());
      if (post.revision !== edit.revision) throw changedMeanwhile(post, edit.revision);
      await this.posts.rewrite(trx, id, {
        parts: edit.parts,
        fingerprint: fingerprint({
          parts: edit.parts,
          network: post.network,
          remoteAccount: post.remoteId,
          settings: {},
        }),
        template: null,
        // Nobody fills these words again when the hearing moves: whoever approved them then looks again.
        dependsOnDate: post.dependsOnDate || mayNameMoment(edit.parts),
        statements: statementUses(edit.parts, revisionsOf(sources)),
      });
      refuseUnderEmbargo(await this.posts.embargoOf(trx, id), post.plannedAt);
      return { to: 'proposed', reason: `edited by ${edit.by}` };
    });
    return this.get(id);
  }

  async cancel(id: string, { reason, by }: PostCancellation): Promise<NamedPost> {
    await this.change(id, (_, post) => {
      if (post.status === 'cancelled') return null;
      if (!mayMove(post.status, 'cancelled')) throw notFrom(post, 'cancelled');
      return { to: 'cancelled', reason: `cancelled by ${by}: ${reason}` };
    });
    return this.get(id);
  }

  /** A new time for a post that is not on its way; its organization approves it again for that time. */
  async reschedule(id: string, { plannedAt, by }: PostRescheduling): Promise<NamedPost> {
    const at = Date.parse(plannedAt);
    if (at <= this.clock.now()) {
      const message = 'This time has passed: choose one in the future.';
      throw new Invalid('in-the-past', message, [{ field: 'plannedAt', message }]);
    }
    const { campaignId } = await this.get(id);
    const keptFree = async (trx: LedgerTransaction): Promise<void> => {
      refuseOnBlackout(at, await this.plan.holdNoPosting(trx, campaignId));
      if (await this.plan.awaitsDecision(trx, id)) throw awaitsDecision();
    };
    await this.change(
      id,
      async (trx, post) => {
        if (!EDITABLE.includes(post.status)) throw notEditable(post);
        refuseFrozen(post, this.clock.now());
        refuseWithinFreeze(at, post.freezeMs, this.clock.now());
        refuseUnderEmbargo(await this.posts.embargoOf(trx, id), at);
        // “Tomorrow” is true of a wave wherever the hearing goes, and of a fixed instant only where it is.
        const dependsOnDate = post.dependsOnDate || mayNameMoment(post.parts);
        await this.posts.pin(trx, id, {
          plannedAt: at,
          timing: `at ${new Date(at).toISOString()}`,
          dependsOnDate,
        });
        return { to: 'proposed', reason: `rescheduled by ${by}` };
      },
      keptFree,
    );
    return this.get(id);
  }

  /** `first` is what has to be looked at, and held, before the post is locked: the plan locks in that order. */
  private async change(
    id: string,
    decideOn: (trx: LedgerTransaction, post: NamedPost) => Change | Promise<Change>,
    first: (trx: LedgerTransaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.ledger.transaction().execute(async (trx) => {
      await first(trx);
      const post = await this.posts.lock(trx, id);
      if (post === undefined) throw postNotFound(id);
      const change = await decideOn(trx, post);
      if (change === null) return;
      const move = { id, from: post.status, revision: post.revision, ...change, raiseRevision: true };
      await this.moves.move(trx, [move], this.clock.now());
    });
  }
}

type Change = Pick<PostMove, 'to' | 'reason'> | null;

/** Nothing made of a release is planned before its embargo ends. Both in epoch milliseconds. */
export function refuseUnderEmbargo(until: number | null, plannedAt: number | null): void {
  if (until === null || plannedAt === null || plannedAt >= until) return;
  const message = `A release that it is made of is under embargo until ${new Date(until).toISOString()}: choose a time from then on.`;
  throw new Conflict('under-embargo', message, [{ field: 'plannedAt', message }]);
}

export function postNotFound(id: string): NotFound {
  return new NotFound('post-not-found', `There is no post ${id}.`);
}

/** Refuses what would change a post that is on its way, uncertain, or ended. */
function notEditable(post: NamedPost): Conflict {
  const why: Partial<Record<PostStatus, string>> = {
    publishing: 'It is being sent just now: wait for its outcome.',
    unknown: 'It may be live already: wait until it is reconciled.',
    published: 'It is live.',
    'partly-published': 'Some of its parts are live.',
  };
  return new Conflict('post-not-editable', why[post.status] ?? `It is ${post.status}, which is final.`);
}

function awaitsDecision(): Conflict {
  return new Conflict(
    'decision-awaited',
    'It is written for one outcome of the case: it gets its time when two people release that outcome.',
  );
}

function notFrom(post: NamedPost, to: PostStatus): Conflict {
  return new Conflict('move-not-allowed', `A post that is ${post.status} cannot become ${to}.`);
}

function changedMeanwhile(post: NamedPost, seen: number): Conflict {
  return new Conflict(
    'post-changed',
    `The post was changed meanwhile (revision ${post.revision}, you edited ${seen}): look at it again.`,
  );
}
