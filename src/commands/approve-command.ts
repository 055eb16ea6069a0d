import type { Command } from 'commander';
import { type ApprovalDecisionsAnswer, approvalDecisionsAnswer } from '../contract/approvals.js';
import { post, type PostAnswer } from '../contract/posts.js';
import { several, wholeNumber } from './arguments.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign, findWave } from './named.js';
import { findOrganization } from './organization-commands.js';
import { partsText } from './post-commands.js';

interface Choice {
  readonly all?: true;
  readonly post?: readonly string[];
  readonly wave?: string;
  readonly minutes?: number;
  readonly note?: string;
}

/** What one request may decide. */
const DECISIONS_AT_ONCE = 500;

/** `approve`: an organization's decision on its posts, each as it was shown. */
export function addApproveCommand(program: Command, context: CommandContext): void {
  program
    .command('approve')
    .description('show the posts that wait for an organization, and approve them exactly as shown')
    .argument('<organization>', 'name or id')
    .argument('<campaign>', 'slug or id')
    .option('--all', 'approve all that are shown')
    .option('--post <id>', 'approve this one; may be given more than once', several)
    .option('--wave <wave>', 'of this wave only: name or id')
    .option('--minutes <minutes>', 'how far its time may move; with the hearing when absent', wholeNumber)
    .option('--note <words>', 'kept with the approval')
    .action(async (organization: string, slugOrId: string, choice: Choice) => {
      const { id: organizationId } = await findOrganization(context.api, organization);
      const { id: campaignId } = await findCampaign(context.api, slugOrId);
      const { wave } = choice;
      const waveId = wave === undefined ? undefined : (await findWave(context.api, campaignId, wave)).id;
      const query = { campaignId, organizationId, waveId, status: 'proposed' };
      const waiting = await context.api.all('posts', post, query);
      if (choice.all === undefined && choice.post === undefined) {
        context.show({ items: waiting, nextCursor: null }, () => waitingText(waiting));
        return;
      }
      const chosen = choice.post === undefined ? waiting : choice.post.map((id) => among(waiting, id));
      const answer = await approve(context, organizationId, chosen, choice);
      report(context, chosen, answer);
    });
}

function among(waiting: readonly PostAnswer[], id: string): PostAnswer {
  const found = waiting.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new CommandFault(`No post ${id} waits for this organization: leave out --post to see those that do.`);
}

/** Each post is approved by the fingerprint and the instant that were read with it: what was changed meanwhile is refused. */
async function approve(
  context: CommandContext,
  organizationId: string,
  posts: readonly PostAnswer[],
  { minutes, note }: Choice,
): Promise<ApprovalDecisionsAnswer> {
  const answer: ApprovalDecisionsAnswer = { decided: [], refused: [] };
  const leeway = minutes === undefined ? { kind: 'follows-hearing' } : { kind: 'minutes', minutes };
  for (let start = 0; start < posts.length; start += DECISIONS_AT_ONCE) {
    const slice = posts.slice(start, start + DECISIONS_AT_ONCE);
    const body = {
      posts: slice.map(({ id, fingerprint, plannedAt }) => ({ id, fingerprint, plannedAt })),
      decision: 'approve',
      leeway,
      by: context.by(),
      note,
    };
    const path = `organizations/${organizationId}/approvals`;
    const { decided, refused } = await context.api.post(path, body, approvalDecisionsAnswer);
    answer.decided.push(...decided);
    answer.refused.push(...refused);
  }
  return answer;
}

function report(
  context: CommandContext,
  posts: readonly PostAnswer[],
  answer: ApprovalDecisionsAnswer,
): void {
  const approved = posts.filter(({ id }) => answer.decided.includes(id));
  context.show(answer, () =>
    [
      ...approved.map(shown),
      `${approved.length === 1 ? 'One post is' : `${approved.length} posts are`} approved as shown.`,
    ].join('\n\n'),
  );
  if (answer.refused.length === 0) return;
  const reasons = answer.refused.map(({ id, detail }) => `  ${id}: ${detail}`);
  throw new CommandFault(`${answer.refused.length} posts were not approved:\n${reasons.join('\n')}`);
}

function waitingText(waiting: readonly PostAnswer[]): string {
  if (waiting.length === 0) return 'No post waits for this organization.';
  const next = 'Nothing is approved yet: repeat with --all, or with --post and an id.';
  return [...waiting.map(shown), next].join('\n\n');
}

function shown(one: PostAnswer): string {
  const place = `${one.account} on ${one.network}, ${one.wave}, ${one.plannedAt ?? one.timing}`;
  return `${one.id}  ${place}\n${partsText(one)}`;
}
