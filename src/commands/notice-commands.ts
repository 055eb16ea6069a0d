import { Option, type Command } from 'commander';
import { notice, noticeList, type NoticeAnswer } from '../contract/notices.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { table } from './table.js';

interface Done {
  readonly as: string;
  readonly url?: string;
  readonly note?: string;
}

/** `notices`: live posts that say what their release no longer says, and what was done about them. */
export function addNoticeCommands(program: Command, context: CommandContext): void {
  const notices = program
    .command('notices')
    .description('live posts that a corrected release no longer bears out: list, resolve');
  notices
    .command('list')
    .description('those that nobody has resolved')
    .argument('<campaign>', 'slug or id')
    .option('--all', 'those resolved too')
    .action(async (slugOrId: string, { all }: { all?: true }) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const only = all === true ? 'all' : 'open';
      const answer = await context.api.get(`campaigns/${id}/correction-notices`, noticeList, { only });
      context.show(answer, () => noticeTable(answer.items));
    });
  notices
    .command('resolve')
    .description('say what was done on the network about such a post')
    .argument('<notice>', 'its id')
    .addOption(
      new Option('--as <what>', 'what was done')
        .choices(['corrected', 'taken-down', 'left'])
        .makeOptionMandatory(),
    )
    .option('--url <address>', 'where the correction was published')
    .option('--note <words>', 'for the record; needed where it is left as it is')
    .action(async (id: string, { as: resolution, url, note }: Done) => {
      const body = { resolution, by: context.by(), url: url ?? null, note: note ?? null };
      const path = `correction-notices/${encodeURIComponent(id)}/resolution`;
      const answer = await context.api.post(path, body, notice);
      context.show(answer, () => `The notice is resolved: ${answer.resolution ?? ''}.`);
    });
}

function noticeTable(items: readonly NoticeAnswer[]): string {
  return table(
    ['NOTICE', 'ACCOUNT', 'NETWORK', 'ORGANIZATION', 'POST IS', 'DONE', 'LIVE AT'],
    items.map((one) => [
      one.id,
      `@${one.account}`,
      one.network,
      one.organization,
      one.status,
      one.resolution,
      one.urls.join(' '),
    ]),
    'No live post needs a correction.',
  );
}
