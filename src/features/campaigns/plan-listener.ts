import { Injectable } from '@nestjs/common';
import type { PlanEffect } from '../../contract/plan-effect.js';
import type { Outcome, PlanCalendar, WaveFate, WaveOffset } from '../../domain/campaign/index.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';

export interface PlannedWave {
  readonly id: string;
  readonly timing: WaveOffset;
  /** The outcome that it is written for. */
  readonly outcome: Outcome | null;
  readonly spreadMs: number;
  readonly together: boolean;
  readonly graceMs: number;
  readonly freezeMs: number;
  /** Whether it leaves, waits for its event, or does not take place. */
  readonly fate: WaveFate;
}

/** What waves count from, or a wave's timing, as it now is: `waves` are those whose posts may have to move. */
export interface PlanChange {
  readonly campaignId: string;
  readonly calendar: PlanCalendar;
  readonly waves: readonly PlannedWave[];
  /** What changed: what the court did reaches posts that are frozen, too, since a wrong date is worse. */
  readonly cause: 'hearing' | 'launch' | 'wave' | 'blackout';
  /** Whether the accounts take their seats anew, since a wave is spread otherwise; else posts keep their distances. */
  readonly respread: boolean;
  /** The change of the hearing that an undo could take back; null where there is none such. */
  readonly moveId: number | null;
  /** The change of the hearing that this one takes back. */
  readonly undoes: number | null;
  readonly changedAt: number;
}

/** A feature whose rows follow the plan. */
export abstract class PlanListener {
  /**
   * Moves what follows the plan, in the transaction that changes the plan, so that both happen or neither. The
   * hearing's row is locked already: whoever locks it first and other rows after it cannot deadlock.
   */
  abstract planChanged(trx: LedgerTransaction, change: PlanChange): Promise<PlanEffect>;
}

export const NO_EFFECT: PlanEffect = {
  moved: 0,
  lostApproval: 0,
  missed: 0,
  waiting: 0,
  dropped: 0,
  noTime: 0,
  frozen: 0,
  restored: 0,
  notRestored: 0,
  inFlight: 0,
  posts: [],
};

/** Listeners register when their module starts, so that campaigns need not know what follows them. */
@Injectable()
export class PlanListeners {
  private readonly listeners: PlanListener[] = [];

  register(listener: PlanListener): void {
    this.listeners.push(listener);
  }

  /** Tells each listener in turn, and adds up what they did. */
  async tell(trx: LedgerTransaction, change: PlanChange): Promise<PlanEffect> {
    let sum = NO_EFFECT;
    for (const listener of this.listeners) sum = add(sum, await listener.planChanged(trx, change));
    return sum;
  }
}

function add(one: PlanEffect, other: PlanEffect): PlanEffect {
  return {
    moved: one.moved + other.moved,
    lostApproval: one.lostApproval + other.lostApproval,
    missed: one.missed + other.missed,
    waiting: one.waiting + other.waiting,
    dropped: one.dropped + other.dropped,
    noTime: one.noTime + other.noTime,
    frozen: one.frozen + other.frozen,
    restored: one.restored + other.restored,
    notRestored: one.notRestored + other.notRestored,
    inFlight: one.inFlight + other.inFlight,
    posts: [...one.posts, ...other.posts],
  };
}
