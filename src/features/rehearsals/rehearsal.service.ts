import { Injectable } from '@nestjs/common';
import type { RehearsalStart } from '../../contract/rehearsals.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { NotFound } from '../../infrastructure/http/index.js';
import { CampaignRepository, type CampaignRow } from '../campaigns/index.js';
import { MoveRepository } from '../posts/index.js';
import { Enqueuer, PublishingOptions } from '../publishing/index.js';
import { RehearsalCast } from './rehearsal-cast.js';
import {
  isACopy,
  MOST_REHEARSED,
  noSuchRehearsal,
  nothingToRehearse,
  rehearsedAlready,
  tooManyPosts,
} from './rehearsal.refusals.js';
import {
  type DatedPost,
  type OriginalPost,
  RehearsalRepository,
  type RehearsalRow,
} from './rehearsal.repository.js';

/** What a worker needs beyond its lead to have every alarm of the first posts. */
const MARGIN_MS = 5_000;

/**
 * Runs a campaign's plan in short: a copy of it whose accounts are twins on the sandbox network, whose posts are approved
 * by Chorus, and which the very workers publish that will publish the plan. The campaign itself is only read.
 */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly rehearsals: RehearsalRepository,
    private readonly cast: RehearsalCast,
    private readonly moves: MoveRepository,
    private readonly enqueuer: Enqueuer,
    private readonly options: PublishingOptions,
  ) {}

  async start(campaignId: string, { seconds, by }: RehearsalStart): Promise<RehearsalRow> {
    const campaign = await this.campaigns.find(campaignId);
    if (campaign === undefined) throw noSuchCampaign(campaignId);
    if (await this.rehearsals.isCopy(campaignId)) throw isACopy();
    const posts = dated(await this.rehearsals.originals(campaignId));
    if (posts.length === 0) throw nothingToRehearse();
    if (posts.length > MOST_REHEARSED) throw tooManyPosts(posts.length);
    const twins = await this.cast.openTwins(posts);
    const rehearsal = await this.ledger.transaction().execute(async (trx) => {
      await this.rehearsals.lockCampaign(trx, campaignId);
      const startedAt = this.clock.now();
      const unfinished = await this.rehearsals.unfinished(trx, campaignId, startedAt);
      if (unfinished !== undefined) throw rehearsedAlready(unfinished);
      const runsFrom = startedAt + this.options.armLeadMs + MARGIN_MS;
      const scale = { ...spanOf(posts, campaign), runsFrom, runsUntil: runsFrom + seconds * 1_000 };
      return this.cast.stage(trx, campaign, posts, twins, { seconds, by, startedAt, scale });
    });
    await this.enqueuer.enqueueDue();
    return rehearsal;
  }

  async get(id: string): Promise<RehearsalRow> {
    const rehearsal = await this.rehearsals.find(id);
    if (rehearsal === undefined) throw noSuchRehearsal(id);
    return rehearsal;
  }

  async list(campaignId: string): Promise<readonly RehearsalRow[]> {
    if ((await this.campaigns.find(campaignId)) === undefined) throw noSuchCampaign(campaignId);
    return this.rehearsals.list(campaignId);
  }

  /** What waits does not come any more. Stopping twice changes nothing. */
  async stop(id: string, by: string): Promise<RehearsalRow> {
    await this.get(id);
    await this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const now = this.clock.now();
      if (!(await this.rehearsals.stop(trx, id, by, now))) return;
      const waiting = (await this.rehearsals.rehearsed(id)).filter(({ status }) => status === 'approved');
      const moves = waiting.map(({ copyId, revision }) => ({
        id: copyId,
        revision,
        from: 'approved' as const,
        to: 'cancelled' as const,
        reason: `the rehearsal was stopped by ${by}`,
        raiseRevision: true,
      }));
      await this.moves.move(trx, moves, now);
    });
    return this.get(id);
  }
}

function noSuchCampaign(id: string): NotFound {
  return new NotFound('campaign-not-found', `There is no campaign ${id}.`);
}

function dated(posts: readonly OriginalPost[]): readonly DatedPost[] {
  return posts.flatMap(({ plannedAt, ...post }) => (plannedAt === null ? [] : [{ ...post, plannedAt }]));
}

/** From the campaign's launch or its first post until its last post or its hearing. */
function spanOf(posts: readonly DatedPost[], { launchAt, startsAt }: CampaignRow) {
  const instants = posts.map(({ plannedAt }) => plannedAt);
  if (launchAt !== null) instants.push(launchAt);
  if (startsAt !== null) instants.push(startsAt);
  const ascending = instants.toSorted((a, b) => a - b);
  return { planFrom: ascending[0] ?? 0, planUntil: ascending.at(-1) ?? 0 };
}
