import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { health, type Health } from '../../contract/operations.js';
import { Answers } from '../../infrastructure/http/index.js';
import { HealthService } from './health.service.js';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get('live')
  @Answers(200, health, 'The process answers')
  live(): Health {
    return { ok: true, checks: {} };
  }

  @Get('ready')
  @Answers(200, health, 'Database and queue answer, and nothing is overdue; 503 where one does not')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const answer = await this.service.ready();
    void reply.status(answer.ok ? 200 : 503);
    return answer;
  }
}
