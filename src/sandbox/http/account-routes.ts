import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pictureTypes } from '../network/limits.js';
import { answer, authenticated, bearerToken, type Api } from './answer.js';

const handleSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/, 'A handle has lower-case letters, digits, ".", "_" and "-".');

const limitsSchema = z.strictObject({
  textGraphemes: z.int().positive().exactOptional(),
  altTextGraphemes: z.int().positive().exactOptional(),
  picturesPerPost: z.int().nonnegative().exactOptional(),
  pictureBytes: z.int().positive().exactOptional(),
});

const newAccountSchema = z.strictObject({
  handle: handleSchema,
  displayName: z.string().trim().min(1).max(128),
  limits: limitsSchema.default({}),
});

const newTokenSchema = z.strictObject({ expiresInMs: z.int().nonnegative().nullable().default(null) });

/** Accounts and their access tokens. Anybody on this machine may open them: it is a sandbox. */
export function accountRoutes(server: FastifyInstance, api: Api): void {
  server.post('/api/accounts', async (request, reply) => {
    const { handle, displayName, limits } = newAccountSchema.parse(request.body);
    const account = await api.network.createAccount(handle, displayName, limits);
    const token = await api.network.issueToken(account, null);
    return reply.code(201).send({ id: account.id, handle, displayName, token });
  });

  server.post<{ Params: { handle: string } }>('/api/accounts/:handle/tokens', async (request, reply) => {
    const { expiresInMs } = newTokenSchema.parse(request.body ?? {});
    const account = api.network.account(request.params.handle);
    const token = await api.network.issueToken(account, expiresInMs);
    return reply
      .code(201)
      .send({ id: account.id, handle: account.handle, displayName: account.displayName, token });
  });

  server.delete('/api/tokens/current', async (request, reply) => {
    authenticated(api, request);
    await api.network.revokeToken(bearerToken(request));
    return reply.code(204).send();
  });

  /** Answers at once: clients open their connections with it. */
  server.get('/api/ping', (_request, reply) => reply.code(204).send());

  server.get('/api/limits', (request, reply) => {
    const account = authenticated(api, request);
    return answer(api, reply, { operation: 'read-limits', account }, async (beforeCommit) => {
      await beforeCommit();
      const keepsKeys = api.faults.keepsKeys(account.handle);
      return { status: 200, body: { ...api.network.limitsOf(account), pictureTypes, keepsKeys } };
    });
  });
}
