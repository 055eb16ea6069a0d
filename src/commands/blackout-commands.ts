import type { Command } from 'commander';
import { type BlackoutAnswer, blackoutChangeAnswer, blackoutList } from '../contract/blackouts.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { planEffectText, previewedText } from './plan-effect-text.js';
import { table } from './table.js';

interface Previewed {
  readonly preview?: true;
}

/** `blackouts`: the days on which a campaign does not post. */
export function addBlackoutCommands(program: Command, context: CommandContext): void {
  const blackouts = program
    .command('blackouts')
    .description('days on which a campaign does not post: list, add, remove');
  blackouts
    .command('list')
    .description('all of them')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/blackouts`, blackoutList);
      context.show(answer, () => blackoutTable(answer.items));
    });
  blackouts
    .command('add')
    .description('take the time from every unsent post of a day')
    .argument('<campaign>', 'slug or id')
    .argument('<date>', 'day at the court, such as 2026-11-26')
    .requiredOption('--reason <words>', 'such as "a public holiday"')
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, date: string, given: Previewed & { readonly reason: string }) => {
      const path = await pathOf(context, slugOrId, date, given);
      const body = { reason: given.reason, by: context.by() };
      show(context, given, await context.api.put(path, body, blackoutChangeAnswer));
    });
  blackouts
    .command('remove')
    .description('let the campaign post on a day again')
    .argument('<campaign>', 'slug or id')
    .argument('<date>', 'day at the court, such as 2026-11-26')
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, date: string, given: Previewed) => {
      const path = await pathOf(context, slugOrId, date, given);
      show(context, given, await context.api.delete(path, blackoutChangeAnswer));
    });
}

async function pathOf(
  context: CommandContext,
  slugOrId: string,
  date: string,
  { preview }: Previewed,
): Promise<string> {
  const { id } = await findCampaign(context.api, slugOrId);
  return `campaigns/${id}/blackouts/${encodeURIComponent(date)}?preview=${preview === true}`;
}

function show(
  context: CommandContext,
  { preview }: Previewed,
  answer: ReturnType<typeof blackoutChangeAnswer.parse>,
): void {
  const told = `${blackoutTable(answer.items)}\n\n${planEffectText(answer.effect)}`;
  context.show(answer, () => previewedText(preview === true, told));
}

function blackoutTable(items: readonly BlackoutAnswer[]): string {
  return table(
    ['DAY', 'WHY', 'ADDED BY'],
    items.map(({ date, reason, addedBy }) => [date, reason, addedBy]),
    'The campaign posts on every day.',
  );
}
