import { Injectable } from '@nestjs/common';
import { isoInstant } from '../../contract/instant.js';
import type { RehearsalReport, RehearsedPost } from '../../contract/rehearsals.js';
import { partText } from '../../domain/post/segment.js';
import type { PostStatus } from '../../domain/post/status.js';
import { reportOf, type Scale, standsForAt } from '../../domain/rehearsal/index.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { CampaignRepository } from '../campaigns/index.js';
import { NearCopies } from '../posts/index.js';
import { noSuchRehearsal } from './rehearsal.refusals.js';
import { presentRehearsal } from './rehearsal.presenter.js';
import { RehearsalRepository, type RehearsedRow } from './rehearsal.repository.js';

/** An organization has agreed to what stands so: it is approved, on its way, or out. */
const AGREED: readonly PostStatus[] = [
  'approved',
  'publishing',
  'published',
  'partly-published',
  'unknown',
  'handed-over',
];
const WAITING: readonly PostStatus[] = ['approved', 'publishing'];

/** What came when in a rehearsal, and what the plan that it runs is like. */
@Injectable()
export class RehearsalReporter {
  constructor(
    private readonly clock: Clock,
    private readonly rehearsals: RehearsalRepository,
    private readonly campaigns: CampaignRepository,
    private readonly nearCopies: NearCopies,
  ) {}

  async report(id: string): Promise<RehearsalReport> {
    const rehearsal = await this.rehearsals.find(id);
    const campaign = rehearsal === undefined ? undefined : await this.campaigns.find(rehearsal.campaignId);
    if (rehearsal === undefined || campaign === undefined) throw noSuchRehearsal(id);
    const rows = await this.rehearsals.rehearsed(id);
    const presented = presentRehearsal(rehearsal, this.clock.now());
    const isOver = presented.state === 'over' || presented.state === 'stopped';
    const plan = reportOf(rows.map((row) => ({ ...row, approved: AGREED.includes(row.statusBefore) })));
    const posts = rows.map((row) => presentPost(row, rehearsal));
    const came = posts.filter(({ cameAt }) => cameAt !== null);
    const waiting = posts.filter(({ status }) => WAITING.includes(status));
    return {
      rehearsal: presented,
      campaign: campaign.name,
      zone: campaign.zone,
      counts: {
        posts: posts.length,
        came: came.length,
        waiting: waiting.length,
        kept: posts.length - came.length - waiting.length,
        undated: await this.rehearsals.undated(campaign.id),
      },
      latestMs: came.length === 0 ? null : Math.max(...came.map(({ lateMs }) => lateMs ?? 0)),
      gaps: plan.gaps.map(({ fromAt, untilAt }) => ({
        fromAt: isoInstant(fromAt),
        untilAt: isoInstant(untilAt),
      })),
      crowds: plan.crowds.map((crowd) => ({ ...crowd, at: isoInstant(crowd.at) })),
      hastes: plan.hastes.map((haste) => ({
        ...haste,
        fromAt: isoInstant(haste.fromAt),
        untilAt: isoInstant(haste.untilAt),
      })),
      lengths: [...plan.lengths],
      repeated: [...plan.repeated],
      unapproved: [...plan.unapproved],
      // Comparing all texts takes its time, which a process that publishes has not got while posts leave.
      nearCopies: isOver ? await this.nearCopies.count(campaign.id) : null,
      posts,
    };
  }
}

function presentPost(row: RehearsedRow, scale: Scale): RehearsedPost {
  const { publishedAt, dueAt } = row;
  return {
    postId: row.ofPostId,
    wave: row.wave,
    account: row.account,
    network: row.network,
    organization: row.organization,
    statusBefore: row.statusBefore,
    plannedAt: isoInstant(row.plannedAt),
    cameAt: publishedAt === null ? null : isoInstant(standsForAt(publishedAt, scale)),
    lateMs: publishedAt === null ? null : publishedAt - dueAt,
    status: row.status,
    reason: row.reason,
    parts: row.parts.map(partText),
  };
}
