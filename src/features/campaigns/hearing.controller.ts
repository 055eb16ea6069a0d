import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  hearing,
  type HearingAnswer,
  type HearingChangeAnswer,
  hearingChangeAnswer,
  hearingHistory,
  type HearingHistoryPage,
  type HearingHistoryQuery,
  hearingHistoryQuery,
  hearingNews,
  type HearingNewsRequest,
  type HearingUndo,
  hearingUndo,
  type PreviewQuery,
  previewQuery,
} from '../../contract/campaigns.js';
import { byId, type ById } from '../../contract/page.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { presentHearing, presentHearingChange, presentWave } from './campaign.presenter.js';
import { CampaignService } from './campaign.service.js';
import { type HearingReport, HearingService } from './hearing.service.js';
import { UndoService } from './undo.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:id/hearing')
export class HearingController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly hearings: HearingService,
    private readonly undoing: UndoService,
  ) {}

  @Get()
  @Answers(200, hearing)
  async get(@Param({ schema: byId }) { id }: ById): Promise<HearingAnswer> {
    return presentHearing(await this.campaigns.get(id));
  }

  @Put()
  @Answers(
    200,
    hearingChangeAnswer,
    'The hearing as it stands, or with preview would stand, and what becomes of the posts',
  )
  async report(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: hearingNews }) request: HearingNewsRequest,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<HearingChangeAnswer> {
    return presentReport(await this.hearings.report(id, request, preview));
  }

  @Post('undo')
  @HttpCode(200)
  @Answers(
    200,
    hearingChangeAnswer,
    'The hearing as it was before its last change, and what becomes of the posts that the change moved',
  )
  async undo(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: hearingUndo }) request: HearingUndo,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<HearingChangeAnswer> {
    return presentReport(await this.undoing.undo(id, request, preview));
  }

  @Get('changes')
  @Answers(200, hearingHistory, 'The newest first')
  async history(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: hearingHistoryQuery }) query: HearingHistoryQuery,
  ): Promise<HearingHistoryPage> {
    return pageFrom(await this.hearings.history(id, query), query.limit, presentHearingChange);
  }
}

function presentReport({ changed, hearing: row, waves, effect }: HearingReport): HearingChangeAnswer {
  return {
    changed,
    hearing: presentHearing(row),
    waves: waves.map((wave) => presentWave(wave, row)),
    effect,
  };
}
