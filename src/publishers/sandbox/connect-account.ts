import { Client } from 'undici';
import { z } from 'zod';
import { allowedOrigin } from './server-address.js';

const connectedSchema = z.object({ id: z.string(), handle: z.string(), token: z.string() });

export interface ConnectedAccount {
  readonly remoteId: string;
  readonly handle: string;
  readonly token: string;
}

/**
 * Opens an account on a sandbox, or signs in to the one that has this handle there already: a sandbox knows no
 * passwords. Throws an error that says what the server answered.
 */
export async function connectSandboxAccount(
  serverUrl: string,
  {
    handle,
    displayName,
    textLimit,
  }: { readonly handle: string; readonly displayName: string; readonly textLimit?: number | undefined },
  otherOrigins: readonly string[] = [],
): Promise<ConnectedAccount> {
  const origin = allowedOrigin(serverUrl, otherOrigins);
  if (origin === null) throw new Error(`A sandbox must be on this machine, and ${serverUrl} is not.`);
  // A connection of its own: one kept from an earlier call may belong to a server that has restarted since.
  const client = new Client(origin);
  try {
    const opened = await post(client, '/api/accounts', {
      handle,
      displayName,
      ...(textLimit === undefined ? {} : { limits: { textGraphemes: textLimit } }),
    });
    const answer =
      opened.status === 409
        ? await post(client, `/api/accounts/${encodeURIComponent(handle)}/tokens`, {})
        : opened;
    if (answer.status !== 201) {
      throw new Error(`The sandbox at ${origin} did not connect @${handle}: ${answer.status} ${answer.body}`);
    }
    const { id, handle: connected, token } = connectedSchema.parse(JSON.parse(answer.body));
    return { remoteId: id, handle: connected, token };
  } finally {
    await client.close();
  }
}

async function post(
  client: Client,
  path: string,
  body: object,
): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await client.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: answer.statusCode, body: await answer.body.text() };
}
