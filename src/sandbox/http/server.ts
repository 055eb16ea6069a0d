/**
 * The network's HTTP API. Errors are `{ error, message }`: a stable code, and a sentence for a person.
 *
 * POST   /api/accounts                {handle, displayName, limits?}     → 201 {id, handle, displayName, token}; 409 taken
 * POST   /api/accounts/:handle/tokens {expiresInMs?}                     → 201, another token for the account
 * DELETE /api/tokens/current          revokes the bearer token           → 204
 * GET    /api/limits                  what the account may post, and whether keys are kept
 * POST   /api/pictures                the bytes of a PNG, JPEG or WebP   → 201 {id}
 * POST   /api/posts                   {text, pictures: [{id, altText}], replyTo: {root, parent} | null}
 *          with `Idempotency-Key`: 201 a new post; 200 the post of that key; 422 `key-reused` for other words
 * GET    /api/posts?key=              200 the account's post of that key; 202 under way; 404 none; 501 keys not kept
 * DELETE /api/posts/:id
 * GET    /api/accounts/:handle/posts?since=&before=&count=   newest first, for anybody; `next` is the next `before`
 * GET    /api/ping                    204
 * GET    /faults, PUT /faults {faults}, POST /faults/release   the fault switches, from this machine only
 *
 * Everything that acts for an account takes `Authorization: Bearer <token>`; 401 says that the token is missing,
 * unknown, expired or revoked; 422 that the network's rules forbid it; 429 when to come back.
 */
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import { RateLimited } from '../faults/strike.js';
import { Refusal } from '../network/refusal.js';
import { accountRoutes } from './account-routes.js';
import type { Api } from './answer.js';
import { faultRoutes } from './fault-routes.js';
import { pictureRoutes } from './picture-routes.js';
import { postRoutes } from './post-routes.js';
import { preciseNow } from './requests.js';

const loopbackHost = /^(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/;

/** The network's HTTP server, not yet listening. */
export function createServer(api: Api): FastifyInstance {
  const server = fastify({
    forceCloseConnections: true,
    // Longer than the lead with which a worker opens its connections before an instant.
    keepAliveTimeout: 120_000,
    bodyLimit: 1_000_000,
  });
  server.decorateRequest('receivedAt', 0);
  server.addHook('onRequest', async (request) => {
    request.setDecorator('receivedAt', preciseNow());
    // A page of another site could otherwise reach this machine under a name of its own (DNS rebinding).
    if (isLoopback(request.socket.localAddress) && !loopbackHost.test(request.host)) {
      throw new Refusal(421, 'wrong-host', `This server does not answer for "${request.host}".`);
    }
  });
  server.setErrorHandler(answerError);
  accountRoutes(server, api);
  pictureRoutes(server, api);
  postRoutes(server, api);
  faultRoutes(server, api);
  return server;
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

function answerError(error: unknown, _request: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof RateLimited) {
    const resetsAtSeconds = Math.ceil(Date.now() / 1000) + error.retryAfterSeconds;
    void reply
      .header('retry-after', String(error.retryAfterSeconds))
      .header('ratelimit-remaining', '0')
      .header('ratelimit-reset', String(resetsAtSeconds));
  }
  if (error instanceof Refusal) {
    return reply.code(error.status).send({ error: error.code, message: error.message });
  }
  if (error instanceof ZodError) {
    const message = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return reply.code(422).send({ error: 'invalid', message });
  }
  const { statusCode, message } = error as FastifyError;
  if (statusCode !== undefined && statusCode < 500) {
    return reply.code(statusCode).send({ error: 'bad-request', message });
  }
  process.stderr.write(
    `The sandbox network failed: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return reply.code(500).send({ error: 'server-error', message: 'The network has a fault.' });
}
