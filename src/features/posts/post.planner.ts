import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isoInstant } from '../../contract/instant.js';
import type { PlanEffect, PlanMove } from '../../contract/plan-effect.js';
import type { Seating } from '../../domain/campaign/index.js';
import { UNSENT } from '../../domain/post/status.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { type PlanChange, PlanListener, PlanListeners } from '../campaigns/index.js';
import { MoveRepository } from './move.repository.js';
import { PlanRepository, type StandingRow, type UnsentPost } from './plan.repository.js';
import { PostRerender } from './post.rerender.js';
import { effectOn, replan, type Replanned, staysFrozen } from './replan.js';
import { seatingsOf } from './seats.js';

/** Moves every unsent post with its wave, in the transaction that moves the hearing. */
@Injectable()
export class PostPlanner extends PlanListener implements OnModuleInit {
  constructor(
    private readonly listeners: PlanListeners,
    private readonly plan: PlanRepository,
    private readonly moves: MoveRepository,
    private readonly rerender: PostRerender,
  ) {
    super();
  }

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async planChanged(trx: LedgerTransaction, change: PlanChange): Promise<PlanEffect> {
    const { calendar, cause, changedAt } = change;
    const waves = new Map(change.waves.map((wave) => [wave.id, wave]));
    const dropped = change.waves.filter(({ fate }) => fate.kind === 'dropped').map(({ id }) => id);
    const posts = await this.plan.lockUnsent(trx, [...waves.keys()], dropped, UNSENT);
    const changing = posts.filter((post) => !staysFrozen(post, change));
    const reworded = await this.rerender.rerender(trx, change.campaignId, changing, waves);
    const seatings = await this.seat(trx, change, changing);
    const replanned = posts.flatMap((post): Replanned[] => {
      const wave = waves.get(post.waveId);
      const seating = seatings.get(post.waveId)?.get(post.accountId);
      if (wave === undefined || seating === undefined) return [];
      const words = reworded.get(post.id);
      const one = replan(post, { wave, calendar, seating, words, cause, changedAt });
      return one === null ? [] : [one];
    });
    const moves = replanned.flatMap(({ move }) => move ?? []);
    const moved = await this.moves.move(trx, moves, changedAt);
    if (moved.size !== moves.length) throw new Error('A locked post changed while it was planned anew');
    if (moves.some(({ dueAt }) => dueAt !== undefined)) await this.plan.announceDue(trx);
    return {
      ...effectOf(replanned),
      inFlight: await this.plan.inFlight(trx, change.campaignId),
      posts: await this.shown(trx, replanned),
    };
  }

  /** When each account posts in each wave. What is pinned, sent or being sent keeps its second. */
  private async seat(
    trx: LedgerTransaction,
    { waves, calendar, respread }: PlanChange,
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
        return [wave.id, seatingsOf(wave, accounts, keeping, stays, calendar.zone)];
      }),
    );
  }

  /** Those that somebody has to look at come first. */
  private async shown(trx: LedgerTransaction, replanned: readonly Replanned[]): Promise<PlanMove[]> {
    const urgency = (one: Replanned): number => ORDER.indexOf(effectOn(one));
    const first = replanned
      .toSorted((a, b) => urgency(a) - urgency(b) || (a.place.plannedAt ?? 0) - (b.place.plannedAt ?? 0))
      .slice(0, MOST_SHOWN);
    const names = await this.plan.names(
      trx,
      first.map(({ post }) => post.id),
    );
    return first.flatMap((one): PlanMove[] => {
      const named = names.get(one.post.id);
      if (named === undefined) return [];
      const fromAt = isoOrNull(one.post.plannedAt);
      const toAt = effectOn(one) === 'dropped' ? null : isoOrNull(one.place.plannedAt);
      return [{ ...named, fromAt, toAt, effect: effectOn(one), reason: one.reason }];
    });
  }
}

/** How many posts an answer names. */
const MOST_SHOWN = 200;
const ORDER: readonly PlanMove['effect'][] = [
  'missed',
  'approve-again',
  'dropped',
  'frozen',
  'waiting',
  'moved',
];

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}

function effectOf(replanned: readonly Replanned[]): Omit<PlanEffect, 'inFlight' | 'posts'> {
  const count = (wanted: (one: Replanned) => boolean): number => replanned.filter(wanted).length;
  return {
    moved: count(({ post, place }) => place.plannedAt !== null && place.plannedAt !== post.plannedAt),
    lostApproval: count((one) => effectOn(one) === 'approve-again'),
    missed: count((one) => effectOn(one) === 'missed'),
    waiting: count(({ place, move }) => place.plannedAt === null && move?.to !== 'cancelled'),
    dropped: count((one) => effectOn(one) === 'dropped'),
    frozen: count((one) => effectOn(one) === 'frozen'),
  };
}
