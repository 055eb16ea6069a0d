import { createHash } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  feed,
  type FeedAnswer,
  feedCreation,
  type FeedCreation,
  feedList,
  feedRevocation,
  type FeedRevocation,
  madeFeed,
  type MadeFeed,
} from '../../../contract/exchange.js';
import { isoInstant } from '../../../contract/instant.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { originOf } from '../origin.js';
import type { FeedRow } from './feed.repository.js';
import { FeedService } from './feed.service.js';

@ApiTags('exchange')
@Controller()
export class FeedsController {
  constructor(private readonly feeds: FeedService) {}

  @Post('calendar-feeds')
  @Answers(201, madeFeed, 'The address is shown this once')
  async make(
    @Body({ schema: feedCreation }) request: FeedCreation,
    @Req() incoming: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeFeed> {
    const { feed: row, key, replaced } = await this.feeds.make(request);
    void reply.header('cache-control', 'no-store');
    // In the query, which no log keeps.
    return {
      feed: present(row),
      address: `${originOf(incoming)}/api/calendars/feed.ics?key=${key}`,
      replaced,
    };
  }

  @Get('calendar-feeds')
  @Answers(200, feedList, 'The newest first, without their addresses')
  async list(): Promise<{ items: FeedAnswer[] }> {
    return { items: (await this.feeds.list()).map(present) };
  }

  @Post('calendar-feeds/:id/revocation')
  @HttpCode(200)
  @Answers(200, feed, 'Its address works no more')
  async revoke(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: feedRevocation }) { by }: FeedRevocation,
  ): Promise<FeedAnswer> {
    return present(await this.feeds.revoke(id, by));
  }

  /** For calendar programs; what they add to the query is no fault. */
  @Get('calendars/feed.ics')
  @ApiExcludeEndpoint()
  async read(
    @Query('key') key: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const calendar = await this.feeds.read(key);
    const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
    void reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex');
    if (isKnown(etag, request.headers['if-none-match'])) {
      void reply.status(304);
      return undefined;
    }
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="chorus.ics"');
    return calendar;
  }
}

/** By the weak comparison that RFC 9110 asks for here. */
function isKnown(etag: string, given: string | undefined): boolean {
  const tags = given?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

function present({ madeAt, revokedAt, ...row }: FeedRow): FeedAnswer {
  return {
    ...row,
    madeAt: isoInstant(madeAt),
    revokedAt: revokedAt === null ? null : isoInstant(revokedAt),
  };
}
