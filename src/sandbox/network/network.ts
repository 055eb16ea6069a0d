import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { SandboxStore } from '../store/sandbox-store.js';
import { IdempotencyKeys, type KeyLookup } from './keys.js';
import { checkPicture, defaultLimits, type Limits, type PictureType } from './limits.js';
import { checkDraft } from './draft.js';
import type { Draft, SandboxAccount, SandboxPost, SandboxRecord } from './records.js';
import { Refusal } from './refusal.js';
import { Timeline } from './timeline.js';

interface Token {
  readonly account: SandboxAccount;
  readonly expiresAt: number | null;
  revoked: boolean;
}

/** Steps of publishing between which a fault may strike. */
export interface PublishingSteps {
  /** The key is taken, nothing is kept yet. */
  readonly beforeCommit: () => Promise<void>;
}

/** The network itself: its accounts, tokens, pictures and posts, and its rules. Knows nothing of HTTP. */
export class SandboxNetwork {
  readonly timeline = new Timeline();
  readonly #store: SandboxStore;
  readonly #limits: Limits;
  readonly #accounts = new Map<string, SandboxAccount>();
  readonly #handles = new Map<string, SandboxAccount>();
  readonly #tokens = new Map<string, Token>();
  readonly #pictures = new Map<string, PictureType>();
  readonly #keys = new IdempotencyKeys();

  constructor(store: SandboxStore, limits: Partial<Limits>) {
    this.#store = store;
    this.#limits = { ...defaultLimits, ...limits };
  }

  async load(): Promise<void> {
    for (const record of await this.#store.load()) this.#apply(record);
  }

  async createAccount(handle: string, displayName: string, limits: Partial<Limits>): Promise<SandboxAccount> {
    if (this.#handles.has(handle)) {
      throw new Refusal(409, 'handle-taken', `There is an account @${handle} already.`);
    }
    const account = { id: randomUUID(), handle, displayName, limits, createdAt: Date.now() };
    // Taken before it is kept, so that two requests at once cannot share a handle.
    this.#handles.set(handle, account);
    try {
      await this.#record({ kind: 'account', account });
    } catch (error) {
      this.#handles.delete(handle);
      throw error;
    }
    return account;
  }

  accounts(): readonly SandboxAccount[] {
    return [...this.#accounts.values()];
  }

  findAccount(handle: string): SandboxAccount | null {
    return this.#handles.get(handle) ?? null;
  }

  account(handle: string): SandboxAccount {
    const account = this.findAccount(handle);
    if (account === null) throw new Refusal(404, 'no-such-account', `There is no account @${handle}.`);
    return account;
  }

  /** A new token; the network keeps only its hash. */
  async issueToken(account: SandboxAccount, expiresInMs: number | null): Promise<string> {
    const token = `sbx_${randomBytes(24).toString('base64url')}`;
    await this.#record({
      kind: 'token',
      tokenHash: hash(token),
      accountId: account.id,
      expiresAt: expiresInMs === null ? null : Date.now() + expiresInMs,
    });
    return token;
  }

  async revokeToken(token: string): Promise<void> {
    await this.#record({ kind: 'token-revoked', tokenHash: hash(token) });
  }

  authenticate(token: string): SandboxAccount {
    const known = this.#tokens.get(hash(token));
    if (known === undefined) throw new Refusal(401, 'token-unknown', 'This access token is not known here.');
    if (known.revoked) throw new Refusal(401, 'token-revoked', 'This access token was revoked.');
    if (known.expiresAt !== null && known.expiresAt <= Date.now()) {
      throw new Refusal(401, 'token-expired', 'This access token has expired.');
    }
    return known.account;
  }

  limitsOf(account: SandboxAccount): Limits {
    return { ...this.#limits, ...account.limits };
  }

  /** Keeps a picture under the SHA-256 of its bytes, so that uploading it twice changes nothing. */
  async addPicture(account: SandboxAccount, bytes: Uint8Array): Promise<string> {
    const type = checkPicture(bytes, this.limitsOf(account));
    const id = hash(bytes);
    if (!this.#pictures.has(id)) {
      await this.#store.savePicture(id, bytes);
      await this.#record({ kind: 'picture', id, type });
    }
    return id;
  }

  async picture(id: string): Promise<{ readonly type: PictureType; readonly bytes: Uint8Array } | null> {
    const type = this.#pictures.get(id);
    if (type === undefined) return null;
    const bytes = await this.#store.readPicture(id);
    return bytes === null ? null : { type, bytes };
  }

  async publish(
    account: SandboxAccount,
    draft: Draft,
    key: string | null,
    receivedAt: number,
    steps: PublishingSteps,
  ): Promise<{ readonly post: SandboxPost; readonly replayed: boolean }> {
    const draftHash = hash(JSON.stringify(draft));
    const commit = async (): Promise<SandboxPost> => {
      checkDraft(draft, this.limitsOf(account), {
        hasPicture: (id) => this.#pictures.has(id),
        livePost: (id) => this.timeline.live(id),
      });
      await steps.beforeCommit();
      const { id: accountId, handle } = account;
      const { number, id } = this.timeline.nextNumber();
      const publishedAt = Date.now();
      const post = { ...draft, id, number, accountId, handle, receivedAt, publishedAt, deletedAt: null, key };
      await this.#record({ kind: 'post', post, draftHash });
      return post;
    };
    if (key === null) return { post: await commit(), replayed: false };
    return this.#keys.once(account.id, key, draftHash, commit);
  }

  findByKey(account: SandboxAccount, key: string): KeyLookup {
    return this.#keys.find(account.id, key);
  }

  async deletePost(account: SandboxAccount, id: string): Promise<void> {
    const post = this.timeline.live(id);
    if (post === null || post.accountId !== account.id) {
      throw new Refusal(404, 'no-such-post', `@${account.handle} has no post ${id}.`);
    }
    await this.#record({ kind: 'post-deleted', id, deletedAt: Date.now() });
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  async #record(record: SandboxRecord): Promise<void> {
    await this.#store.append(record);
    this.#apply(record);
  }

  #apply(record: SandboxRecord): void {
    switch (record.kind) {
      case 'account':
        this.#accounts.set(record.account.id, record.account);
        this.#handles.set(record.account.handle, record.account);
        return;
      case 'token': {
        const account = this.#accounts.get(record.accountId);
        if (account === undefined) throw new Error(`A token is for the unknown account ${record.accountId}.`);
        this.#tokens.set(record.tokenHash, { account, expiresAt: record.expiresAt, revoked: false });
        return;
      }
      case 'token-revoked': {
        const token = this.#tokens.get(record.tokenHash);
        if (token !== undefined) token.revoked = true;
        return;
      }
      case 'picture':
        this.#pictures.set(record.id, record.type);
        return;
      case 'post': {
        const { post, draftHash } = record;
        this.timeline.add(post);
        if (post.key !== null) this.#keys.remember(post.accountId, post.key, draftHash, post);
        return;
      }
      case 'post-deleted': {
        const deleted = this.timeline.delete(record.id, record.deletedAt);
        if (deleted !== null) this.#keys.replacePost(deleted);
      }
    }
  }
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
