import { Injectable } from '@nestjs/common';
import type { PostCancellation, PostEdit, PostRescheduling } from '../../contract/posts.js';
import { mayNameMoment } from '../../domain/post/names-moment.js';
import { mayMove } from '../../domain/post/status.js';
import { statementIds } from '../../domain/statement/prove.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Invalid } from '../../infrastructure/http/index.js';
import { StatementSources } from '../releases/index.js';
import { wordsFault } from './fit.js';
import { refuseFrozen, refuseWithinFreeze } from './freeze.js';
import { MoveRepository, type PostMove } from './move.repository.js';
import { refuseOnBlackout } from './no-time.js';
import { PlanRepository } from './plan.repository.js';
import { PostEditor } from './post.editor.js';
import {
  awaitsDecision,
  changedMeanwhile,
  notFrom,
  postNotFound,
  refuseNotEditable,
  refuseUnderEmbargo,
} from './post.refusals.js';
import { PostRepository, type NamedPost } from './post.repository.js';

@Injectable()
export class PostService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly plan: PlanRepository,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
    private readonly editor: PostEditor,
    private readonly sources: StatementSources,
  ) {}

  async get(id: string): Promise<NamedPost> {
    const post = await this.posts.find(id);
    if (post === undefined) throw postNotFound(id);
    return post;
  }

  /** New words, by a person: proved, fitting, and to be approved again. */
  async edit(id: string, { parts, revision, by }: PostEdit): Promise<NamedPost> {
    const { campaignId, network } = await this.get(id);
    const sources = await this.sources.lookupIn(campaignId, statementIds(parts));
    const fault = wordsFault(network, parts, sources, await this.sources.phrases(campaignId));
    if (fault !== null) {
      const { code, part, segment, message } = fault;
      const field = code === 'does-not-fit' ? 'parts' : `parts.${part}.segments.${segment ?? 0}`;
      throw new Invalid(code, message, [{ field, message }]);
    }
    await this.ledger.transaction().execute(async (trx) => {
      const post = await this.posts.lock(trx, id);
      if (post === undefined) throw postNotFound(id);
      refuseNotEditable(post);
      if (post.revision !== revision) throw changedMeanwhile(post, revision);
      await this.editor.rewrite(trx, post, { parts, sources, by });
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
        refuseNotEditable(post);
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
