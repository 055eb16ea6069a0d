import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PlanEffect, PlanMove } from '../../contract/campaigns.js';
import { isoInstant } from '../../contract/instant.js';
import { covers } from '../../domain/approval/index.js';
import { accountDelayMs, type Hearing } from '../../domain/campaign/index.js';
import { UNSENT } from '../../domain/post/status.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { type PlanChange, PlanListener, PlanListeners, type PlannedWave } from '../campaigns/index.js';
import { MoveRepository, type Place, type PostMove } from './move.repository.js';
import { PlanRepository, type UnsentPost } from './plan.repository.js';
import { PostRerender, type Reworded } from './post.rerender.js';

interface Replanned {
  readonly post: UnsentPost;
  readonly place: Place;
  readonly move: PostMove;
}

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
    const waves = new Map(change.waves.map((wave) => [wave.id, wave]));
    const accounts = (await this.plan.accounts(trx)).length;
    const posts = await this.plan.lockUnsent(trx, [...waves.keys()], UNSENT);
    const reworded = await this.rerender.rerender(trx, change.campaignId, posts, waves);
    const replanned = posts.flatMap((post): Replanned[] => {
      const wave = waves.get(post.waveId);
      if (wave === undefined) return [];
      const place = post.pinned ? placeAsItIs(post) : placeOf(post, wave, accounts);
      const words = reworded.get(post.id);
      if (words === undefined && samePlace(post, place)) return [];
      return [{ post, place, move: moveOf(post, place, words, change.changedAt) }];
    });
    const moved = await this.moves.move(
      trx,
      replanned.map(({ move }) => move),
      change.changedAt,
    );
    if (moved.size !== replanned.length) throw new Error('A locked post changed while it was planned anew');
    if (replanned.some(({ move }) => move.dueAt !== undefined)) await this.plan.announceDue(trx);
    return {
      ...effectOf(replanned, change.hearing),
      inFlight: await this.plan.inFlight(trx, change.campaignId),
      posts: await this.shown(trx, replanned),
    };
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
      const toAt = isoOrNull(one.place.plannedAt);
      return [{ ...named, fromAt, toAt, effect: effectOn(one), reason: one.move.reason ?? null }];
    });
  }
}

/** How many posts an answer names. */
const MOST_SHOWN = 200;
const ORDER: readonly PlanMove['effect'][] = ['missed', 'approve-again', 'waiting', 'moved'];

function effectOn({ post, place, move }: Replanned): PlanMove['effect'] {
  if (move.to === 'missed') return 'missed';
  if (post.status === 'approved' && move.to === 'proposed') return 'approve-again';
  return place.plannedAt === null ? 'waiting' : 'moved';
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}

/** The same delay after the wave's instant as before, unless the wave's spread changed. */
function placeOf(post: UnsentPost, wave: PlannedWave, accounts: number): Place {
  const longest = accountDelayMs(Math.max(0, accounts - 1), accounts, wave.spreadMs);
  const delayMs = Math.min(post.delayMs, Math.max(longest, 0));
  return {
    plannedAt: wave.instantAt === null ? null : wave.instantAt + delayMs,
    timing: wave.label,
    delayMs,
    graceMs: wave.graceMs,
  };
}

function placeAsItIs({ plannedAt, timing, delayMs, graceMs }: UnsentPost): Place {
  return { plannedAt, timing, delayMs, graceMs };
}

const LOOK_AGAIN: Readonly<Record<Reworded, string>> = {
  anew: 'moved: the text names the date, which changed; approve it again',
  stale: 'moved: the text may name the old date, and could not be filled again; edit it, or approve it again',
};

const EMBARGOED =
  'embargoed: the new date puts it before the embargo of its release ends; choose a later time or drop it';

function samePlace(post: UnsentPost, place: Place): boolean {
  return post.plannedAt === place.plannedAt && post.timing === place.timing && post.graceMs === place.graceMs;
}

function moveOf(post: UnsentPost, place: Place, words: Reworded | undefined, now: number): PostMove {
  const base = { id: post.id, from: post.status, revision: post.revision, raiseRevision: true, place };
  const stays = { ...base, to: post.status };
  const passed = place.plannedAt !== null && place.plannedAt + place.graceMs < now;
  if (passed && post.status !== 'draft' && post.status !== 'declined') {
    return {
      ...base,
      to: 'missed',
      reason: 'moved: the new date put it into the past; choose a new time or drop it',
    };
  }
  const embargoed =
    place.plannedAt !== null && post.embargoUntil !== null && place.plannedAt < post.embargoUntil;
  const lookAgain = words === undefined ? null : LOOK_AGAIN[words];
  const reason = embargoed ? EMBARGOED : lookAgain;
  if (post.status !== 'approved') return { ...stays, reason: reason ?? keptReason(post) };
  if (reason !== null) return { ...base, to: 'proposed', reason };
  const covered =
    post.approval !== null &&
    (place.plannedAt === null
      ? post.approval.leeway.kind === 'follows-hearing' && post.approval.leeway.timing === place.timing
      : covers(post.approval, {
          fingerprint: post.fingerprint,
          plannedAt: place.plannedAt,
          timing: place.timing,
        }));
  if (!covered) {
    return { ...base, to: 'proposed', reason: 'moved: further than was approved; approve its new time' };
  }
  return { ...stays, dueAt: place.plannedAt };
}

/** What somebody still has to do about it, whatever its time; what an earlier plan said of it is judged anew. */
function keptReason({ reason }: UnsentPost): string | null {
  return reason === null || /^(moved|embargoed):/.test(reason) ? null : reason;
}

function effectOf(replanned: readonly Replanned[], hearing: Hearing): Omit<PlanEffect, 'inFlight' | 'posts'> {
  const count = (wanted: (one: Replanned) => boolean): number => replanned.filter(wanted).length;
  return {
    moved: hearing.startsAt === null ? 0 : replanned.length,
    lostApproval: count(({ post, move }) => post.status === 'approved' && move.to === 'proposed'),
    missed: count(({ move }) => move.to === 'missed'),
    waiting: count(({ place }) => place.plannedAt === null),
  };
}
