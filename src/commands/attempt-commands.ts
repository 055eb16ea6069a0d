import { type Command, Option } from 'commander';
import { attempt, ATTEMPT_STATES, type AttemptAnswer } from '../contract/publishing.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { table } from './table.js';

interface Filter {
  readonly campaign?: string;
  readonly account?: string;
  readonly state?: string;
}

/** `attempts`: every try to send a part. */
export function addAttemptCommands(program: Command, context: CommandContext): void {
  program
    .command('attempts')
    .description('tries to send a part of a post')
    .option('--campaign <campaign>', 'slug or id')
    .option('--account <id>')
    .addOption(new Option('--state <state>').choices([...ATTEMPT_STATES]))
    .action(async ({ campaign, account, state }: Filter) => {
      const campaignId = campaign === undefined ? undefined : (await findCampaign(context.api, campaign)).id;
      const items = await context.api.all('attempts', attempt, { campaignId, accountId: account, state });
      context.show({ items, nextCursor: null }, () => attemptTable(items));
    });
}

export function attemptTable(items: readonly AttemptAnswer[]): string {
  return table(
    ['POST', 'PART', 'STATE', 'CLAIMED', 'SENT', 'DETAIL'],
    items.map((one) => [one.postId, one.part + 1, one.state, one.claimedAt, one.sentAt, one.detail]),
    'There was no attempt.',
  );
}
