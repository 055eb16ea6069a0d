import type { SandboxPost } from './records.js';

/** A thread as readers see it: its first post, and what follows in the order it was published. */
export interface Thread {
  readonly root: SandboxPost;
  readonly replies: readonly SandboxPost[];
}

export interface Change {
  readonly kind: 'published' | 'deleted';
  readonly post: SandboxPost;
}

/** Every post of the network in order of publication. */
export class Timeline {
  readonly #byId = new Map<string, SandboxPost>();
  readonly #byAccount = new Map<string, string[]>();
  readonly #roots: string[] = [];
  readonly #replies = new Map<string, string[]>();
  readonly #listeners = new Set<(change: Change) => void>();
  #lastNumber = 1000;

  nextNumber(): { readonly number: number; readonly id: string } {
    this.#lastNumber += 1;
    return { number: this.#lastNumber, id: String(this.#lastNumber) };
  }

  add(post: SandboxPost): void {
    this.#lastNumber = Math.max(this.#lastNumber, post.number);
    this.#byId.set(post.id, post);
    append(this.#byAccount, post.accountId, post.id);
    if (post.replyTo === null) this.#roots.push(post.id);
    else append(this.#replies, post.replyTo.root, post.id);
    this.#tell({ kind: 'published', post });
  }

  delete(id: string, deletedAt: number): SandboxPost | null {
    const post = this.#byId.get(id);
    if (post === undefined) return null;
    const deleted = { ...post, deletedAt };
    this.#byId.set(id, deleted);
    this.#tell({ kind: 'deleted', post: deleted });
    return deleted;
  }

  /** The post, also a deleted one. */
  find(id: string): SandboxPost | null {
    return this.#byId.get(id) ?? null;
  }

  live(id: string): SandboxPost | null {
    const post = this.find(id);
    return post === null || post.deletedAt !== null ? null : post;
  }

  /** An account's live posts, newest first, of which `number < before` and `publishedAt >= since`. */
  ofAccount(accountId: string, since: number, before: number, count: number): readonly SandboxPost[] {
    const posts: SandboxPost[] = [];
    const ids = this.#byAccount.get(accountId) ?? [];
    for (let index = ids.length - 1; index >= 0 && posts.length < count; index -= 1) {
      const post = this.live(ids[index] ?? '');
      if (post !== null && post.number < before && post.publishedAt >= since) posts.push(post);
    }
    return posts;
  }

  countOf(accountId: string): number {
    return (this.#byAccount.get(accountId) ?? []).filter((id) => this.live(id) !== null).length;
  }

  /** Threads whose first post stands, newest first, of which the first post has `number < before`. */
  threads(before: number, count: number, accountId: string | null): readonly Thread[] {
    const threads: Thread[] = [];
    for (let index = this.#roots.length - 1; index >= 0 && threads.length < count; index -= 1) {
      const root = this.live(this.#roots[index] ?? '');
      if (root === null || root.number >= before) continue;
      if (accountId === null || root.accountId === accountId) threads.push(this.threadOf(root));
    }
    return threads;
  }

  threadOf(root: SandboxPost): Thread {
    const ids = this.#replies.get(root.id) ?? [];
    return { root, replies: ids.map((id) => this.live(id)).filter((post) => post !== null) };
  }

  /** Calls `listener` after each change, until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
