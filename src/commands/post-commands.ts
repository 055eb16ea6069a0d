import { type Command, Option } from 'commander';
import { generationAnswer, post, type PostAnswer } from '../contract/posts.js';
import { publishingHistory, type PublishingHistory } from '../contract/publishing.js';
import { POST_STATUSES } from '../domain/post/status.js';
import { attemptTable } from './attempt-commands.js';
import type { CommandContext } from './context.js';
import { addAlikeCommand } from './near-copy-command.js';
import { findCampaign, findWave } from './named.js';
import { listing, opening, table } from './table.js';

interface Filter {
  readonly wave?: string;
  readonly account?: string;
  readonly organization?: string;
  readonly status?: string;
}

const OPENING_LENGTH = 60;

/** `generate`, and `posts`: list, show, alike, cancel, reschedule. */
export function addPostCommands(program: Command, context: CommandContext): void {
  addGenerateCommand(program, context);
  const posts = program
    .command('posts')
    .description('the posts of a campaign: list, show, alike, cancel, reschedule');
  addListCommand(posts, context);
  addAlikeCommand(posts, context);
  posts
    .command('show')
    .description('one post as readers see it, with every try to send it')
    .argument('<post>', 'id')
    .action(async (id: string) => {
      const shown = await context.api.get(`posts/${encodeURIComponent(id)}`, post);
      const publishing = await context.api.get(`posts/${shown.id}/publishing`, publishingHistory);
      context.show({ ...shown, publishing }, () => postText(shown, publishing));
    });
  posts
    .command('cancel')
    .description('this post never goes out')
    .argument('<post>', 'id')
    .requiredOption('--reason <words>')
    .action(async (id: string, { reason }: { readonly reason: string }) => {
      const path = `posts/${encodeURIComponent(id)}/cancellation`;
      const answer = await context.api.post(path, { reason, by: context.by() }, post);
      context.show(answer, () => `Cancelled: ${oneLineOf(answer)}`);
    });
  posts
    .command('reschedule')
    .description('give it a time of its own; it must be approved again')
    .argument('<post>', 'id')
    .argument('<time>', 'with an offset, such as 2027-03-01T10:00:00-05:00')
    .action(async (id: string, plannedAt: string) => {
      const path = `posts/${encodeURIComponent(id)}/time`;
      const answer = await context.api.put(path, { plannedAt, by: context.by() }, post);
      context.show(answer, () => `Leaves at ${answer.plannedAt} once it is approved: ${oneLineOf(answer)}`);
    });
}

function addGenerateCommand(program: Command, context: CommandContext): void {
  program
    .command('generate')
    .description('make one post per account and wave; posts that stand are kept')
    .argument('<campaign>', 'slug or id')
    .option('--wave <wave>', 'this wave only: name or id')
    .action(async (slugOrId: string, { wave }: Filter) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const waveIds = wave === undefined ? undefined : [(await findWave(context.api, id, wave)).id];
      const answer = await context.api.post(`campaigns/${id}/posts`, { waveIds }, generationAnswer);
      context.show(answer, () =>
        [
          `${answer.made} posts made, ${answer.kept} kept.`,
          ...answer.empty.map(
            ({ accountId, waveId, needs }) => `  none for account ${accountId} in wave ${waveId}: ${needs}`,
          ),
        ].join('\n'),
      );
    });
}

function addListCommand(posts: Command, context: CommandContext): void {
  posts
    .command('list')
    .description('the posts of a campaign')
    .argument('<campaign>', 'slug or id')
    .option('--wave <wave>', 'name or id')
    .option('--account <id>')
    .option('--organization <id>')
    .addOption(new Option('--status <status>').choices([...POST_STATUSES]))
    .action(async (slugOrId: string, { wave, account, organization, status }: Filter) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const waveId = wave === undefined ? undefined : (await findWave(context.api, id, wave)).id;
      const items = await context.api.all('posts', post, {
        campaignId: id,
        waveId,
        accountId: account,
        organizationId: organization,
        status,
      });
      context.show({ items, nextCursor: null }, () => postTable(items));
    });
}

function postTable(items: readonly PostAnswer[]): string {
  return table(
    ['POST', 'STATUS', 'PLANNED', 'WAVE', 'ACCOUNT', 'ORGANIZATION', 'BEGINS'],
    items.map((one) => [
      one.id,
      one.status,
      one.plannedAt,
      one.wave,
      one.account,
      one.organization,
      opening(one.parts[0]?.text ?? '', OPENING_LENGTH),
    ]),
    'There is no such post: make posts with chorus generate.',
  );
}

/** The parts exactly as readers see them. */
export function partsText({ parts }: PostAnswer): string {
  const shown = parts.map(({ text }) => text.replace(/^/gmu, '    '));
  return shown.join('\n    ↓\n');
}

function postText(shown: PostAnswer, { attempts, publications }: PublishingHistory): string {
  const addresses = publications.map(
    ({ part, url, publishedAt, adopted }) =>
      `part ${part + 1} is live since ${publishedAt}${adopted ? ' (found on the account)' : ''}: ${url}`,
  );
  const details = listing([
    ['post', shown.id],
    ['status', shown.status],
    ['reason', shown.reason],
    ['organization', shown.organization],
    ['account', `${shown.account} on ${shown.network}`],
    ['wave', `${shown.wave} (${shown.timing})`],
    ['planned', shown.plannedAt],
    ['template', shown.template],
    ['fingerprint', shown.fingerprint],
  ]);
  const tries = attempts.length === 0 ? [] : [attemptTable(attempts)];
  return [details, partsText(shown), ...addresses, ...tries].join('\n\n');
}

function oneLineOf({ account, wave, parts }: PostAnswer): string {
  return `${account}, ${wave}: ${opening(parts[0]?.text ?? '', OPENING_LENGTH)}`;
}
