import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FileAnswer, planQuery, type PlanQuery } from '../../../contract/exchange.js';
import { byId, type ById } from '../../../contract/page.js';
import { answerFile, AnswersFile } from '../file-answer.js';
import { PLAN_POLICY } from './plan-page.js';
import { PlanService } from './plan.service.js';

@ApiTags('exchange')
@Controller('campaigns/:id/plan.html')
export class PlanController {
  constructor(private readonly plan: PlanService) {}

  @Get()
  @AnswersFile('text/html', 'The plan as a page to be printed')
  async print(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: planQuery }) { as, organizationId }: PlanQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | FileAnswer> {
    const page = await this.plan.print(id, organizationId);
    void reply.header('content-security-policy', PLAN_POLICY).header('referrer-policy', 'no-referrer');
    return answerFile(reply, page, as);
  }
}
