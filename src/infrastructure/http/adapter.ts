import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { acceptFiles } from './file-body.js';
import { answerProblem } from './problem.filter.js';

/**
 * The largest request body, in bytes. A release may have 1,000,000 bytes of UTF-8; clients that escape every
 * character beyond ASCII as \uXXXX send up to three times as many, and the rest is room for the other fields.
 */
export const BODY_LIMIT_BYTES = 3_200_000;

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** Fastify as Chorus runs it, for main and for tests alike. */
export function createHttpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestIdHeader: false,
    // What Fastify refuses before any route, such as an address with a broken escape.
    frameworkErrors: answerProblem,
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
  });
  acceptFiles(adapter.getInstance());
  return adapter;
}

/** The caller's own request id where it is harmless to log and to echo, else a new one. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
