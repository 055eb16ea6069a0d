import type { Command } from 'commander';
import { hearing, type HearingAnswer, hearingChangeAnswer, type WaveAnswer } from '../contract/campaigns.js';
import type { PlanEffect } from '../contract/plan-effect.js';
import type { CommandContext } from './context.js';
import { addDecisionCommands } from './decision-commands.js';
import { findCampaign } from './named.js';
import { planEffectText, previewedText } from './plan-effect-text.js';
import { listing } from './table.js';
import { waveTable } from './wave-table.js';

interface News {
  readonly date?: string;
  readonly time?: string;
  readonly zone?: string;
  readonly status?: string;
  readonly at?: string;
  readonly source: string;
  readonly preview?: true;
}

/** `hearing`: what the Court announced; and `decision`. Every unsent post follows them. */
export function addHearingCommands(program: Command, context: CommandContext): void {
  const commands = program.command('hearing').description('the hearing of a campaign: show, set, undo');
  commands
    .command('show')
    .description('when it is')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/hearing`, hearing);
      context.show(answer, () => hearingListing(answer));
    });
  commands
    .command('set')
    .description('set it or move it, with all unsent posts; or give news of it without a date')
    .argument('<campaign>', 'slug or id')
    .option('--date <date>', 'day in the zone of the court, such as 2027-03-01')
    .option('--time <time>', 'time on the clock of the court, such as 10:00')
    .option('--zone <name>', 'time zone of the court; the one that stands when absent')
    .option('--status <status>', 'news without a date: unannounced, argued, decided, cancelled')
    .option('--at <instant>', 'when it was argued or decided, with an offset; just now when absent')
    .option('--source <words>', 'where it was announced', 'given on the command line')
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, news: News) => {
      const campaign = await findCampaign(context.api, slugOrId);
      const { zone = campaign.hearing.zone, status, at, date, time, source } = news;
      const changedBy = context.by();
      const body =
        status === undefined ? { date, time, zone, source, changedBy } : { status, at, source, changedBy };
      const preview = news.preview === true;
      const path = `campaigns/${campaign.id}/hearing?preview=${preview}`;
      const answer = await context.api.put(path, body, hearingChangeAnswer);
      const told = changeText(answer.hearing, answer.waves, answer.effect);
      context.show(answer, () => previewedText(preview, told));
    });
  addUndoCommand(commands, context);
  addDecisionCommands(program, context);
}

function addUndoCommand(commands: Command, context: CommandContext): void {
  commands
    .command('undo')
    .description('take back its last change, as long as no post left by it')
    .argument('<campaign>', 'slug or id')
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, given: { readonly preview?: true }) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const preview = given.preview === true;
      const path = `campaigns/${id}/hearing/undo?preview=${preview}`;
      const answer = await context.api.post(path, { changedBy: context.by() }, hearingChangeAnswer);
      const told = changeText(answer.hearing, answer.waves, answer.effect);
      context.show(answer, () => previewedText(preview, told));
    });
}

function hearingListing(shown: HearingAnswer): string {
  return listing([
    ['hearing', shown.status],
    ['starts', shown.startsAtLocal],
    ['zone', shown.zone],
    ['argument ended', shown.arguedAt],
    ['decided', shown.decidedAt],
    ['outcome', shown.outcome],
    ['revision', shown.revision],
  ]);
}

function changeText(shown: HearingAnswer, waves: readonly WaveAnswer[], effect: PlanEffect): string {
  return [hearingListing(shown), planEffectText(effect), waveTable(waves)].join('\n\n');
}
