import type { RunningSandbox } from '../../../src/sandbox/index.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Speaks to a sandbox as any client would: over HTTP, with a token. */
export class SandboxClient {
  readonly handle: string;
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, handle: string, token: string) {
    this.#url = url;
    this.handle = handle;
    this.#token = token;
  }

  static async open(sandbox: RunningSandbox, handle: string, fields: object = {}): Promise<SandboxClient> {
    const nobody = new SandboxClient(sandbox.url, handle, '');
    const { body } = await nobody.send('POST', '/api/accounts', { handle, displayName: handle, ...fields });
    return new SandboxClient(sandbox.url, handle, String(body['token']));
  }

  post(draft: object, key?: string): Promise<Answer> {
    return this.send('POST', '/api/posts', draft, key === undefined ? {} : { 'idempotency-key': key });
  }

  upload(bytes: Uint8Array, type = 'image/png'): Promise<Answer> {
    return this.#request('/api/pictures', {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.from(bytes),
    });
  }

  get(path: string): Promise<Answer> {
    return this.#request(path, { method: 'GET' });
  }

  send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.#request(path, { method, ...json, headers: { ...type, ...headers } });
  }

  async #request(path: string, init: RequestInit): Promise<Answer> {
    const authorization: Record<string, string> =
      this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` };
    const headers = { ...authorization, ...(init.headers as Record<string, string> | undefined) };
    const answer = await fetch(`${this.#url}${path}`, { ...init, headers });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text };
    return { status: answer.status, headers: answer.headers, body };
  }
}
