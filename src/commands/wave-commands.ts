import { type Command, Option } from 'commander';
import { wave, waveList } from '../contract/campaigns.js';
import { OUTCOMES, PLAN_EVENTS, WAVE_CLOCKS } from '../domain/campaign/index.js';
import { several, wholeNumber } from './arguments.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { addWavePreviewCommand } from './wave-preview-command.js';
import { waveTable } from './wave-table.js';

interface Addition {
  readonly daysBefore?: number;
  readonly daysAfter?: number;
  readonly minutesBefore?: number;
  readonly minutesAfter?: number;
  readonly time?: string;
  readonly event?: string;
  readonly clock?: string;
  readonly spread?: number;
  readonly together?: true;
  readonly grace?: number;
  readonly freeze?: number;
  readonly outcome?: string;
  readonly template?: readonly string[];
}

/** `waves`: moments relative to the hearing, or to another event. */
export function addWaveCommands(program: Command, context: CommandContext): void {
  const waves = program.command('waves').description('the waves of a campaign: list, add, preview');
  addWavePreviewCommand(waves, context);
  waves
    .command('list')
    .description('all waves, and when each leaves')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/waves`, waveList);
      context.show(answer, () => waveTable(answer.items));
    });
  waves
    .command('add')
    .description('add a wave at a moment before or after the hearing, or another event')
    .argument('<campaign>', 'slug or id')
    .argument('<name>', 'such as "Two weeks to go"')
    .option('--days-before <days>', 'calendar days before the event, at --time', wholeNumber)
    .option('--days-after <days>', 'calendar days after it, at --time', wholeNumber)
    .option('--minutes-before <minutes>', 'time before it', wholeNumber)
    .option('--minutes-after <minutes>', 'time after it', wholeNumber)
    .option('--time <time>', 'time of day, such as 10:00')
    .addOption(new Option('--event <event>', 'the hearing when absent').choices([...PLAN_EVENTS]))
    .addOption(
      new Option('--clock <clock>', 'whose clock shows the time; the court’s when absent').choices([
        ...WAVE_CLOCKS,
      ]),
    )
    .option('--spread <seconds>', 'the accounts post evenly over this time', wholeNumber)
    .option('--together', 'the accounts post in the same second, where their network allows it')
    .option('--grace <minutes>', 'later than this a post is missed', wholeNumber)
    .option('--freeze <minutes>', 'from so long before it leaves a post can only be stopped', wholeNumber)
    .addOption(
      new Option(
        '--outcome <outcome>',
        'of a wave on the decision: it leaves with this outcome alone',
      ).choices([...OUTCOMES]),
    )
    .option('--template <name>', 'may be given more than once; any template when absent', several)
    .action(async (slugOrId: string, name: string, given: Addition, command: Command) => {
      const timing = timingOf(given);
      if (timing === null) command.error(`error: ${WANTED_TIMING}`);
      const { id } = await findCampaign(context.api, slugOrId);
      const { spread: spreadSeconds, together, grace: graceMinutes, template: templates } = given;
      const { freeze: freezeMinutes, outcome } = given;
      const body = { name, timing, spreadSeconds, together, graceMinutes, freezeMinutes, templates, outcome };
      const answer = await context.api.post(`campaigns/${id}/waves`, body, wave);
      context.show(answer, () => [waveTable([answer]), answer.keptApart].filter(Boolean).join('\n\n'));
    });
}

const WANTED_TIMING =
  'give one of --days-before, --days-after (with --time), --minutes-before and --minutes-after.';

function timingOf({ daysBefore, daysAfter, minutesBefore, minutesAfter, time, event, clock }: Addition) {
  const offsets = [
    daysBefore === undefined ? null : { kind: 'days', event, clock, days: 0 - daysBefore, time },
    daysAfter === undefined ? null : { kind: 'days', event, clock, days: daysAfter, time },
    minutesBefore === undefined ? null : { kind: 'minutes', event, clock, minutes: 0 - minutesBefore },
    minutesAfter === undefined ? null : { kind: 'minutes', event, clock, minutes: minutesAfter },
  ].filter((offset) => offset !== null);
  const [timing, another] = offsets;
  if (timing === undefined || another !== undefined) return null;
  return (timing.kind === 'days') === (time !== undefined) ? timing : null;
}
