import type { FastifyInstance } from 'fastify';
import { pictureTypes } from '../network/limits.js';
import { answer, authenticated, type Api } from './answer.js';

/** A body may be larger than any account's limit, so that the network itself says what is too large. */
const largestUploadBytes = 16_000_000;

/** Uploading pictures, and showing them. */
export function pictureRoutes(server: FastifyInstance, api: Api): void {
  server.addContentTypeParser(
    [...pictureTypes],
    { parseAs: 'buffer', bodyLimit: largestUploadBytes },
    (_request, body, done) => {
      done(null, body);
    },
  );

  server.post<{ Body: Buffer }>('/api/pictures', { bodyLimit: largestUploadBytes }, (request, reply) => {
    const account = authenticated(api, request);
    return answer(api, reply, { operation: 'upload-picture', account }, async (beforeCommit) => {
      await beforeCommit();
      const id = await api.network.addPicture(account, request.body);
      return { status: 201, body: { id } };
    });
  });

  server.get<{ Params: { id: string } }>('/pictures/:id', async (request, reply) => {
    const picture = await api.network.picture(request.params.id);
    if (picture === null) return reply.callNotFound();
    return reply
      .header('content-type', picture.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(picture.bytes);
  });
}
