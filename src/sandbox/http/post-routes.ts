import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { postPath, type SandboxPost } from '../network/records.js';
import { Refusal } from '../network/refusal.js';
import { answer, authenticated, type Answer, type Api } from './answer.js';

const draftSchema = z.strictObject({
  text: z.string().max(20_000),
  pictures: z
    .array(z.strictObject({ id: z.string().max(64), altText: z.string().max(20_000) }))
    .max(100)
    .default([]),
  replyTo: z
    .strictObject({ root: z.string().max(64), parent: z.string().max(64) })
    .nullable()
    .default(null),
});

const keySchema = z.string().min(1).max(255);

const timelineSchema = z.object({
  /** Only posts published at or after this instant, in ms since the epoch. */
  since: z.coerce.number().default(0),
  /** Only posts before this one: the `next` of the page before. */
  before: z.coerce.number().default(Infinity),
  count: z.coerce.number().int().min(1).max(100).default(50),
});

/** Publishing, looking up, listing and deleting posts. */
export function postRoutes(server: FastifyInstance, api: Api): void {
  const view = (post: SandboxPost): object => postView(post, siteOf(server));

  server.post('/api/posts', (request, reply) => {
    const receivedAt = request.getDecorator<number>('receivedAt');
    const account = authenticated(api, request);
    const header = request.headers['idempotency-key'];
    const key = header === undefined ? null : keySchema.parse(header);
    return answer(api, reply, { operation: 'create-post', account, key }, async (beforeCommit) => {
      const draft = draftSchema.parse(request.body);
      const kept = api.faults.keepsKeys(account.handle) ? key : null;
      const { post, replayed } = await api.network.publish(account, draft, kept, receivedAt, {
        beforeCommit,
      });
      return {
        status: replayed ? 200 : 201,
        body: view(post),
        headers: { location: `${siteOf(server)}${postPath(post)}`, 'idempotent-replayed': String(replayed) },
      };
    });
  });

  server.get<{ Querystring: { key?: string } }>('/api/posts', (request, reply) => {
    const account = authenticated(api, request);
    const key = keySchema.parse(request.query.key);
    return answer(api, reply, { operation: 'find-by-key', account, key }, async (beforeCommit) => {
      await beforeCommit();
      return lookUp(api, account.handle, api.network.findByKey(account, key), view);
    });
  });

  server.get<{ Params: { handle: string } }>('/api/accounts/:handle/posts', (request, reply) => {
    const account = api.network.account(request.params.handle);
    const { since, before, count } = timelineSchema.parse(request.query);
    return answer(api, reply, { operation: 'read-timeline', account }, async (beforeCommit) => {
      await beforeCommit();
      const posts = api.network.timeline.ofAccount(account.id, since, before, count);
      const next = posts.length < count ? null : (posts.at(-1)?.number ?? null);
      return { status: 200, body: { posts: posts.map(view), next } };
    });
  });

  server.delete<{ Params: { id: string } }>('/api/posts/:id', (request, reply) => {
    const account = authenticated(api, request);
    return answer(api, reply, { operation: 'delete-post', account }, async (beforeCommit) => {
      await beforeCommit();
      await api.network.deletePost(account, request.params.id);
      return { status: 200, body: { id: request.params.id, deleted: true } };
    });
  });
}

function lookUp(
  api: Api,
  handle: string,
  found: ReturnType<Api['network']['findByKey']>,
  view: (post: SandboxPost) => object,
): Answer {
  if (!api.faults.keepsKeys(handle)) {
    throw new Refusal(501, 'keys-not-kept', 'This network does not keep idempotency keys.');
  }
  if (found === null) throw new Refusal(404, 'no-such-key', `@${handle} has no post with this key.`);
  if (found === 'in-progress') return { status: 202, body: { state: 'in-progress' } };
  return { status: 200, body: view(found) };
}

function siteOf(server: FastifyInstance): string {
  return server.listeningOrigin;
}

/** A post as the API shows it: without its key, which is between the client and the network. */
function postView(post: SandboxPost, site: string): object {
  const { id, number, handle, text, pictures, replyTo, receivedAt, publishedAt, deletedAt } = post;
  const url = `${site}${postPath(post)}`;
  return { id, number, handle, url, text, pictures, replyTo, receivedAt, publishedAt, deletedAt };
}
