import type { Command } from 'commander';
import { type CampaignAnswer, launchChangeAnswer } from '../contract/campaigns.js';
import { readCourtTime } from '../domain/campaign/court-time.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign } from './named.js';
import { planEffectText, previewedText } from './plan-effect-text.js';
import { waveTable } from './wave-table.js';

interface Launch {
  readonly date?: string;
  readonly time?: string;
  readonly unknown?: true;
  readonly preview?: true;
}

/** `campaigns launch`: when the campaign launches. Every unsent post of a wave that counts from it follows. */
export function addLaunchCommand(campaigns: Command, context: CommandContext): void {
  campaigns
    .command('launch')
    .description('set the launch, or move it with the unsent posts of the waves that count from it')
    .argument('<campaign>', 'slug or id')
    .option('--date <date>', 'day in the zone of the court, such as 2027-01-20')
    .option('--time <time>', 'time on the clock of the court, such as 09:00')
    .option('--unknown', 'the date is not known any more')
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, launch: Launch) => {
      const campaign = await findCampaign(context.api, slugOrId);
      const launchAt = launch.unknown === true ? null : launchInstant(launch, campaign);
      const preview = launch.preview === true;
      const path = `campaigns/${campaign.id}/launch?preview=${preview}`;
      const answer = await context.api.put(path, { launchAt }, launchChangeAnswer);
      const told = [
        `The launch is ${answer.campaign.launchAt ?? 'not known'}.`,
        planEffectText(answer.effect),
        waveTable(answer.waves),
      ].join('\n\n');
      context.show(answer, () => previewedText(preview, told));
    });
}

function launchInstant({ date, time }: Launch, { hearing: { zone } }: CampaignAnswer): string {
  if (date === undefined || time === undefined) {
    throw new CommandFault('Give --date and --time of the launch, or --unknown.');
  }
  const reading = readCourtTime({ date, time, zone });
  if (reading.kind === 'refuse') {
    throw new CommandFault(`There is no ${date} ${time} in ${zone}: check the day and the time.`);
  }
  return new Date(reading.at).toISOString();
}
