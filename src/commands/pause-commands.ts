import { type Command, Option } from 'commander';
import { pausedAnswer, pauseList, type PauseAnswer, resumedAnswer } from '../contract/publishing.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign } from './named.js';
import { table } from './table.js';

interface Scope {
  readonly campaign?: string;
  readonly account?: string;
  readonly reason: string;
}

/** `pause`, `resume`, `pauses`: the stop, and its end. */
export function addPauseCommands(program: Command, context: CommandContext): void {
  addPauseCommand(program, context);
  addResumeCommand(program, context);
  addListCommand(program, context);
}

function addPauseCommand(program: Command, context: CommandContext): void {
  program
    .command('pause')
    .description('stop everything, a campaign, or an account, at once')
    .addOption(new Option('--campaign <campaign>', 'this campaign only').conflicts('account'))
    .option('--account <id>', 'this account only')
    .requiredOption('--reason <words>', 'for those who find their posts paused')
    .action(async ({ campaign, account, reason }: Scope) => {
      const by = context.by();
      const body =
        campaign !== undefined
          ? { scope: 'campaign', scopeId: (await findCampaign(context.api, campaign)).id, reason, by }
          : account !== undefined
            ? { scope: 'account', scopeId: account, reason, by }
            : { scope: 'everything', reason, by };
      const answer = await context.api.post('pauses', body, pausedAnswer);
      context.show(answer, () =>
        [
          `Paused: ${scopeText(answer.pause)}. Nothing unclaimed leaves from now on.`,
          ...(answer.onTheWire === 0 ? [] : [`${answer.onTheWire} posts were on the wire already.`]),
          `Resume with: chorus resume ${answer.pause.id}`,
        ].join('\n'),
      );
    });
}

function addResumeCommand(program: Command, context: CommandContext): void {
  program
    .command('resume')
    .description('end a pause; what came due meanwhile is missed and waits for a decision')
    .argument('[pause]', 'its id; may be left out when only one pause stands')
    .action(async (given: string | undefined) => {
      const id = given ?? (await onlyPause(context));
      const answer = await context.api.post(
        `pauses/${encodeURIComponent(id)}/resumption`,
        { by: context.by() },
        resumedAnswer,
      );
      context.show(
        answer,
        () =>
          `Resumed: ${scopeText(answer.pause)}. Posts that came due meanwhile and are missed: ${answer.missed}.`,
      );
    });
}

function addListCommand(program: Command, context: CommandContext): void {
  program
    .command('pauses')
    .description('pauses, the newest first')
    .action(async () => {
      const answer = await context.api.get('pauses', pauseList);
      context.show(answer, () =>
        table(
          ['PAUSED', 'SINCE', 'BY', 'REASON', 'RESUMED', 'ID'],
          answer.items.map((one) => [
            scopeText(one),
            one.pausedAt,
            one.pausedBy,
            one.reason,
            one.resumedAt,
            one.id,
          ]),
          'Nothing was ever paused.',
        ),
      );
    });
}

async function onlyPause({ api }: CommandContext): Promise<string> {
  const { items } = await api.get('pauses', pauseList);
  const [standing, another] = items.filter(({ resumedAt }) => resumedAt === null);
  if (standing !== undefined && another === undefined) return standing.id;
  throw new CommandFault(
    standing === undefined
      ? 'Nothing is paused.'
      : 'More than one pause stands: give the id of one, as chorus pauses shows it.',
  );
}

function scopeText({ scope, scopeId }: PauseAnswer): string {
  return scopeId === null ? scope : `${scope} ${scopeId}`;
}
