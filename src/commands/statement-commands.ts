import type { Command } from 'commander';
import {
  release,
  releaseSummary,
  type StatementAnswer,
  type StatementChangeAnswer,
  statementChange,
  type StatementDecisionsAnswer,
  statementDecisionsAnswer,
} from '../contract/releases.js';
import { isId } from './arguments.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign } from './named.js';
import { addCorrectCommand } from './statement-correct-command.js';
import { affectedText } from './version-commands.js';

interface Selection {
  readonly all?: string;
}

/** `statements`: what was found in the releases, and a coordinator's decision on it. */
export function addStatementCommands(program: Command, context: CommandContext): void {
  const statements = program
    .command('statements')
    .description('what was found in the releases of a campaign: list, accept, reject, correct');
  addCorrectCommand(statements, context);
  statements
    .command('list')
    .description('all statements with their words, speakers and doubts')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const releases = await releaseIds(context, slugOrId);
      const items: StatementAnswer[] = [];
      for (const id of releases) items.push(...(await context.api.get(`releases/${id}`, release)).statements);
      context.show({ items }, () => statementsText(items));
    });
  for (const decision of ['accept', 'reject'] as const) {
    statements
      .command(decision)
      .description(`${decision} statements by their ids, or all of a campaign that are still proposed`)
      .argument('[statement...]', 'ids, as chorus statements list shows them')
      .option('--all <campaign>', 'all that are still proposed in this campaign')
      .action(async (ids: readonly string[], { all }: Selection, command: Command) => {
        if (ids.length > 0 === (all !== undefined)) {
          command.error('error: name statements by their ids, or give --all with a campaign.');
        }
        await (all === undefined
          ? decideEach(context, decision, ids)
          : decideAll(context, decision, await releaseIds(context, all)));
      });
  }
}

async function releaseIds({ api }: CommandContext, slugOrId: string): Promise<readonly string[]> {
  const { id } = await findCampaign(api, slugOrId);
  // What still stands of an older version stands in the newest, too.
  const releases = await api.all(`campaigns/${id}/releases`, releaseSummary);
  return releases.filter(({ correctedById }) => correctedById === null).map((one) => one.id);
}

type Decision = 'accept' | 'reject';

async function decideEach(context: CommandContext, decision: Decision, ids: readonly string[]) {
  const wrong = ids.find((id) => !isId(id));
  if (wrong !== undefined)
    throw new CommandFault(`“${wrong}” is no id: chorus statements list shows the ids.`);
  const by = context.by();
  const items: StatementChangeAnswer[] = [];
  for (const id of ids) {
    items.push(await context.api.post(`statements/${id}/decision`, { decision, by }, statementChange));
  }
  context.show({ items }, () => items.flatMap(changeLines).join('\n'));
}

function changeLines({ statement: { id, status }, posts }: StatementChangeAnswer): readonly string[] {
  return [`${id} is ${status}.`, ...affectedText(posts)];
}

async function decideAll(context: CommandContext, decision: Decision, releases: readonly string[]) {
  const by = context.by();
  const answers: StatementDecisionsAnswer[] = [];
  for (const id of releases) {
    const body = { decision, by, leastConfidence: 'low' };
    answers.push(await context.api.post(`releases/${id}/decisions`, body, statementDecisionsAnswer));
  }
  const answer: StatementDecisionsAnswer = {
    changed: answers.flatMap(({ changed }) => changed),
    unchanged: sum(answers.map(({ unchanged }) => unchanged)),
    refused: answers.flatMap(({ refused }) => refused),
    lostApproval: sum(answers.map(({ lostApproval }) => lostApproval)),
    posts: answers.flatMap(({ posts }) => posts),
  };
  const told = `${answer.changed.length} statements are ${decision}ed now.`;
  context.show(answer, () => [told, ...affectedText(answer.posts)].join('\n'));
  if (answer.refused.length === 0) return;
  const reasons = answer.refused.map(({ id, detail }) => `  ${id}: ${detail}`);
  throw new CommandFault(`${answer.refused.length} statements were not:\n${reasons.join('\n')}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function statementsText(items: readonly StatementAnswer[]): string {
  if (items.length === 0) return 'There is no statement: add a release with chorus releases add.';
  return items.map(statementText).join('\n\n');
}

function statementText(item: StatementAnswer): string {
  const words = item.spans.map(({ text }) => text);
  const who = [item.speaker, item.role, item.organization].filter((detail) => detail !== null).join(', ');
  const said =
    item.kind === 'quotation'
      ? [words.map((text) => `“${text}”`).join(' … '), `– ${who || 'nobody is named'}`]
      : [words.join(' '), `source: ${item.source ?? 'not named'}`];
  const lines = [...said, ...item.doubts.map((doubt) => `? ${doubt}`)].map((line) => `  ${line}`);
  return [`${item.id}  ${item.kind}  ${item.status}  ${item.confidence} confidence`, ...lines].join('\n');
}
