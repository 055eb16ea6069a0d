import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type PreviewQuery, previewQuery } from '../../../contract/campaigns.js';
import {
  decision,
  type DecisionAnswer,
  decisionConfirmation,
  type DecisionConfirmation,
  decisionList,
  decisionProposal,
  type DecisionProposal,
  decisionReleaseAnswer,
  type DecisionReleaseAnswer,
  decisionWithdrawal,
  type DecisionWithdrawal,
} from '../../../contract/decisions.js';
import { isoInstant } from '../../../contract/instant.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { presentHearing, presentWave } from '../campaign.presenter.js';
import type { DecisionRow } from './decision.repository.js';
import { DecisionService } from './decision.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:id/decision')
export class DecisionsController {
  constructor(private readonly decisions: DecisionService) {}

  @Get()
  @Answers(200, decisionList, 'All proposals, the newest first')
  async list(@Param({ schema: byId }) { id }: ById): Promise<{ items: DecisionAnswer[] }> {
    return { items: (await this.decisions.list(id)).map(present) };
  }

  @Post()
  @Answers(201, decision, 'Proposed, and nothing more; 200 where the same proposal stands')
  async propose(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: decisionProposal }) request: DecisionProposal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionAnswer> {
    const { created, decision: row } = await this.decisions.propose(id, request);
    void reply.status(created ? 201 : 200);
    return present(row);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Answers(200, decisionReleaseAnswer, 'Released, and what becomes of the posts; or with preview what would')
  async confirm(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: decisionConfirmation }) request: DecisionConfirmation,
    @Query({ schema: previewQuery }) { preview }: PreviewQuery,
  ): Promise<DecisionReleaseAnswer> {
    const {
      released,
      decision: row,
      hearing,
      waves,
      effect,
    } = await this.decisions.confirm(id, request, preview);
    return {
      released,
      decision: present(row),
      hearing: presentHearing(hearing),
      waves: waves.map((wave) => presentWave(wave, hearing)),
      effect,
    };
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Answers(200, decision, 'Withdrawn; another can be proposed')
  async withdraw(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: decisionWithdrawal }) { by }: DecisionWithdrawal,
  ): Promise<DecisionAnswer> {
    return present(await this.decisions.withdraw(id, by));
  }
}

function present(row: DecisionRow): DecisionAnswer {
  const { id, outcome, source, proposedBy, confirmedBy, withdrawnBy } = row;
  return {
    id,
    outcome,
    source,
    at: isoOrNull(row.occurredAt),
    status: statusOf(row),
    proposedBy,
    proposedAt: isoInstant(row.proposedAt),
    confirmedBy,
    confirmedAt: isoOrNull(row.confirmedAt),
    withdrawnBy,
    withdrawnAt: isoOrNull(row.withdrawnAt),
  };
}

function statusOf({ confirmedAt, withdrawnAt }: DecisionRow): DecisionAnswer['status'] {
  if (confirmedAt !== null) return 'released';
  return withdrawnAt === null ? 'proposed' : 'withdrawn';
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
