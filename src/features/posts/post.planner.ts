import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PlanEffect } from '../../contract/plan-effect.js';
import type { NoPosting, Seating } from '../../domain/campaign/index.js';
import { UNSENT } from '../../domain/post/status.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { type PlanChange, PlanListener, PlanListeners } from '../campaigns/index.js';
import { MoveRepository } from './move.repository.js';
import { effectCounts, mostUrgent, presentMove } from './plan-effects.js';
import { PlanRepository, type StandingRow, type UnsentPost } from './plan.repository.js';
import { PostRerender } from './post.rerender.js';
import { replan, type Replanned, staysFrozen } from './replan.js';
import { seatingsOf } from './seats.js';
import { PlanMoveRepository } from './undo/plan-move.repository.js';
import { PostUndoing, type Undone } from './undo/post.undoing.js';
import { notRestored } from './undo/restore.js';

/** Moves every unsent post with its wave, in the transaction that moves the hearing. */
@Injectable()
export class PostPlanner extends PlanListener implements OnModuleInit {
  constructor(
    private readonly listeners: PlanListeners,
    private readonly plan: PlanRepository,
    private readonly moves: MoveRepository,
    private readonly rerender: PostRerender,
    private readonly planMoves: PlanMoveRepository,
    private readonly undoing: PostUndoing,
  ) {
    super();
  }

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async planChanged(trx: LedgerTransaction, change: PlanChange): Promise<PlanEffect> {
    const noPosting = await this.plan.noPosting(trx, change.campaignId, change.calendar.zone);
    const { restored, others } =
      change.undoes === null
        ? NOTHING_UNDONE
        : await this.undoing.undo(trx, change.undoes, change, noPosting);
    const followed = await this.follow(
      trx,
      { ...change, noPosting },
      new Set(restored.map(({ post }) => post.id)),
    );
    const touched = new Set(others.map(({ id }) => id));
    const byId = new Map(followed.map((one) => [one.post.id, one]));
    const all = [
      ...restored,
      ...followed.filter(({ post }) => !touched.has(post.id)),
      ...others.map((post) => notRestored(post, byId.get(post.id) ?? null)),
    ];
    if (all.some(({ move }) => move?.dueAt !== undefined)) await this.plan.announceDue(trx);
    const shown = mostUrgent(all);
    const names = await this.plan.names(
      trx,
      shown.map(({ post }) => post.id),
    );
    return {
      ...effectCounts(all),
      inFlight: await this.plan.inFlight(trx, change.campaignId),
      posts: shown.flatMap((one) => {
        const named = names.get(one.post.id);
        return named === undefined ? [] : [presentMove(one, named)];
      }),
    };
  }

  /** Moves every unsent post with its wave but those that an undo has put back already. */
  private async follow(
    trx: LedgerTransaction,
    change: PlanChange & { readonly noPosting: NoPosting },
    restored: ReadonlySet<string>,
  ): Promise<readonly Replanned[]> {
    const { campaignId, calendar, cause, changedAt, moveId, noPosting } = change;
    const waves = new Map(change.waves.map((wave) => [wave.id, wave]));
    const pinnedToo = change.waves.filter(({ fate }) => cause === 'blackout' || fate.kind === 'dropped');
    const unsent = await this.plan.lockUnsent(
      trx,
      [...waves.keys()],
      pinnedToo.map(({ id }) => id),
      UNSENT,
    );
    const posts = unsent.filter(({ id }) => !restored.has(id));
    if (moveId !== null) {
      const dated = posts.filter(({ dependsOnDate }) => dependsOnDate);
      await this.planMoves.rememberWords(
        trx,
        campaignId,
        moveId,
        dated.map(({ id }) => id),
      );
    }
    const changing = posts.filter((post) => !staysFrozen(post, change));
    const reworded = await this.rerender.rerender(trx, campaignId, changing, waves);
    const seatings = await this.seat(trx, change, changing);
    const replanned = posts.flatMap((post): Replanned[] => {
      const wave = waves.get(post.waveId);
      const seating = seatings.get(post.waveId)?.get(post.accountId);
      if (wave === undefined || seating === undefined) return [];
      const words = reworded.get(post.id);
      const one = replan(post, { wave, calendar, seating, words, cause, noPosting, changedAt });
      return one === null ? [] : [one];
    });
    const moves = replanned.flatMap(({ move }) => move ?? []);
    if (moveId !== null) await this.planMoves.remember(trx, moveId, moves);
    const moved = await this.moves.move(trx, moves, changedAt);
    if (moved.size !== moves.length) throw new Error('A locked post changed while it was planned anew');
    return replanned;
  }

  /** When each account posts in each wave. What is pinned, sent or being sent keeps its second. */
  private async seat(
    trx: LedgerTransaction,
    {
      waves,
      respread,
      noPosting,
    }: Pick<PlanChange, 'waves' | 'respread'> & { readonly noPosting: NoPosting },
    posts: readonly UnsentPost[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Seating>>> {
    const accounts = await this.plan.accounts(trx);
    const standing = await this.plan.standing(
      trx,
      waves.map(({ id }) => id),
    );
    const moving = new Set(posts.filter(({ pinned }) => !pinned).map(({ id }) => id));
    const stays = ({ id }: StandingRow): boolean => !moving.has(id);
    return new Map(
      waves.map((wave) => {
        const there = standing.get(wave.id) ?? [];
        const keeping = respread ? there.filter(stays) : there;
        return [wave.id, seatingsOf(wave, accounts, keeping, stays, noPosting)];
      }),
    );
  }
}

const NOTHING_UNDONE: Undone = { restored: [], others: [] };
