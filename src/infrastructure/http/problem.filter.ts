import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, refusedOf } from './problem.js';

/** Answers everything that a route throws as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

const logger = new Logger('http');

/** Answers a problem, and logs it where the fault is our own. */
export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refused = refusedOf(thrown);
  if (refused.ours) {
    logger.error({ msg: `${request.method} ${request.url} failed`, requestId: request.id, err: thrown });
  }
  if (reply.sent) return;
  void reply
    .status(refused.status)
    .header('x-request-id', request.id)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refused, request.id)));
}
