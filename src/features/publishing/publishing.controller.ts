import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Selectable } from 'kysely';
import { isoInstant } from '../../contract/instant.js';
import { byId, type ById, type Page } from '../../contract/page.js';
import {
  type AttemptAnswer,
  attemptPage,
  attemptQuery,
  type AttemptQuery,
  type PauseAnswer,
  pausedAnswer,
  type PausedAnswer,
  pauseList,
  pauseRequest,
  type PauseRequest,
  publishingHistory,
  type PublishingHistory,
  resumedAnswer,
  type ResumedAnswer,
  resumption,
  type Resumption,
} from '../../contract/publishing.js';
import type { AttemptTable } from '../../infrastructure/database/tables.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { HistoryRepository } from './history.repository.js';
import { PauseRepository, type Pause } from './pause.repository.js';
import { PauseService } from './pause.service.js';

const PAUSES_SHOWN = 200;

@ApiTags('publishing')
@Controller()
export class PublishingController {
  constructor(
    private readonly service: PauseService,
    private readonly pauses: PauseRepository,
    private readonly history: HistoryRepository,
  ) {}

  @Post('pauses')
  @HttpCode(200)
  @Answers(200, pausedAnswer, 'Nothing in the scope that is unclaimed leaves from now on')
  async pause(@Body({ schema: pauseRequest }) request: PauseRequest): Promise<PausedAnswer> {
    const scopeId = request.scope === 'everything' ? null : request.scopeId;
    const paused = await this.service.pause({ scope: request.scope, scopeId }, request.reason, request.by);
    return { pause: presentPause(paused.pause), onTheWire: paused.onTheWire };
  }

  @Get('pauses')
  @Answers(200, pauseList, 'The newest first')
  async list(): Promise<{ items: PauseAnswer[] }> {
    return { items: (await this.pauses.list(PAUSES_SHOWN)).map(presentPause) };
  }

  @Post('pauses/:id/resumption')
  @HttpCode(200)
  @Answers(200, resumedAnswer, 'What came due meanwhile is missed and waits for a decision')
  async resume(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: resumption }) request: Resumption,
  ): Promise<ResumedAnswer> {
    const resumed = await this.service.resume(id, request.by);
    return { pause: presentPause(resumed.pause), missed: resumed.missed };
  }

  @Get('attempts')
  @Answers(200, attemptPage)
  async attempts(@Query({ schema: attemptQuery }) query: AttemptQuery): Promise<Page<AttemptAnswer>> {
    return pageFrom(await this.history.list(query), query.limit, presentAttempt);
  }

  @Get('posts/:id/publishing')
  @Answers(200, publishingHistory, 'Every try at the post, and its parts that are live')
  async ofPost(@Param({ schema: byId }) { id }: ById): Promise<PublishingHistory> {
    const publications = await this.history.publications(id);
    return {
      attempts: (await this.history.attempts(id)).map(presentAttempt),
      publications: publications.map(({ part, remoteId, url, publishedAt, adopted }) => ({
        part,
        remoteId,
        url,
        publishedAt: isoInstant(publishedAt),
        adopted,
      })),
    };
  }
}

function presentPause(pause: Pause): PauseAnswer {
  return {
    ...pause,
    pausedAt: isoInstant(pause.pausedAt),
    resumedAt: pause.resumedAt === null ? null : isoInstant(pause.resumedAt),
  };
}

function presentAttempt(attempt: Selectable<AttemptTable>): AttemptAnswer {
  const { id, postId, part, state, claimedBy, detail } = attempt;
  const iso = (at: number | null): string | null => (at === null ? null : isoInstant(at));
  return {
    id,
    postId,
    part,
    state,
    claimedBy,
    detail,
    claimedAt: isoInstant(attempt.claimedAt),
    sentAt: iso(attempt.sentAt),
    finishedAt: iso(attempt.finishedAt),
  };
}
