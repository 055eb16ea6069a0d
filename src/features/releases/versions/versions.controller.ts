import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isoInstant } from '../../../contract/instant.js';
import { byId, type ById } from '../../../contract/page.js';
import {
  type Embargo,
  embargo,
  type EmbargoAnswer,
  embargoAnswer,
  type ReleaseCorrection,
  releaseCorrection,
  type ReleaseCorrectionAnswer,
  releaseCorrectionAnswer,
} from '../../../contract/releases.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { ConsentingOrganizations } from '../consent/consenting.js';
import { presentRelease } from '../release.presenter.js';
import { StatementRepository } from '../statement.repository.js';
import { EmbargoService } from './embargo.service.js';
import { VersionService } from './version.service.js';

@ApiTags('releases')
@Controller('releases/:id')
export class VersionsController {
  constructor(
    private readonly versions: VersionService,
    private readonly embargoes: EmbargoService,
    private readonly statements: StatementRepository,
    private readonly organizations: ConsentingOrganizations,
  ) {}

  @Post('correction')
  @Answers(
    201,
    releaseCorrectionAnswer,
    'The new version, and what became of statements and posts; 200 where it is this very text already',
  )
  async correct(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: releaseCorrection }) request: ReleaseCorrection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseCorrectionAnswer> {
    const { created, release, standing, flagged, posts } = await this.versions.correct(id, request);
    void reply.status(created ? 201 : 200);
    const statements = await this.statements.standingIn(release.id);
    return {
      created,
      release: presentRelease(release, statements, await this.organizations.load()),
      standing,
      flagged: flagged.map(({ likely, ...flag }) => ({
        ...flag,
        likely:
          likely?.map(({ start, end }) => ({ start, end, text: release.text.slice(start, end) })) ?? null,
      })),
      posts: [...posts],
    };
  }

  @Put('embargo')
  @Answers(200, embargoAnswer, 'Nothing made of any version of the release leaves before it ends')
  async embargo(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: embargo }) request: Embargo,
  ): Promise<EmbargoAnswer> {
    const { until, posts } = await this.embargoes.set(id, request);
    return { embargoUntil: until === null ? null : isoInstant(until), posts: [...posts] };
  }
}
