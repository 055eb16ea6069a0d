import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoInstant } from '../../../contract/instant.js';
import { byId, type ById } from '../../../contract/page.js';
import {
  phrase,
  type PhraseAnswer,
  phraseList,
  type PhraseMarking,
  phraseMarking,
  type PhraseWithdrawal,
  phraseWithdrawal,
  type PhraseWithdrawalAnswer,
  phraseWithdrawalAnswer,
} from '../../../contract/phrases.js';
import { Answers } from '../../../infrastructure/http/index.js';
import type { PhraseRow } from './phrase.repository.js';
import { PhraseService } from './phrase.service.js';

@ApiTags('phrases')
@Controller()
export class PhrasesController {
  constructor(private readonly phrases: PhraseService) {}

  @Get('campaigns/:id/phrases')
  @Answers(200, phraseList, 'Words in quotation marks that were marked as nobody’s quotation')
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: PhraseAnswer[] }> {
    return { items: (await this.phrases.list(id)).map(present) };
  }

  @Post('campaigns/:id/phrases')
  @HttpCode(200)
  @Answers(200, phrase)
  async mark(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: phraseMarking }) request: PhraseMarking,
  ): Promise<PhraseAnswer> {
    return present(await this.phrases.mark(id, request));
  }

  @Post('phrases/:id/withdrawal')
  @HttpCode(200)
  @Answers(200, phraseWithdrawalAnswer)
  async withdraw(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: phraseWithdrawal }) request: PhraseWithdrawal,
  ): Promise<PhraseWithdrawalAnswer> {
    const withdrawn = await this.phrases.withdraw(id, request);
    return { phrase: present(withdrawn.phrase), posts: [...withdrawn.posts] };
  }
}

function present(row: PhraseRow): PhraseAnswer {
  return {
    ...row,
    markedAt: isoInstant(row.markedAt),
    withdrawnAt: row.withdrawnAt === null ? null : isoInstant(row.withdrawnAt),
  };
}
