import type { Command } from 'commander';
import { campaign, type CampaignAnswer } from '../contract/campaigns.js';
import { several } from './arguments.js';
import { addBlackoutCommands } from './blackout-commands.js';
import type { CommandContext } from './context.js';
import { addLaunchCommand } from './launch-command.js';
import { findCampaign } from './named.js';
import { listing, table } from './table.js';

interface Creation {
  readonly slug?: string;
  readonly case?: string;
  readonly court?: string;
  readonly docket?: string;
  readonly link?: string;
  readonly hashtag?: readonly string[];
  readonly seed?: string;
  readonly zone?: string;
}

/** `campaigns`: list, create, show, launch; and `blackouts`. */
export function addCampaignCommands(program: Command, context: CommandContext): void {
  const campaigns = program.command('campaigns').description('campaigns: list, create, show, launch');
  campaigns
    .command('list')
    .description('all campaigns')
    .action(async () => {
      const items = await context.api.all('campaigns', campaign);
      context.show({ items }, () => campaignTable(items));
    });
  campaigns
    .command('create')
    .description('make a campaign; the same again changes nothing')
    .argument('<name>')
    .option('--slug <slug>', 'its short name in commands; made from the name when absent')
    .option('--case <name>', 'name of the case')
    .option('--court <name>', 'as a sentence names it: the Supreme Court')
    .option('--docket <number>')
    .option('--link <address>', 'address that posts may carry')
    .option('--hashtag <word>', 'may be given more than once', several)
    .option('--seed <text>', 'decides which account says what')
    .option('--zone <name>', 'time zone of the court, such as America/New_York')
    .action(async (name: string, given: Creation) => {
      const { case: caseName, hashtag: hashtags, ...rest } = given;
      const made = await context.api.post('campaigns', { name, caseName, hashtags, ...rest }, campaign);
      context.show(made, () => campaignListing(made));
    });
  campaigns
    .command('show')
    .description('one campaign')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const found = await findCampaign(context.api, slugOrId);
      context.show(found, () => campaignListing(found));
    });
  addLaunchCommand(campaigns, context);
  addBlackoutCommands(program, context);
}

function campaignTable(items: readonly CampaignAnswer[]): string {
  return table(
    ['CAMPAIGN', 'NAME', 'HEARING', 'STARTS'],
    items.map(({ slug, name, hearing }) => [slug, name, hearing.status, hearing.startsAtLocal]),
    'There is no campaign yet: make one with chorus campaigns create.',
  );
}

function campaignListing(shown: CampaignAnswer): string {
  return listing([
    ['campaign', shown.slug],
    ['id', shown.id],
    ['name', shown.name],
    ['case', shown.caseName],
    ['court', shown.court],
    ['docket', shown.docket],
    ['link', shown.link],
    ['hashtags', shown.hashtags.map((tag) => `#${tag}`).join(' ') || null],
    ['launch', shown.launchAt],
    ['hearing', shown.hearing.status],
    ['starts', shown.hearing.startsAtLocal],
    ['zone', shown.hearing.zone],
  ]);
}
