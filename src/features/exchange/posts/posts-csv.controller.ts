import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  csvQuery,
  type CsvQuery,
  type FileAnswer,
  type ImportAnswer,
  importAnswer,
  postsCsvQuery,
  type PostsCsvQuery,
  postsImportQuery,
  type PostsImportQuery,
} from '../../../contract/exchange.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { answerFile, AnswersFile } from '../file-answer.js';
import { fileIn, TakesCsv } from '../file-request.js';
import { PostsCsv } from './posts-csv.js';

@ApiTags('exchange')
@Controller()
export class PostsCsvController {
  constructor(private readonly posts: PostsCsv) {}

  @Get('csv/templates/posts')
  @AnswersFile('text/csv', 'The columns, and one row as an example')
  template(
    @Query({ schema: csvQuery }) { as, separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer | FileAnswer {
    return answerFile(reply, this.posts.template(separator), as);
  }

  @Get('campaigns/:id/csv/posts')
  @AnswersFile('text/csv', 'The posts of the campaign, a column for each part')
  async export(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: postsCsvQuery }) query: PostsCsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | FileAnswer> {
    return answerFile(reply, await this.posts.export(id, query), query.as);
  }

  @Post('campaigns/:id/csv/posts')
  @HttpCode(200)
  @TakesCsv()
  @Answers(200, importAnswer, 'All edits of the words around quotations, or nothing')
  import(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: postsImportQuery }) query: PostsImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer> {
    return this.posts.import(id, fileIn(request), query);
  }
}
