import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type PreviewQuery,
  previewQuery,
  wave,
  type WaveAnswer,
  type WaveChangeAnswer,
  waveChangeAnswer,
  type WaveCreation,
  waveCreation,
  waveList,
  type WaveUpdate,
  waveUpdate,
} from '../../contract/campaigns.js';
import { byId, type ById } from '../../contract/page.js';
import { Answers } from '../../infrastructure/http/index.js';
import { presentWave } from './campaign.presenter.js';
import { WaveService } from './wave.service.js';

@ApiTags('campaigns')
@Controller()
export class WavesController {
  constructor(private readonly waves: WaveService) {}

  @Get('campaigns/:id/waves')
  @Answers(200, waveList)
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: WaveAnswer[] }> {
    const { hearing, waves } = await this.waves.list(id);
    return { items: waves.map((row) => presentWave(row, hearing)) };
  }

  @Post('campaigns/:id/waves')
  @Answers(201, wave, 'Created; 200 where the same request had created it before')
  async create(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: waveCreation }) request: WaveCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaveAnswer> {
    const { created, wave: row, hearing } = await this.waves.create(id, request);
    void reply.status(created ? 201 : 200);
    return presentWave(row, hearing);
  }

  @Patch('waves/:id')
  @Answers(
    200,
    waveChangeAnswer,
    'The wave as it is, or with preview would be, and what becomes of its posts',
  )
  async update(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: waveUpdate }) request: WaveUpdate,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<WaveChangeAnswer> {
    const { wave: row, hearing, effect } = await this.waves.update(id, request, preview);
    return { wave: presentWave(row, hearing), effect };
  }

  @Delete('waves/:id')
  @HttpCode(204)
  async delete(@Param({ schema: byId }) { id }: ById): Promise<void> {
    await this.waves.delete(id);
  }
}
