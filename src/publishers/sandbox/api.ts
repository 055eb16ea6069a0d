import { z } from 'zod';
import type { Dispatcher } from 'undici';
import type { PublishingAccount } from '../publisher.js';
import { callOnce, type Answered, type HttpRequest, type HttpResult } from '../http/call.js';

export const postSchema = z.object({
  id: z.string(),
  url: z.url(),
  text: z.string(),
  pictures: z.array(z.object({ id: z.string(), altText: z.string() })),
  replyTo: z.object({ root: z.string(), parent: z.string() }).nullable(),
});
export type RemotePost = z.infer<typeof postSchema>;

export const timelineSchema = z.object({ posts: z.array(postSchema), next: z.number().nullable() });

export const limitsSchema = z.object({
  textGraphemes: z.number(),
  picturesPerPost: z.number(),
  pictureBytes: z.number(),
  altTextGraphemes: z.number(),
});

export const pictureSchema = z.object({ id: z.string() });

const errorSchema = z.object({ error: z.string(), message: z.string() });

/** The body of an answer if it is what it should be; null for anything else, such as a proxy's page. */
export function read<T>(schema: z.ZodType<T>, { body }: Answered): T | null {
  const parsed = schema.safeParse(parseJson(body));
  return parsed.success ? parsed.data : null;
}

/** The code and sentence of a refusal; the status alone where the body says nothing. */
export function errorOf(answer: Answered): { readonly code: string; readonly message: string } {
  const error = read(errorSchema, answer);
  if (error === null) return { code: '', message: `The server answered with status ${answer.status}.` };
  return { code: error.error, message: error.message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The sandbox's API as one account uses it. */
export class SandboxApi {
  readonly #dispatcher: Dispatcher;
  readonly #origin: string;
  readonly #account: PublishingAccount;
  readonly #signal: AbortSignal;

  constructor(dispatcher: Dispatcher, origin: string, account: PublishingAccount, signal: AbortSignal) {
    this.#dispatcher = dispatcher;
    this.#origin = origin;
    this.#account = account;
    this.#signal = signal;
  }

  readLimits(): Promise<HttpResult> {
    return this.#call('GET', '/api/limits');
  }

  uploadPicture(bytes: Uint8Array, mimeType: string): Promise<HttpResult> {
    return this.#call('POST', '/api/pictures', { 'content-type': mimeType }, bytes);
  }

  createPost(key: string, draft: object): Promise<HttpResult> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.#call('POST', '/api/posts', headers, JSON.stringify(draft));
  }

  findByKey(key: string): Promise<HttpResult> {
    return this.#call('GET', `/api/posts?${new URLSearchParams({ key }).toString()}`);
  }

  /** Newest first; `before` is the `next` of the page before. */
  readTimeline(since: number, before: number | null): Promise<HttpResult> {
    const query = new URLSearchParams({ since: String(since), count: '100' });
    if (before !== null) query.set('before', String(before));
    const handle = encodeURIComponent(this.#account.handle);
    return this.#call('GET', `/api/accounts/${handle}/posts?${query.toString()}`);
  }

  #call(
    method: HttpRequest['method'],
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | Uint8Array,
  ): Promise<HttpResult> {
    const authorization = `Bearer ${this.#account.credentials['token'] ?? ''}`;
    const request = { origin: this.#origin, path, method, headers: { ...headers, authorization } };
    return callOnce(this.#dispatcher, body === undefined ? request : { ...request, body }, this.#signal);
  }
}
