import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../faults/fault.js';
import type { Faults } from '../faults/faults.js';
import { ConnectionBroken, strikeAt } from '../faults/strike.js';
import type { SandboxAccount } from '../network/records.js';
import { Refusal } from '../network/refusal.js';
import type { SandboxNetwork } from '../network/network.js';
import { preciseNow, type RequestEvent, type Requests } from './requests.js';

/** What the routes of the network's API share. */
export interface Api {
  readonly network: SandboxNetwork;
  readonly faults: Faults;
  readonly requests: Requests;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Request {
  readonly operation: Operation;
  readonly account: SandboxAccount;
  readonly key?: string | null;
}

const keepsSomething: Readonly<Record<Operation, boolean>> = {
  'create-post': true,
  'upload-picture': true,
  'delete-post': true,
  'find-by-key': false,
  'read-timeline': false,
  'read-limits': false,
};

/** Performs one request of a client, with the faults that strike it, and tells the observers. */
export async function answer(
  api: Api,
  reply: FastifyReply,
  { operation, account, key = null }: Request,
  perform: (beforeCommit: () => Promise<void>) => Promise<Answer> | Answer,
): Promise<FastifyReply> {
  const { handle } = account;
  const tell = (stage: RequestEvent['stage']): void => {
    api.requests.tell({ stage, operation, handle, key, at: preciseNow() });
  };
  const striking = api.faults.strike(operation, handle);
  const strike = (stage: Parameters<typeof strikeAt>[0]): Promise<void> =>
    strikeAt(stage, striking, api.faults);
  let whole: Answer | null = null;
  try {
    tell('arrived');
    await strike('arrival');
    whole = await perform(() => strike('before-commit'));
    if (keepsSomething[operation]) tell('committed');
    await strike('after-commit');
    void reply.code(whole.status).headers(whole.headers ?? {});
    const sent = reply.send(whole.body);
    tell('answered');
    return sent;
  } catch (error) {
    if (!(error instanceof ConnectionBroken)) throw error;
    reply.hijack();
    if (error.cutsBody && whole !== null) cutBody(reply, whole);
    else reply.raw.socket?.resetAndDestroy();
    tell('broken');
    return reply;
  }
}

/** Announces the whole answer, sends half of it, and breaks the connection. */
function cutBody(reply: FastifyReply, { status, body }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  reply.raw.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    reply.raw.socket?.destroy();
  });
}

/** The account whose bearer token the request carries. */
export function authenticated(api: Api, request: FastifyRequest): SandboxAccount {
  return api.network.authenticate(bearerToken(request));
}

export function bearerToken(request: FastifyRequest): string {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw new Refusal(401, 'token-missing', 'Send an access token: "Authorization: Bearer <token>".');
  }
  return token;
}
