import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { byId, type ById } from '../../contract/page.js';
import {
  rehearsal,
  type RehearsalAnswer,
  rehearsalList,
  type RehearsalReport,
  rehearsalReport,
  type RehearsalStart,
  rehearsalStart,
  type RehearsalStop,
  rehearsalStop,
} from '../../contract/rehearsals.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { Answers } from '../../infrastructure/http/index.js';
import { presentRehearsal } from './rehearsal.presenter.js';
import { RehearsalReporter } from './rehearsal.reporter.js';
import { RehearsalService } from './rehearsal.service.js';
import { REPORT_POLICY, reportPage } from './report-page.js';

@ApiTags('rehearsals')
@Controller()
export class RehearsalsController {
  constructor(
    private readonly rehearsals: RehearsalService,
    private readonly reporter: RehearsalReporter,
    private readonly clock: Clock,
  ) {}

  @Post('campaigns/:id/rehearsals')
  @Answers(201, rehearsal, 'Its posts come on the sandbox network, in the plan’s order and proportions')
  async start(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: rehearsalStart }) request: RehearsalStart,
  ): Promise<RehearsalAnswer> {
    return presentRehearsal(await this.rehearsals.start(id, request), this.clock.now());
  }

  @Get('campaigns/:id/rehearsals')
  @Answers(200, rehearsalList, 'The newest first')
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: RehearsalAnswer[] }> {
    const rows = await this.rehearsals.list(id);
    return { items: rows.map((row) => presentRehearsal(row, this.clock.now())) };
  }

  @Get('rehearsals/:id')
  @Answers(200, rehearsalReport, 'What came when, and what the plan is like')
  report(@Param({ schema: byId }) { id }: ById): Promise<RehearsalReport> {
    return this.reporter.report(id);
  }

  @Get('rehearsals/:id/report.html')
  @ApiResponse({
    status: 200,
    description: 'The report as a page, which follows the rehearsal while it runs',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async page(
    @Param({ schema: byId }) { id }: ById,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = reportPage(await this.reporter.report(id));
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', REPORT_POLICY)
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff');
    return page;
  }

  @Post('rehearsals/:id/stop')
  @HttpCode(200)
  @Answers(200, rehearsal, 'What waits does not come any more')
  async stop(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: rehearsalStop }) { by }: RehearsalStop,
  ): Promise<RehearsalAnswer> {
    return presentRehearsal(await this.rehearsals.stop(id, by), this.clock.now());
  }
}
