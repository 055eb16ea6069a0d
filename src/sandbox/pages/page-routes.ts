import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { SandboxNetwork } from '../network/network.js';
import type { SandboxAccount } from '../network/records.js';
import { Refusal } from '../network/refusal.js';
import { LiveFeed } from './live-feed.js';
import {
  missingPage,
  profilePage,
  threadPage,
  timelineList,
  timelinePage,
  type TimelineView,
} from './pages.js';
import { wholeThread } from './views.js';

const threadsPerPage = 40;

const assets = {
  '/assets/page.css': 'text/css; charset=utf-8',
  '/assets/posts.css': 'text/css; charset=utf-8',
  '/assets/live.js': 'text/javascript; charset=utf-8',
  '/assets/icon.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageSchema = z.object({ before: z.coerce.number().optional() });

type View = (path: string, account: SandboxAccount | null, before?: number) => TimelineView;

/** The pages that readers see. Returns what ends the live connections. */
export function pageRoutes(server: FastifyInstance, network: SandboxNetwork): () => void {
  const feed = new LiveFeed(network.timeline);
  const accountOf = (handle: string): SandboxAccount => network.account(handle);
  const view: View = (path, account, before) => {
    const found = network.timeline.threads(before ?? Infinity, threadsPerPage + 1, account?.id ?? null);
    const threads = found.slice(0, threadsPerPage);
    const olderHref = found.length > threads.length ? `${path}?before=${threads.at(-1)?.root.number}` : null;
    return { threads, accountOf, revision: feed.revision, olderHref, newest: before === undefined };
  };

  assetRoutes(server);

  server.get('/', (request, reply) => {
    const { before } = pageSchema.parse(request.query);
    return sendHtml(reply, timelinePage(view('/', null, before)));
  });

  server.get<{ Params: { handle: string } }>('/@:handle', (request, reply) => {
    const { before } = pageSchema.parse(request.query);
    const account = network.findAccount(request.params.handle);
    if (account === null)
      return sendHtml(reply.code(404), missingPage('No such account', 'There is nobody here.'));
    const count = network.timeline.countOf(account.id);
    return sendHtml(reply, profilePage(account, count, view(`/@${account.handle}`, account, before)));
  });

  server.get<{ Params: { handle: string; id: string } }>('/@:handle/:id', (request, reply) => {
    const post = network.timeline.find(request.params.id);
    if (post === null || post.handle !== request.params.handle) {
      return sendHtml(reply.code(404), missingPage('No such post', 'There is no post at this address.'));
    }
    if (post.deletedAt !== null) {
      return sendHtml(reply.code(410), missingPage('Deleted', 'This post was deleted by its account.'));
    }
    const root = network.timeline.find(post.replyTo?.root ?? post.id) ?? post;
    const thread = network.timeline.threadOf(root);
    return sendHtml(reply, threadPage(thread, post, accountOf, feed.revision));
  });

  fragmentRoutes(server, network, view);

  server.get('/live', (_request, reply) => {
    feed.follow(reply);
  });

  return () => {
    feed.close();
  };
}

/** What pages fetch when the network has changed. */
function fragmentRoutes(server: FastifyInstance, network: SandboxNetwork, view: View): void {
  server.get<{ Querystring: { account?: string } }>('/fragments/timeline', (request, reply) => {
    const handle = request.query.account;
    return sendHtml(
      reply,
      timelineList(view('/', handle === undefined ? null : network.account(handle))).toString(),
    );
  });

  server.get<{ Params: { id: string }; Querystring: { focus?: string } }>(
    '/fragments/thread/:id',
    (request, reply) => {
      const root = network.timeline.find(request.params.id);
      if (root === null) throw new Refusal(404, 'no-such-post', 'There is no such post.');
      const thread = network.timeline.threadOf(root);
      return sendHtml(
        reply,
        wholeThread(thread, request.query.focus ?? root.id, (handle) => network.account(handle)).toString(),
      );
    },
  );
}

function assetRoutes(server: FastifyInstance): void {
  for (const [path, type] of Object.entries(assets)) {
    const bytes = readFileSync(join(import.meta.dirname, path));
    server.get(path, (_request, reply) =>
      reply
        .header('content-type', type)
        .header('cache-control', 'no-cache')
        .header('x-content-type-options', 'nosniff')
        .send(bytes),
    );
  }
}

function sendHtml(reply: FastifyReply, content: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(content);
}
