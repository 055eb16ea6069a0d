import { applyDecorators, Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type FileAnswer,
  toolPlan,
  type ToolPlanAnswer,
  toolPlanPath,
  type ToolPlanPath,
  toolPlanQuery,
  type ToolPlanQuery,
} from '../../../contract/exchange.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { answerFile } from '../file-answer.js';
import { originOf } from '../origin.js';
import { ToolPlanService, zipOf } from './tool-plan.service.js';

@ApiTags('exchange')
@Controller('campaigns/:id/tool-plans/:tool')
export class ToolPlansController {
  constructor(private readonly plans: ToolPlanService) {}

  @Get()
  @AnswersZip()
  async get(
    @Param({ schema: toolPlanPath }) path: ToolPlanPath,
    @Query({ schema: toolPlanQuery }) query: ToolPlanQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | FileAnswer | ToolPlanAnswer> {
    const plan = await this.plans.plan(path, query, originOf(request));
    return query.as === 'json' ? plan : answerFile(reply, zipOf(plan), 'file');
  }
}

function AnswersZip(): MethodDecorator {
  return applyDecorators(
    ApiProduces('application/json', 'application/zip'),
    Answers(200, toolPlan, 'A ZIP of all files, or with as=json the files and what became of each post'),
  );
}
