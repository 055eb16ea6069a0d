import { Injectable } from '@nestjs/common';
import { fingerprint } from '../../domain/post/fingerprint.js';
import { mayNameMoment } from '../../domain/post/names-moment.js';
import type { Part } from '../../domain/post/segment.js';
import { statementIds } from '../../domain/statement/prove.js';
import type { StatementLookup } from '../../domain/statement/proof.js';
import { Clock } from '../../infrastructure/clock/index.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { refuseFrozen } from './freeze.js';
import { MoveRepository } from './move.repository.js';
import { refuseNotEditable, refuseUnderEmbargo } from './post.refusals.js';
import { type NamedPost, PostRepository } from './post.repository.js';
import { revisionsOf, statementUses } from './statement-uses.js';

/** The one way a person's words come into a post, one by one or from a file. */
@Injectable()
export class PostEditor {
  constructor(
    private readonly clock: Clock,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
  ) {}

  /**
   * Gives a locked post these words, which `wordsFault` has nothing against; it is to be approved again.
   * @throws Refusal where the post is on its way or ended, is frozen, or would leave under an embargo.
   */
  async rewrite(
    trx: LedgerTransaction,
    post: NamedPost,
    words: { readonly parts: readonly Part[]; readonly sources: StatementLookup; readonly by: string },
  ): Promise<void> {
    const { parts, sources, by } = words;
    const { id, network, remoteId, status, revision, plannedAt } = post;
    refuseNotEditable(post);
    refuseFrozen(post, this.clock.now());
    const used = new Set(statementIds(parts));
    await this.posts.rewrite(trx, id, {
      parts,
      fingerprint: fingerprint({ parts, network, remoteAccount: remoteId, settings: {} }),
      template: null,
      // Nobody fills these words again when the hearing moves: whoever approved them then looks again.
      dependsOnDate: post.dependsOnDate || mayNameMoment(parts),
      statements: statementUses(
        parts,
        new Map([...revisionsOf(sources)].filter(([statementId]) => used.has(statementId))),
      ),
    });
    refuseUnderEmbargo(await this.posts.embargoOf(trx, id), plannedAt);
    const move = {
      id,
      from: status,
      revision,
      to: 'proposed',
      reason: `edited by ${by}`,
      raiseRevision: true,
    } as const;
    await this.moves.move(trx, [move], this.clock.now());
  }
}
