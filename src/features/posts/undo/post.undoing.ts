import { Injectable } from '@nestjs/common';
import type { NoPosting } from '../../../domain/campaign/index.js';
import type { LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Conflict } from '../../../infrastructure/http/index.js';
import type { PlanChange } from '../../campaigns/index.js';
import { MoveRepository, type PostMove } from '../move.repository.js';
import { NearCopies } from '../near-copies/near-copies.js';
import { PostRepository } from '../post.repository.js';
import { type MovedPost, PlanMoveRepository } from './plan-move.repository.js';
import { isRestorable, restore, type Restored, steps } from './restore.js';

/** What an undo did, and what it has to leave to the plan. */
export interface Undone {
  readonly restored: readonly Restored[];
  readonly others: readonly MovedPost[];
}

/** Gives posts back what they were before the last move of their hearing. */
@Injectable()
export class PostUndoing {
  constructor(
    private readonly planMoves: PlanMoveRepository,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
    private readonly nearCopies: NearCopies,
  ) {}

  /** Restores the posts that nobody changed since the move. Nothing of the move may have left. */
  async undo(
    trx: LedgerTransaction,
    moveId: number,
    change: PlanChange,
    noPosting: NoPosting,
  ): Promise<Undone> {
    const { campaignId, changedAt, waves } = change;
    const moved = await this.planMoves.lockMoved(
      trx,
      moveId,
      waves.map(({ id }) => id),
    );
    const left = await this.planMoves.left(trx, campaignId, moveId);
    if (left > 0) throw alreadyLeft(left);
    const asBefore = moved.filter(isRestorable).map((post) => restore(post, noPosting, changedAt));
    for (const { post } of asBefore) {
      if (post.was.fingerprint !== post.fingerprint) await this.posts.rewrite(trx, post.id, post.was);
    }
    const restored: Restored[] = [];
    for (const one of asBefore) restored.push(await this.besideOthers(trx, one));
    const paths = restored.map(({ move }) => steps(move));
    await this.move(
      trx,
      paths.flatMap((path) => path.slice(0, -1)),
      changedAt,
    );
    await this.move(
      trx,
      paths.flatMap((path) => path.slice(-1)),
      changedAt,
    );
    return { restored, others: moved.filter((post) => !isRestorable(post)) };
  }

  /** What was approved meanwhile stands: a post that would be its near copy does not get its approval back. */
  private async besideOthers(trx: LedgerTransaction, restored: Restored): Promise<Restored> {
    const { post, move } = restored;
    if (move.to !== 'approved' || post.status === 'approved') return restored;
    const objection = await this.nearCopies.objection(trx, post.id, post.network);
    if (objection === null) return restored;
    const reason = `near-copy: ${objection}`;
    const { dueAt: _dueAt, ...without } = move;
    return { ...restored, move: { ...without, to: 'proposed', reason }, effect: 'approve-again', reason };
  }

  private async move(trx: LedgerTransaction, moves: readonly PostMove[], now: number): Promise<void> {
    const done = await this.moves.move(trx, moves, now);
    if (done.size !== moves.length) throw new Error('A locked post changed while its move was undone');
  }
}

function alreadyLeft(left: number): Conflict {
  const posts = left === 1 ? 'One post' : `${left} posts`;
  return new Conflict(
    'move-already-left',
    `${posts} left since by the date that the change gave them, so it cannot be undone: report the date anew instead.`,
  );
}
