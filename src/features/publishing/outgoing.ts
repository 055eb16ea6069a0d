import { Injectable } from '@nestjs/common';
import { partText } from '../../domain/post/segment.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { Vault, VaultFault } from '../../infrastructure/vault/index.js';
import type { OutgoingPart, PublishingAccount } from '../../publishers/publisher.js';
import { AttemptRepository } from './attempt.repository.js';
import { partKey } from './claim.repository.js';
import type { DepartingPost } from './facts.repository.js';
import { GATHER_WHILE_ARMING_MS, gathering } from './gathering.js';

/** Turns a post's parts into what a publisher is given. */
@Injectable()
export class OutgoingParts {
  private readonly accounts = gathering(async (ids: readonly string[]) => {
    const found = await this.readAccounts([...new Set(ids)]);
    return ids.map((id) => found.get(id) ?? new Error(`There is no account ${id}`));
  }, GATHER_WHILE_ARMING_MS);

  constructor(
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly attempts: AttemptRepository,
  ) {}

  /** The parts that are not live yet, in order; those after the first get their thread with `inThread`. */
  async of(post: DepartingPost): Promise<readonly OutgoingPart[]> {
    const account = await this.accounts.load(post.accountId);
    const thread = post.liveParts === 0 ? [] : await this.attempts.publications(post.id);
    const replyTo = inThread(thread.map(({ remoteId }) => remoteId));
    return post.parts.slice(post.liveParts).map((part, index) => ({
      account,
      key: partKey(post.id, post.liveParts + index),
      text: partText(part),
      pictures: [],
      replyTo,
    }));
  }

  /** An account that cannot be opened is told to its own posts alone, not to all that ask at the same moment. */
  private async readAccounts(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, PublishingAccount | VaultFault>> {
    const rows = await this.ledger
      .selectFrom('account')
      .select(['id', 'handle', 'remoteId', 'serverUrl', 'credentials'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map(({ credentials, ...account }) => [account.id, this.opened(account, credentials)]),
    );
  }

  private opened(
    account: Omit<PublishingAccount, 'credentials'>,
    sealed: string,
  ): PublishingAccount | VaultFault {
    try {
      return { ...account, credentials: this.vault.open(sealed, account.id) };
    } catch (error) {
      if (error instanceof VaultFault) return error;
      throw error;
    }
  }
}

/** What a part answers to, given the live parts before it: the first is the thread's root, the last its parent. */
export function inThread(remoteIds: readonly string[]): OutgoingPart['replyTo'] {
  const rootId = remoteIds.at(0);
  const parentId = remoteIds.at(-1);
  return rootId === undefined || parentId === undefined ? null : { rootId, parentId };
}
