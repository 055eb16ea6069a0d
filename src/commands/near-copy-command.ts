import { type Command, Option } from 'commander';
import { nearCopyList, type NearCopyList, type NearCopyPair } from '../contract/near-copies.js';
import { NETWORKS } from '../domain/network/network.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';

/** `posts alike`, beside the others of `posts`. */
export function addAlikeCommand(posts: Command, context: CommandContext): void {
  posts
    .command('alike')
    .description('posts on one network that are nearly the same, and what to change')
    .argument('<campaign>', 'slug or id')
    .addOption(new Option('--network <network>').choices([...NETWORKS]))
    .action(async (slugOrId: string, { network }: { readonly network?: string }) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/near-copies`, nearCopyList, { network });
      context.show(answer, () => listText(answer));
    });
}

function listText({ items, more }: NearCopyList): string {
  if (items.length === 0) return 'No two posts are nearly the same.';
  const rest = more === 0 ? [] : [`… and ${more} pairs more.`];
  return [...items.map(pairText), ...rest].join('\n\n');
}

function pairText({ network, likeness, blocks, advice, one, other }: NearCopyPair): string {
  const rule = blocks ? ': only one of them can be approved' : '';
  return [
    `${Math.round(likeness * 100)} % alike on ${network}${rule}`,
    ...[one, other].map(
      ({ postId, account, organization, wave, status, parts }) =>
        `  ${postId}  @${account} (${organization}), ${wave}, ${status}\n${parts.join('\n↓\n').replace(/^/gmu, '    ')}`,
    ),
    `  ${advice}`,
  ].join('\n');
}
