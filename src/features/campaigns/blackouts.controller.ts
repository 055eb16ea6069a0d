import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  blackoutAddress,
  type BlackoutAddress,
  type BlackoutAnswer,
  type BlackoutChangeAnswer,
  blackoutChangeAnswer,
  blackoutList,
  blackoutSetting,
  type BlackoutSetting,
} from '../../contract/blackouts.js';
import { type PreviewQuery, previewQuery } from '../../contract/campaigns.js';
import { isoInstant } from '../../contract/instant.js';
import { byId, type ById } from '../../contract/page.js';
import { Answers } from '../../infrastructure/http/index.js';
import type { BlackoutRow } from './blackout.repository.js';
import { type BlackoutReport, BlackoutService } from './blackout.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:id/blackouts')
export class BlackoutsController {
  constructor(private readonly blackouts: BlackoutService) {}

  @Get()
  @Answers(200, blackoutList, 'In the order of the calendar')
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: BlackoutAnswer[] }> {
    return { items: (await this.blackouts.list(id)).map(present) };
  }

  @Put(':date')
  @Answers(200, blackoutChangeAnswer, 'The campaign does not post on that day, and what becomes of its posts')
  async add(
    @Param({ schema: blackoutAddress }) address: BlackoutAddress,
    @Body({ schema: blackoutSetting }) setting: BlackoutSetting,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<BlackoutChangeAnswer> {
    return presentReport(await this.blackouts.add(address, setting, preview));
  }

  @Delete(':date')
  @Answers(200, blackoutChangeAnswer, 'The campaign posts on that day again, and what becomes of its posts')
  async remove(
    @Param({ schema: blackoutAddress }) address: BlackoutAddress,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<BlackoutChangeAnswer> {
    return presentReport(await this.blackouts.remove(address, preview));
  }
}

function presentReport({ changed, blackouts, effect }: BlackoutReport): BlackoutChangeAnswer {
  return { changed, items: blackouts.map(present), effect };
}

function present({ date, reason, addedBy, addedAt }: BlackoutRow): BlackoutAnswer {
  return { date, reason, addedBy, addedAt: isoInstant(addedAt) };
}
