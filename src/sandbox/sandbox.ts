import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { Faults } from './faults/faults.js';
import { Requests, type RequestEvent } from './http/requests.js';
import { createServer } from './http/server.js';
import type { Limits } from './network/limits.js';
import { SandboxNetwork } from './network/network.js';
import type { SandboxPost } from './network/records.js';
import { pageRoutes } from './pages/page-routes.js';
import type { SandboxStore } from './store/sandbox-store.js';

export interface SandboxOptions {
  readonly store: SandboxStore;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** 0, any free port, unless given. */
  readonly port?: number;
  /** Limits that differ from the defaults, for every account that has none of its own. */
  readonly limits?: Partial<Limits>;
}

export interface RunningSandbox {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly faults: Faults;
  /** The next request event that matches; to be asked for before the request is made. */
  nextRequest(matches: (event: RequestEvent) => boolean): Promise<RequestEvent>;
  onRequest(listener: (event: RequestEvent) => void): () => void;
  /** The live posts of one account, oldest first, as the network keeps them. */
  livePosts(handle: string): readonly SandboxPost[];
  /** How many connections clients have open. */
  connectionCount(): Promise<number>;
  /** Breaks held requests and open connections, and keeps what was appended. */
  close(): Promise<void>;
}

/** Starts the network on what its store holds. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const network = new SandboxNetwork(options.store, options.limits ?? {});
  try {
    await network.load();
    return await serve(network, options);
  } catch (error) {
    await network.close();
    throw error;
  }
}

async function serve(network: SandboxNetwork, options: SandboxOptions): Promise<RunningSandbox> {
  const faults = new Faults();
  const requests = new Requests();
  const server = createServer({ network, faults, requests });
  const stopPages = pageRoutes(server, network);
  const url = await listen(server, options.host ?? '127.0.0.1', options.port ?? 0);
  return {
    url,
    faults,
    nextRequest: (matches) => requests.next(matches),
    onRequest: (listener) => requests.onEvent(listener),
    livePosts: (handle) => {
      const account = network.account(handle);
      return network.timeline.ofAccount(account.id, 0, Infinity, Infinity).toReversed();
    },
    connectionCount: () => promisify(server.server.getConnections.bind(server.server))(),
    close: async () => {
      faults.breakHolds();
      stopPages();
      await server.close();
      await network.close();
    },
  };
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  const url = await server.listen({ host, port });
  return url.replace(/\/$/, '');
}
