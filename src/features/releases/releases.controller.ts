import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { byId, type ById, type Page, type PageQuery } from '../../contract/page.js';
import {
  release,
  type ReleaseAnswer,
  type ReleaseCreation,
  releaseCreation,
  releasePage,
  releaseQuery,
  type ReleaseSummary,
  type StatementDecisions,
  statementDecisions,
  type StatementDecisionsAnswer,
  statementDecisionsAnswer,
} from '../../contract/releases.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { ConsentingOrganizations } from './consent/consenting.js';
import { presentRelease, presentReleaseSummary } from './release.presenter.js';
import { ReleaseService } from './release.service.js';
import { DecideMany } from './review/decide-many.js';

@ApiTags('releases')
@Controller()
export class ReleasesController {
  constructor(
    private readonly releases: ReleaseService,
    private readonly decideMany: DecideMany,
    private readonly organizations: ConsentingOrganizations,
  ) {}

  @Post('campaigns/:id/releases')
  @Answers(
    201,
    release,
    'Frozen, with what was found in it; 200 where the campaign has this very text already',
  )
  async create(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: releaseCreation }) { text }: ReleaseCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseAnswer> {
    const { created, release: row, statements } = await this.releases.create(id, text);
    void reply.status(created ? 201 : 200);
    return presentRelease(row, statements, await this.organizations.load());
  }

  @Get('campaigns/:id/releases')
  @Answers(200, releasePage)
  async list(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: releaseQuery }) query: PageQuery,
  ): Promise<Page<ReleaseSummary>> {
    return pageFrom(await this.releases.list(id, query), query.limit, presentReleaseSummary);
  }

  @Get('releases/:id')
  @Answers(200, release)
  async get(@Param({ schema: byId }) { id }: ById): Promise<ReleaseAnswer> {
    const { release: row, statements } = await this.releases.get(id);
    return presentRelease(row, statements, await this.organizations.load());
  }

  @Post('releases/:id/decisions')
  @HttpCode(200)
  @Answers(200, statementDecisionsAnswer, 'What was decided, and what was refused with the reason')
  decide(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: statementDecisions }) request: StatementDecisions,
  ): Promise<StatementDecisionsAnswer> {
    return this.decideMany.decide(id, request);
  }
}
