import type { Command } from 'commander';
import { feed, type FeedAnswer, feedList, madeFeed } from '../../contract/exchange.js';
import type { CommandContext } from '../context.js';
import { CommandFault } from '../fault.js';
import { findCampaign } from '../named.js';
import { findOrganization } from '../organization-commands.js';
import { table } from '../table.js';

interface Scope {
  readonly organization?: string;
  readonly campaign?: string;
}

/** `feeds`: make, list, revoke. */
export function addFeedCommands(program: Command, context: CommandContext): void {
  const feeds = program
    .command('feeds')
    .description('calendars at secret addresses, for calendar programs: make, list, revoke');
  feeds
    .command('make')
    .description('make a calendar; one that was made before for the same stops at its old address')
    .option('--organization <organization>', 'its own posts with their texts: name or id')
    .option('--campaign <campaign>', 'the posts of all, without texts: slug or id')
    .action(async (given: Scope) => {
      const body = { ...(await scopeOf(context, given)), by: context.by() };
      const made = await context.api.post('calendar-feeds', body, madeFeed);
      context.show(made, () =>
        [
          made.address,
          `Subscribe to this address in a calendar program. It is shown this once, and whoever has it reads the calendar of ${made.feed.name}.`,
          ...(made.replaced ? ['The address that was given out before works no more.'] : []),
        ].join('\n'),
      );
    });
  feeds
    .command('list')
    .description('all calendars, the newest first, without their addresses')
    .action(async () => {
      const answer = await context.api.get('calendar-feeds', feedList);
      context.show(answer, () => feedTable(answer.items));
    });
  feeds
    .command('revoke')
    .description('its address works no more')
    .argument('<feed>', 'id')
    .action(async (id: string) => {
      const path = `calendar-feeds/${encodeURIComponent(id)}/revocation`;
      const revoked = await context.api.post(path, { by: context.by() }, feed);
      context.show(revoked, () => `Revoked: the calendar of ${revoked.name}.`);
    });
}

async function scopeOf({ api }: CommandContext, { organization, campaign }: Scope) {
  if (organization !== undefined && campaign === undefined) {
    return { organizationId: (await findOrganization(api, organization)).id };
  }
  if (campaign !== undefined && organization === undefined) {
    return { campaignId: (await findCampaign(api, campaign)).id };
  }
  throw new CommandFault('A calendar is of one thing: name it with --organization or with --campaign.');
}

function feedTable(items: readonly FeedAnswer[]): string {
  return table(
    ['FEED', 'OF', 'NAME', 'MADE', 'BY', 'REVOKED'],
    items.map(({ id, organizationId, name, madeAt, madeBy, revokedAt }) => [
      id,
      organizationId === null ? 'campaign' : 'organization',
      name,
      madeAt,
      madeBy,
      revokedAt,
    ]),
    'There is no calendar yet: make one with chorus feeds make.',
  );
}
