import { Injectable } from '@nestjs/common';
import { zipSync } from 'fflate';
import type { ToolPlanAnswer, ToolPlanPath, ToolPlanQuery } from '../../../contract/exchange.js';
import { isoInstant } from '../../../contract/instant.js';
import { zoneName } from '../../../domain/campaign/index.js';
import { Clock } from '../../../infrastructure/clock/index.js';
import { invalidRequest, NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { OrganizationService } from '../../organizations/index.js';
import { fileNameOf, type MadeFile } from '../file-answer.js';
import { type PlannedPost, PlannedPostsRepository } from '../planned-posts.repository.js';
import { type Holds, HoldsRepository } from './holds.repository.js';
import { TOOLS } from './posting-tool.js';
import { importFiles, leftOutFile, readMeFile, reportBackFile } from './tool-files.js';
import { type ToolPost, toolSchedule } from './tool-schedule.js';

/** An organization's approved plan in the form that a tool of its own imports. */
@Injectable()
export class ToolPlanService {
  constructor(
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly organizations: OrganizationService,
    private readonly planned: PlannedPostsRepository,
    private readonly holds: HoldsRepository,
  ) {}

  /** `origin` is where whoever asks reaches Chorus. */
  async plan(
    { id: campaignId, tool }: ToolPlanPath,
    { organizationId, zone: given }: ToolPlanQuery,
    origin: string,
  ): Promise<ToolPlanAnswer> {
    const campaign = await this.campaigns.find(campaignId);
    if (campaign === undefined) {
      throw new NotFound('campaign-not-found', `There is no campaign ${campaignId}.`);
    }
    const { name: organization } = await this.organizations.get(organizationId);
    const posts = await this.planned.list({ campaignId, organizationId });
    const zone = given === undefined ? (posts[0]?.zone ?? campaign.zone) : knownZone(given);
    const approved = posts.filter(({ status }) => status === 'approved');
    const holds = await this.holds.of(approved.map(({ id }) => id));
    const form = TOOLS[tool];
    const { placed, leftOut } = toolSchedule(
      approved.map((post) => withHolds(post, holds)),
      form,
      { name: tool, zone, now: this.clock.now() },
    );
    const about = { organization, campaign: campaign.name, zone, origin };
    return {
      tool,
      organization,
      zone,
      placed: placed.map(({ post, file, row, at }) => ({
        ...shown(post),
        file,
        row,
        scheduledAt: isoInstant(at),
      })),
      leftOut: leftOut.map(({ post, reason }) => ({ ...shown(post), reason })),
      notApproved: posts.length - approved.length,
      files: [
        readMeFile(form, placed, leftOut, about),
        ...importFiles(placed, form),
        reportBackFile(placed, about),
        leftOutFile(leftOut, about),
      ],
    };
  }
}

/** All files of a plan as one to be saved. */
export function zipOf({ tool, organization, files }: ToolPlanAnswer): MadeFile {
  const entries = files.map(({ name, text }): [string, Uint8Array] => [name, Buffer.from(text)]);
  return {
    name: `${tool}-${fileNameOf(organization)}.zip`,
    mediaType: 'application/zip',
    content: zipSync(Object.fromEntries(entries)),
  };
}

function withHolds(post: PlannedPost, holds: ReadonlyMap<string, Holds>): ToolPost {
  const held = holds.get(post.id);
  if (held === undefined) throw new Error(`The post ${post.id} has gone`);
  return { ...post, ...held };
}

function shown({ id, account, network, wave, plannedAt }: PlannedPost) {
  return {
    postId: id,
    account,
    network,
    wave,
    plannedAt: plannedAt === null ? null : isoInstant(plannedAt),
  };
}

function knownZone(given: string): string {
  const zone = zoneName(given);
  if (zone !== null) return zone;
  const message = `There is no time zone “${given}”: give an IANA name, such as America/New_York.`;
  throw invalidRequest([{ field: 'zone', message }]);
}
