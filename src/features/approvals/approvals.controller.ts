import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApprovalAnswer,
  approvalDecision,
  type ApprovalDecision,
  approvalDecisions,
  type ApprovalDecisions,
  approvalDecisionsAnswer,
  type ApprovalDecisionsAnswer,
  approvalList,
  approvalWithdrawal,
  type ApprovalWithdrawal,
  type WithdrawalAnswer,
  withdrawalAnswer,
} from '../../contract/approvals.js';
import { isoInstant } from '../../contract/instant.js';
import { byId, type ById } from '../../contract/page.js';
import { Answers } from '../../infrastructure/http/index.js';
import { ApprovalRepository, type ApprovalRow } from './approval.repository.js';
import { ApprovalService } from './approval.service.js';

@ApiTags('approvals')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly service: ApprovalService,
    private readonly approvals: ApprovalRepository,
  ) {}

  @Post('posts/:id/approvals')
  @HttpCode(200)
  @Answers(200, approvalList, 'The decisions on the post, this one last')
  async decide(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: approvalDecision }) request: ApprovalDecision,
  ): Promise<{ items: ApprovalAnswer[] }> {
    await this.service.decide(id, request);
    return this.list({ id });
  }

  @Get('posts/:id/approvals')
  @Answers(200, approvalList)
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: ApprovalAnswer[] }> {
    return { items: (await this.approvals.list(id)).map(present) };
  }

  @Post('posts/:id/approvals/withdrawal')
  @HttpCode(200)
  @Answers(200, withdrawalAnswer)
  withdraw(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: approvalWithdrawal }) request: ApprovalWithdrawal,
  ): Promise<WithdrawalAnswer> {
    return this.service.withdraw(id, request);
  }

  @Post('organizations/:id/approvals')
  @HttpCode(200)
  @Answers(200, approvalDecisionsAnswer, 'Each post is decided by itself')
  decideAll(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: approvalDecisions }) request: ApprovalDecisions,
  ): Promise<ApprovalDecisionsAnswer> {
    return this.service.decideAll(id, request);
  }
}

function present(row: ApprovalRow): ApprovalAnswer {
  return {
    ...row,
    instantAt: row.instantAt === null ? null : isoInstant(row.instantAt),
    decidedAt: isoInstant(row.decidedAt),
    withdrawnAt: row.withdrawnAt === null ? null : isoInstant(row.withdrawnAt),
  };
}
