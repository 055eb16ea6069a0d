import type { Dispatcher } from 'undici';

export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

type ResponseHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** A whole answer, whatever its status. */
export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: string;
}

/**
 * What became of one request.
 * - `not-sent`: not a byte of it left this machine.
 * - `lost`: it was written, at least in part, and no whole answer came: it may have taken effect.
 */
export type HttpResult =
  | Answered
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly evidence: string };

/**
 * Makes one request and never repeats it. `dispatcher` says of each request when its first byte is about to be
 * written; only that tells a request that surely did not arrive from one that may have.
 */
export function callOnce(
  dispatcher: Dispatcher,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    const call = new Call(request.origin, signal, resolve);
    const { origin, path, method, headers, body = null } = request;
    dispatcher.dispatch({ origin, path, method, headers, body }, call);
  });
}

const largestAnswerBytes = 5_000_000;

class Call implements Dispatcher.DispatchHandler {
  readonly #origin: string;
  readonly #signal: AbortSignal;
  readonly #resolve: (result: HttpResult) => void;
  readonly #chunks: Buffer[] = [];
  readonly #onAbort = (): void => {
    this.#abort();
  };
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: ResponseHeaders = {};
  #bytes = 0;
  #settled = false;

  constructor(origin: string, signal: AbortSignal, resolve: (result: HttpResult) => void) {
    this.#origin = origin;
    this.#signal = signal;
    this.#resolve = resolve;
    if (signal.aborted) this.#abort();
    else signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      // It was given up while it waited for a connection: nothing of it may be written now.
      controller.abort(new Error('The time limit passed before the request was written.'));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: ResponseHeaders,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > largestAnswerBytes)
      controller.abort(new Error('the answer is larger than any answer should be'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = Buffer.concat(this.#chunks).toString('utf8');
    this.#settle({ kind: 'answered', status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(reasonOf(error, this.#origin));
  }

  #abort(): void {
    const controller = this.#controller;
    this.#fail(
      controller === null
        ? `no connection to ${this.#origin} was free within the time limit`
        : `no whole answer came from ${this.#origin} within the time limit`,
    );
    controller?.abort(new Error('The time limit passed.'));
  }

  #fail(reason: string): void {
    const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
    if (this.#controller === null) {
      this.#settle({ kind: 'not-sent', reason: sentence });
      return;
    }
    const seen =
      this.#status === 0 ? 'no answer was seen' : `an answer with status ${this.#status} had begun`;
    this.#settle({ kind: 'lost', evidence: `The request was written; ${seen}. ${sentence}` });
  }

  #settle(result: HttpResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#resolve(result);
  }
}

function reasonOf(error: Error, origin: string): string {
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name of ${origin} could not be resolved`;
    case 'ECONNREFUSED':
      return `${origin} refused the connection`;
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return `the connection to ${origin} broke`;
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `${origin} did not accept a connection in time`;
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return `no whole answer came from ${origin} in time`;
    default:
      return `${error.message === '' ? code : error.message} (${origin})`;
  }
}
