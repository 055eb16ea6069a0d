import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoInstant } from '../../../contract/instant.js';
import { byId, type ById } from '../../../contract/page.js';
import {
  statementChange,
  type StatementChangeAnswer,
  type StatementDecision,
  statementDecision,
  type StatementHistory,
  statementHistory,
  type StatementUpdate,
  statementUpdate,
} from '../../../contract/releases.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { ConsentingOrganizations } from '../consent/consenting.js';
import { type Reviewed, ReviewService } from './review.service.js';
import { noSuchStatement } from '../release.refusals.js';
import { lostApproval } from '../source-listener.js';
import { presentStatement } from '../statement.presenter.js';
import { StatementRepository } from '../statement.repository.js';
import { StatementHistoryRepository } from './statement-history.repository.js';

@ApiTags('releases')
@Controller('statements/:id')
export class StatementsController {
  constructor(
    private readonly review: ReviewService,
    private readonly statements: StatementRepository,
    private readonly changes: StatementHistoryRepository,
    private readonly organizations: ConsentingOrganizations,
  ) {}

  @Get('history')
  @Answers(200, statementHistory, 'Who decided and corrected what, and when')
  async history(@Param({ schema: byId }) { id }: ById): Promise<StatementHistory> {
    if ((await this.statements.find(id)) === undefined) throw noSuchStatement(id);
    const rows = await this.changes.of(id);
    return {
      items: rows.map(({ revision, change, detail, changedBy, changedAt }) => ({
        revision,
        change,
        detail,
        by: changedBy,
        at: isoInstant(changedAt),
      })),
    };
  }

  @Post('decision')
  @HttpCode(200)
  @Answers(200, statementChange)
  async decide(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: statementDecision }) request: StatementDecision,
  ): Promise<StatementChangeAnswer> {
    return this.present(await this.review.decide(id, request));
  }

  @Patch()
  @Answers(200, statementChange)
  async correct(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: statementUpdate }) request: StatementUpdate,
  ): Promise<StatementChangeAnswer> {
    return this.present(await this.review.correct(id, request));
  }

  private async present(reviewed: Reviewed): Promise<StatementChangeAnswer> {
    const { changed, statement, release, posts } = reviewed;
    const organizations = await this.organizations.load();
    return {
      changed,
      statement: presentStatement(statement, release.text, organizations),
      lostApproval: lostApproval(posts),
      posts: [...posts],
    };
  }
}
