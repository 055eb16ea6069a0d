import type { Agent } from 'undici';
import { callOnce } from '../http/call.js';

/** A post that was prepared and never sent, since it was paused or moved, is forgotten after this. */
const expectationMs = 60_000;

/**
 * Opens as many connections to a server as posts are about to be sent there, so that none waits for a handshake
 * at its instant. A pool opens one more only when all are busy, so as many small requests go out at once.
 */
export class WarmConnections {
  readonly #agent: Agent;
  readonly #socketsPerServer: number;
  readonly #expected = new Map<string, Map<string, number>>();
  readonly #warming = new Map<string, Promise<void>>();

  constructor(agent: Agent, socketsPerServer: number) {
    this.#agent = agent;
    this.#socketsPerServer = socketsPerServer;
  }

  /** Resolves when there is a connection for this post beside those of the others that are expected. */
  async expect(origin: string, key: string, signal: AbortSignal): Promise<void> {
    const keys = this.#expected.get(origin) ?? new Map<string, number>();
    this.#expected.set(origin, keys);
    keys.set(key, performance.now());
    // A round under way may have begun before this post was expected; posts that wait here share the next one.
    await this.#warming.get(origin);
    const round = this.#warming.get(origin) ?? this.#open(origin, keys, signal);
    this.#warming.set(origin, round);
    await round;
    if (this.#warming.get(origin) === round) this.#warming.delete(origin);
  }

  sent(origin: string, key: string): void {
    this.#expected.get(origin)?.delete(key);
  }

  async #open(origin: string, keys: Map<string, number>, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    for (const [key, at] of keys) if (now - at > expectationMs) keys.delete(key);
    const wanted = Math.min(keys.size, this.#socketsPerServer);
    if (Number(this.#agent.stats[origin]?.connected ?? 0) >= wanted) return;
    const request = { origin, path: '/api/ping', method: 'GET', headers: {} } as const;
    await Promise.all(Array.from({ length: wanted }, () => callOnce(this.#agent, request, signal)));
  }
}
