import { Injectable } from '@nestjs/common';
import { statementIds } from '../../../domain/statement/prove.js';
import { Clock } from '../../../infrastructure/clock/index.js';
import { NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { OrganizationService } from '../../organizations/index.js';
import { StatementSources } from '../../releases/index.js';
import type { MadeFile } from '../file-answer.js';
import { PlannedPostsRepository } from '../planned-posts.repository.js';
import { planWaves } from './plan-content.js';
import { planPage } from './plan-page.js';
import { PlanWavesRepository } from './plan-waves.repository.js';

/** The plan of a campaign as a page to be printed, and taken into a meeting. */
@Injectable()
export class PlanService {
  constructor(
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly organizations: OrganizationService,
    private readonly planned: PlannedPostsRepository,
    private readonly waves: PlanWavesRepository,
    private readonly sources: StatementSources,
  ) {}

  async print(campaignId: string, organizationId: string | undefined): Promise<MadeFile> {
    const campaign = await this.campaigns.find(campaignId);
    if (campaign === undefined) {
      throw new NotFound('campaign-not-found', `There is no campaign ${campaignId}.`);
    }
    const organization =
      organizationId === undefined ? null : (await this.organizations.get(organizationId)).name;
    const posts = await this.planned.list({ campaignId, organizationId });
    const statements = await this.sources.lookup([
      ...new Set(posts.flatMap(({ parts }) => statementIds(parts))),
    ]);
    const { name, caseName, court, docket } = campaign;
    const content = planPage({
      campaign: name,
      caseName,
      court,
      docket,
      hearing: campaign,
      organization,
      printedAt: this.clock.now(),
      waves: planWaves(await this.waves.list(campaignId), posts, campaign, statements),
    });
    return {
      name: `${campaign.slug}-plan.html`,
      mediaType: 'text/html; charset=utf-8',
      content,
      shown: true,
    };
  }
}
