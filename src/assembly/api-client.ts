/** Speaks to Chorus' own API, as any other client does. */
export class ApiClient {
  constructor(private readonly address: string) {}

  get(path: string): Promise<unknown> {
    return this.request('GET', path);
  }

  post(path: string, body: object): Promise<unknown> {
    return this.request('POST', path, body);
  }

  put(path: string, body: object): Promise<unknown> {
    return this.request('PUT', path, body);
  }

  /** @throws Error with the problem's own sentence when the request is refused. */
  private async request(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.address}/api/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /api/${path} was refused: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
