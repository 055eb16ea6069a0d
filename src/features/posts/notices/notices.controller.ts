import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoInstant } from '../../../contract/instant.js';
import {
  notice,
  type NoticeAnswer,
  noticeList,
  type NoticeQuery,
  noticeQuery,
  type NoticeResolution,
  noticeResolution,
} from '../../../contract/notices.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { NoticeRepository, type NoticeRow } from './notice.repository.js';
import { NoticeService } from './notice.service.js';

@ApiTags('correction-notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly service: NoticeService,
  ) {}

  @Get('campaigns/:id/correction-notices')
  @Answers(200, noticeList, 'Live posts that say what their release no longer says')
  async list(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: noticeQuery }) { only }: NoticeQuery,
  ): Promise<{ items: NoticeAnswer[] }> {
    return { items: (await this.notices.list(id, only)).map(present) };
  }

  @Post('correction-notices/:id/resolution')
  @HttpCode(200)
  @Answers(200, notice)
  async resolve(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: noticeResolution }) request: NoticeResolution,
  ): Promise<NoticeAnswer> {
    return present(await this.service.resolve(id, request));
  }
}

function present(row: NoticeRow): NoticeAnswer {
  return {
    id: row.id,
    postId: row.postId,
    statementId: row.statementId,
    because: row.because,
    openedAt: isoInstant(row.openedAt),
    status: row.status,
    account: row.account,
    network: row.network,
    organizationId: row.organizationId,
    organization: row.organization,
    urls: [...row.urls],
    resolution: row.resolution,
    resolvedBy: row.resolvedBy,
    resolvedAt: row.resolvedAt === null ? null : isoInstant(row.resolvedAt),
    note: row.note,
    correctionUrl: row.url,
  };
}
