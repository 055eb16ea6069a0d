import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  csvQuery,
  type CsvQuery,
  type FileAnswer,
  type ImportAnswer,
  importAnswer,
  importQuery,
  type ImportQuery,
} from '../../../contract/exchange.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { answerFile, AnswersFile } from '../file-answer.js';
import { fileIn, TakesCsv } from '../file-request.js';
import { AccountsCsv } from './accounts-csv.js';
import { OrganizationsCsv } from './organizations-csv.js';

@ApiTags('exchange')
@Controller('csv')
export class PartnersCsvController {
  constructor(
    private readonly organizations: OrganizationsCsv,
    private readonly accounts: AccountsCsv,
  ) {}

  @Get('organizations')
  @AnswersFile('text/csv', 'All organizations')
  async exportOrganizations(
    @Query({ schema: csvQuery }) query: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | FileAnswer> {
    return answerFile(reply, await this.organizations.export(query), query.as);
  }

  @Post('organizations')
  @HttpCode(200)
  @TakesCsv()
  @Answers(200, importAnswer, 'All rows, or nothing: a fault in any refuses the file')
  importOrganizations(
    @Query({ schema: importQuery }) { preview }: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer> {
    return this.organizations.import(fileIn(request), preview);
  }

  @Get('accounts')
  @AnswersFile('text/csv', 'All accounts, without credentials')
  async exportAccounts(
    @Query({ schema: csvQuery }) query: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | FileAnswer> {
    return answerFile(reply, await this.accounts.export(query), query.as);
  }

  @Post('accounts')
  @HttpCode(200)
  @TakesCsv()
  @Answers(200, importAnswer, 'All rows, or nothing: a fault in any refuses the file')
  importAccounts(
    @Query({ schema: importQuery }) { preview }: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer> {
    return this.accounts.import(fileIn(request), preview);
  }

  @Get('templates/organizations')
  @AnswersFile('text/csv', 'The columns, and one row as an example')
  organizationsTemplate(
    @Query({ schema: csvQuery }) { as, separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer | FileAnswer {
    return answerFile(reply, this.organizations.template(separator), as);
  }

  @Get('templates/accounts')
  @AnswersFile('text/csv', 'The columns, and one row as an example')
  accountsTemplate(
    @Query({ schema: csvQuery }) { as, separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer | FileAnswer {
    return answerFile(reply, this.accounts.template(separator), as);
  }
}
