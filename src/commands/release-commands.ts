import type { Command } from 'commander';
import { release, type ReleaseAnswer, type ReleaseSummary, releaseSummary } from '../contract/releases.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { readReleaseFile } from './release-file.js';
import { addReadCommand } from './release-read-command.js';
import { opening, table } from './table.js';
import { addVersionCommands } from './version-commands.js';

const OPENING_LENGTH = 50;

/** `releases`: read, add, correct, embargo, list. */
export function addReleaseCommands(program: Command, context: CommandContext): void {
  const releases = program
    .command('releases')
    .description('the press releases of a campaign: read, add, correct, embargo, list');
  addReadCommand(releases, context);
  releases
    .command('add')
    .description('freeze a release and propose what was found in it; the same text again changes nothing')
    .argument('<campaign>', 'slug or id')
    .argument('<file>', 'the release as UTF-8 text; - reads standard input')
    .action(async (slugOrId: string, file: string) => {
      const text = await readReleaseFile(file);
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.post(`campaigns/${id}/releases`, { text }, release);
      context.show(answer, () => addedText(answer, slugOrId));
    });
  addVersionCommands(releases, context);
  releases
    .command('list')
    .description('all releases of a campaign')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const items = await context.api.all(`campaigns/${id}/releases`, releaseSummary);
      context.show({ items, nextCursor: null }, () => releaseTable(items));
    });
}

function addedText(answer: ReleaseAnswer, campaign: string): string {
  const { quotations, facts } = answer.counts;
  return [
    `Release ${answer.id}: ${quotations} quotations, ${facts} facts, ${answer.partners.length} partners.`,
    ...answer.warnings.map((warning) => `? ${warning}`),
    `Look at them with: chorus statements list ${campaign}`,
  ].join('\n');
}

function releaseTable(items: readonly ReleaseSummary[]): string {
  return table(
    [
      'RELEASE',
      'VERSION',
      'ADDED',
      'EMBARGO UNTIL',
      'QUOTATIONS',
      'FACTS',
      'PROPOSED',
      'ACCEPTED',
      'REJECTED',
      'BEGINS',
    ],
    items.map(({ id, version, createdAt, embargoUntil, counts, opening: beginning }) => [
      id,
      version,
      createdAt,
      embargoUntil,
      counts.quotations,
      counts.facts,
      counts.proposed,
      counts.accepted,
      counts.rejected,
      opening(beginning, OPENING_LENGTH),
    ]),
    'There is no release yet: add one with chorus releases add.',
  );
}
