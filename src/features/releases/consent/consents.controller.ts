import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ConsentGiving,
  consentGiving,
  type ConsentGivingAnswer,
  consentGivingAnswer,
  type ConsentItem,
  consentItem,
  consentList,
  type ConsentQuery,
  consentQuery,
  type ConsentWithdrawal,
  consentWithdrawal,
  type ConsentWithdrawalAnswer,
  consentWithdrawalAnswer,
  type CutCreation,
  cutCreation,
} from '../../../contract/consents.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { ConsentList, presentConsent } from './consent-list.js';
import { ConsentService } from './consent.service.js';

@ApiTags('consents')
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentService,
    private readonly list: ConsentList,
  ) {}

  @Get('campaigns/:id/consents')
  @Answers(200, consentList, 'What needs the consent of its speaker’s organization, and what has it')
  async listOf(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: consentQuery }) query: ConsentQuery,
  ): Promise<{ items: ConsentItem[] }> {
    return { items: await this.list.of(id, query) };
  }

  @Post('statements/:id/cuts')
  @HttpCode(200)
  @Answers(200, consentItem, 'The cut as posts would show it, and the consent that it needs')
  async cut(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: cutCreation }) request: CutCreation,
  ): Promise<ConsentItem> {
    const { id: cutId } = await this.consents.proposeCut(id, request);
    return this.list.ofCut(id, cutId);
  }

  @Post('organizations/:id/consents')
  @HttpCode(200)
  @Answers(200, consentGivingAnswer, 'Each is consented to by itself')
  give(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: consentGiving }) request: ConsentGiving,
  ): Promise<ConsentGivingAnswer> {
    return this.consents.give(id, request);
  }

  @Post('consents/:id/withdrawal')
  @HttpCode(200)
  @Answers(200, consentWithdrawalAnswer, 'Withdrawn, with the posts that used it')
  async withdraw(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: consentWithdrawal }) request: ConsentWithdrawal,
  ): Promise<ConsentWithdrawalAnswer> {
    const { consent, posts } = await this.consents.withdraw(id, request);
    return { consent: presentConsent(consent), posts: [...posts] };
  }
}
