import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { byId, type ById } from '../../contract/page.js';
import {
  statementChange,
  type StatementChangeAnswer,
  type StatementDecision,
  statementDecision,
  type StatementUpdate,
  statementUpdate,
} from '../../contract/releases.js';
import { Answers } from '../../infrastructure/http/index.js';
import { type Reviewed, ReviewService } from './review.service.js';
import { presentStatement } from './statement.presenter.js';

@ApiTags('releases')
@Controller('statements/:id')
export class StatementsController {
  constructor(private readonly review: ReviewService) {}

  @Post('decision')
  @HttpCode(200)
  @Answers(200, statementChange)
  async decide(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: statementDecision }) request: StatementDecision,
  ): Promise<StatementChangeAnswer> {
    return presentReviewed(await this.review.decide(id, request));
  }

  @Patch()
  @Answers(200, statementChange)
  async correct(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: statementUpdate }) request: StatementUpdate,
  ): Promise<StatementChangeAnswer> {
    return presentReviewed(await this.review.correct(id, request));
  }
}

function presentReviewed({ changed, statement, release, lostApproval }: Reviewed): StatementChangeAnswer {
  return { changed, statement: presentStatement(statement, release.text), lostApproval };
}
