import { Agent } from 'undici';
import { measure } from '../../domain/network/measure.js';
import type { Finding, OutgoingPart, Preparation, Publisher, SendOutcome } from '../publisher.js';
import { errorOf, limitsSchema, read, SandboxApi } from './api.js';
import { findPost } from './find-post.js';
import { outcomeOf } from './outcomes.js';
import { Pictures } from './pictures.js';
import { allowedOrigin } from './server-address.js';
import { WarmConnections } from './warm-connections.js';

export interface SandboxPublisherOptions {
  /** Open connections to one server at most; 256 unless given. */
  readonly socketsPerServer?: number;
  /** Origins that it may talk to besides this machine's own, such as `http://sandbox:4000`. */
  readonly otherOrigins?: readonly string[];
}

/** The publisher of Chorus' own small network. */
export function createSandboxPublisher(options: SandboxPublisherOptions = {}): Publisher {
  return new SandboxPublisher(options);
}

class SandboxPublisher implements Publisher {
  readonly network = 'sandbox';
  readonly #otherOrigins: readonly string[];
  readonly #agent: Agent;
  readonly #warm: WarmConnections;
  readonly #pictures = new Pictures();

  constructor({ socketsPerServer = 256, otherOrigins = [] }: SandboxPublisherOptions) {
    this.#otherOrigins = otherOrigins;
    // The caller's signal is the time limit of a call; undici's own limits only end what nobody waits for.
    this.#agent = new Agent({ connections: socketsPerServer, pipelining: 1, keepAliveTimeout: 60_000 });
    this.#warm = new WarmConnections(this.#agent, socketsPerServer);
  }

  async prepare(parts: readonly OutgoingPart[], signal: AbortSignal): Promise<Preparation> {
    for (const part of parts) {
      const preparation = await this.#prepareOne(part, signal);
      if (preparation.kind !== 'ready') return preparation;
    }
    return { kind: 'ready' };
  }

  async send(part: OutgoingPart, signal: AbortSignal): Promise<SendOutcome> {
    const origin = this.#originOf(part);
    if (origin === null) return { kind: 'rejected', reason: this.#forbidden(part) };
    this.#warm.sent(origin, part.key);
    const api = this.#api(origin, part, signal);
    const attached = await this.#pictures.attach(api, part);
    if (attached.kind === 'failed') return attached.outcome;
    const { replyTo } = part;
    const result = await api.createPost(part.key, {
      text: part.text,
      pictures: attached.pictures,
      replyTo: replyTo === null ? null : { root: replyTo.rootId, parent: replyTo.parentId },
    });
    if (result.kind === 'answered' && errorOf(result).code === 'no-such-picture') this.#pictures.forget(part);
    return outcomeOf(result);
  }

  async find(part: OutgoingPart, since: number, signal: AbortSignal): Promise<Finding> {
    const origin = this.#originOf(part);
    if (origin === null) return { kind: 'unsure', evidence: this.#forbidden(part) };
    return findPost(this.#api(origin, part, signal), part, since);
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #prepareOne(part: OutgoingPart, signal: AbortSignal): Promise<Preparation> {
    const origin = this.#originOf(part);
    if (origin === null) return { kind: 'rejected', reason: this.#forbidden(part) };
    const api = this.#api(origin, part, signal);
    const result = await api.readLimits();
    if (result.kind !== 'answered') {
      return { kind: 'trouble', reason: result.kind === 'lost' ? result.evidence : result.reason };
    }
    const limits = result.status === 200 ? read(limitsSchema, result) : null;
    if (limits === null) return { kind: 'trouble', reason: errorOf(result).message };
    const text = measure('sandbox', part.text, limits.textGraphemes);
    if (!text.fits) {
      return {
        kind: 'rejected',
        reason: `The text has ${text.count} characters; the limit is ${text.limit}.`,
      };
    }
    const attached = await this.#pictures.attach(api, part);
    if (attached.kind === 'failed') {
      const { kind, reason } = attached.outcome;
      return { kind: kind === 'rejected' ? 'rejected' : 'trouble', reason };
    }
    await this.#warm.expect(origin, part.key, signal);
    return { kind: 'ready' };
  }

  #api(origin: string, part: OutgoingPart, signal: AbortSignal): SandboxApi {
    return new SandboxApi(this.#agent, origin, part.account, signal);
  }

  #originOf({ account }: OutgoingPart): string | null {
    return allowedOrigin(account.serverUrl, this.#otherOrigins);
  }

  #forbidden({ account }: OutgoingPart): string {
    return `A sandbox must be on this machine, and ${account.serverUrl} is not: connect @${account.handle} anew.`;
  }
}
