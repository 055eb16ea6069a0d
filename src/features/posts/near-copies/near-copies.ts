import { Injectable } from '@nestjs/common';
import type { NearCopyList, NearCopyPair } from '../../../contract/near-copies.js';
import { isNetwork, NETWORK_RULES, type Network } from '../../../domain/network/network.js';
import { adviceFor, nearCopiesAmong, nearCopiesOf, nearCopy } from '../../../domain/post/near-copy/index.js';
import { partText } from '../../../domain/post/segment.js';
import type { LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Conflict, NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { postNotFound } from '../post.refusals.js';
import { NearCopyRepository, type WrittenPost } from './near-copy.repository.js';

/** How many pairs an answer shows side by side. */
const MOST_SHOWN = 100;

interface Pair {
  readonly one: WrittenPost;
  readonly other: WrittenPost;
}

/** Posts of a campaign that say the same on a network: shown everywhere, and kept apart where the network forbids them. */
@Injectable()
export class NearCopies {
  constructor(
    private readonly repository: NearCopyRepository,
    private readonly campaigns: CampaignRepository,
  ) {}

  async ofCampaign(campaignId: string, network: Network | undefined): Promise<NearCopyList> {
    if ((await this.campaigns.find(campaignId)) === undefined) {
      throw new NotFound('campaign-not-found', `There is no campaign ${campaignId}.`);
    }
    const { posts, pairs } = await this.pairs(campaignId, network);
    const byId = new Map(posts.map((post) => [post.id, post]));
    return listOf(
      pairs.flatMap((pair): Pair[] => {
        const [one, other] = [byId.get(pair.one), byId.get(pair.other)];
        return one === undefined || other === undefined ? [] : [{ one, other }];
      }),
    );
  }

  /** How many pairs there are in a campaign, on any network. */
  async count(campaignId: string): Promise<number> {
    return (await this.pairs(campaignId, undefined)).pairs.length;
  }

  private async pairs(campaignId: string, network: Network | undefined) {
    const posts = await this.repository.ofCampaign(campaignId, network);
    const networks = [...new Set(posts.map((post) => post.network))].toSorted();
    const pairs = networks
      .flatMap((one) => nearCopiesAmong(posts.filter((post) => post.network === one)))
      .toSorted((a, b) => b.likeness - a.likeness);
    return { posts, pairs };
  }

  async ofPost(postId: string): Promise<NearCopyList> {
    const posts = await this.repository.ofPost(postId);
    const one = posts.find(({ id }) => id === postId);
    if (one === undefined) throw postNotFound(postId);
    const others = posts.filter(({ id }) => id !== postId);
    return listOf(nearCopiesOf(one, others).map(({ other }) => ({ one, other })));
  }

  /** @throws Conflict where something stands against approving a post. */
  async refuse(trx: LedgerTransaction, postId: string, network: string): Promise<void> {
    const objection = await this.objection(trx, postId, network);
    if (objection !== null) throw new Conflict('near-copy', objection);
  }

  /**
   * What stands against approving a post where its network forbids what is substantially the same: another account has
   * said so, or is going to. Of two posts that only wait, the one that is approved first may say it.
   */
  async objection(trx: LedgerTransaction, postId: string, network: string): Promise<string | null> {
    if (!isNetwork(network) || !NETWORK_RULES[network].forbidsNearCopies) return null;
    const posts = await this.repository.lockApproved(trx, postId);
    const post = posts.find(({ id }) => id === postId);
    if (post === undefined) throw postNotFound(postId);
    const others = posts.filter(({ id }) => id !== postId);
    const [found] = nearCopiesOf(post, others);
    if (found === undefined) return null;
    const { other } = found;
    const advice = adviceFor(post, other, nearCopy(post, other)) ?? '';
    return `${NETWORK_RULES[network].title} forbids posts that are nearly the same, and @${other.account} (${other.organization}, ${other.wave}) has this one: “${textOf(other)}” ${advice}`;
  }
}

function textOf({ parts }: WrittenPost): string {
  return parts.map(partText).join(' ↓ ');
}

function listOf(pairs: readonly Pair[]): NearCopyList {
  return { items: pairs.slice(0, MOST_SHOWN).flatMap(present), more: Math.max(0, pairs.length - MOST_SHOWN) };
}

function present({ one, other }: Pair): NearCopyPair[] {
  const { network } = one;
  const found = nearCopy(one, other);
  if (!isNetwork(network) || found.verdict === 'different') return [];
  const side = (post: WrittenPost, which: 'one' | 'other') => ({
    postId: post.id,
    account: post.account,
    organization: post.organization,
    wave: post.wave,
    status: post.status,
    parts: post.parts.map(partText),
    shared: found.shared.map((passage) => passage[which]),
  });
  return [
    {
      network,
      verdict: found.verdict,
      likeness: found.likeness,
      blocks: NETWORK_RULES[network].forbidsNearCopies,
      advice: adviceFor(one, other, found) ?? '',
      one: side(one, 'one'),
      other: side(other, 'other'),
    },
  ];
}
