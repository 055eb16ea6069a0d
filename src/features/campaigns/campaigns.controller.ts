import { Body, Controller, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  campaign,
  type CampaignAnswer,
  type CampaignCreation,
  campaignCreation,
  campaignPage,
  type CampaignQuery,
  campaignQuery,
  type CampaignUpdate,
  campaignUpdate,
  type LaunchChangeAnswer,
  launchChangeAnswer,
  type LaunchSetting,
  launchSetting,
  type PreviewQuery,
  previewQuery,
} from '../../contract/campaigns.js';
import { byId, type ById, type Page } from '../../contract/page.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { presentCampaign, presentWave } from './campaign.presenter.js';
import { CampaignService } from './campaign.service.js';
import { LaunchService } from './launch.service.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly launches: LaunchService,
  ) {}

  @Post()
  @Answers(201, campaign, 'Created; 200 where the same request had created it before')
  async create(
    @Body({ schema: campaignCreation }) request: CampaignCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CampaignAnswer> {
    const { created, campaign: row } = await this.campaigns.create(request);
    void reply.status(created ? 201 : 200);
    return presentCampaign(row);
  }

  @Get()
  @Answers(200, campaignPage)
  async list(@Query({ schema: campaignQuery }) query: CampaignQuery): Promise<Page<CampaignAnswer>> {
    return pageFrom(await this.campaigns.list(query), query.limit, presentCampaign);
  }

  @Get(':id')
  @Answers(200, campaign)
  async get(@Param({ schema: byId }) { id }: ById): Promise<CampaignAnswer> {
    return presentCampaign(await this.campaigns.get(id));
  }

  @Patch(':id')
  @Answers(200, campaign)
  async update(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: campaignUpdate }) request: CampaignUpdate,
  ): Promise<CampaignAnswer> {
    return presentCampaign(await this.campaigns.update(id, request));
  }

  @Put(':id/launch')
  @Answers(
    200,
    launchChangeAnswer,
    'The campaign as it stands, or with preview would stand, and what becomes of the posts',
  )
  async setLaunch(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: launchSetting }) { launchAt }: LaunchSetting,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<LaunchChangeAnswer> {
    const at = launchAt === null ? null : Date.parse(launchAt);
    const { changed, campaign: row, waves, effect } = await this.launches.set(id, at, preview);
    return {
      changed,
      campaign: presentCampaign(row),
      waves: waves.map((wave) => presentWave(wave, row)),
      effect,
    };
  }
}
