import type { Command } from 'commander';
import { type CampaignOverview, campaignOverview } from '../contract/posts.js';
import { POST_STATUSES } from '../domain/post/status.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { table } from './table.js';

/** `overview`: how many posts of each wave stand where. */
export function addOverviewCommand(program: Command, context: CommandContext): void {
  program
    .command('overview')
    .description('how many posts of each wave stand in each status')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/overview`, campaignOverview);
      context.show(answer, () => overviewTable(answer));
    });
}

function overviewTable({ waves }: CampaignOverview): string {
  const statuses = POST_STATUSES.filter((status) => waves.some(({ posts }) => (posts[status] ?? 0) > 0));
  return table(
    ['WAVE', 'FIRST', 'LAST', ...statuses.map((status) => status.toUpperCase())],
    waves.map(({ name, firstAt, lastAt, posts }) => [
      name,
      firstAt,
      lastAt,
      ...statuses.map((status) => posts[status] ?? 0),
    ]),
    'There is no wave yet: add one with chorus waves add.',
  );
}
