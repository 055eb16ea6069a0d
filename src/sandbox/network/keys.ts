import { Refusal } from './refusal.js';
import type { SandboxPost } from './records.js';

type Entry =
  | { readonly draftHash: string; readonly post: SandboxPost }
  | { readonly draftHash: string; readonly settled: Promise<void> };

/** What a look-up by key finds; `in-progress` while a request with that key is under way. */
export type KeyLookup = SandboxPost | 'in-progress' | null;

/** The idempotency keys of the network: one post per account and key, also for simultaneous requests. */
export class IdempotencyKeys {
  readonly #entries = new Map<string, Entry>();

  find(accountId: string, key: string): KeyLookup {
    const entry = this.#entries.get(mapKey(accountId, key));
    if (entry === undefined) return null;
    return 'post' in entry ? entry.post : 'in-progress';
  }

  /** Replaces or adds what is known of a key: when loading, and when its post is deleted. */
  remember(accountId: string, key: string, draftHash: string, post: SandboxPost): void {
    this.#entries.set(mapKey(accountId, key), { draftHash, post });
  }

  replacePost(post: SandboxPost): void {
    if (post.key === null) return;
    const entry = this.#entries.get(mapKey(post.accountId, post.key));
    if (entry !== undefined) this.remember(post.accountId, post.key, entry.draftHash, post);
  }

  /**
   * Publishes at most once per key. A request that finds the key in use waits for its holder: it then takes the
   * holder's post, or, where the holder failed, tries itself. The same key with another draft is refused.
   */
  async once(
    accountId: string,
    key: string,
    draftHash: string,
    publish: () => Promise<SandboxPost>,
  ): Promise<{ readonly post: SandboxPost; readonly replayed: boolean }> {
    const id = mapKey(accountId, key);
    for (let entry = this.#entries.get(id); entry !== undefined; entry = this.#entries.get(id)) {
      if (entry.draftHash !== draftHash) {
        throw new Refusal(
          422,
          'key-reused',
          'This idempotency key was used for a post that reads otherwise.',
        );
      }
      if ('post' in entry) return { post: entry.post, replayed: true };
      await entry.settled;
    }
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    this.#entries.set(id, { draftHash, settled });
    try {
      const post = await publish();
      this.#entries.set(id, { draftHash, post });
      return { post, replayed: false };
    } catch (error) {
      this.#entries.delete(id);
      throw error;
    } finally {
      settle();
    }
  }
}

function mapKey(accountId: string, key: string): string {
  return `${accountId}\n${key}`;
}
