import { Argument, type Command } from 'commander';
import { decision, type DecisionAnswer, decisionList, decisionReleaseAnswer } from '../contract/decisions.js';
import { OUTCOMES } from '../domain/campaign/decision.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { planEffectText, previewedText } from './plan-effect-text.js';
import { table } from './table.js';
import { waveTable } from './wave-table.js';

/** `decision`: how the court decided. One person proposes it, and another releases what was approved for it. */
export function addDecisionCommands(program: Command, context: CommandContext): void {
  const commands = program
    .command('decision')
    .description('how the court decided: show, propose, confirm, withdraw');
  const path = async (slugOrId: string, rest = ''): Promise<string> =>
    `campaigns/${(await findCampaign(context.api, slugOrId)).id}/decision${rest}`;
  const outcomes = () => new Argument('<outcome>', 'as the campaign sees it').choices([...OUTCOMES]);
  commands
    .command('show')
    .description('what was proposed, confirmed and withdrawn')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const answer = await context.api.get(await path(slugOrId), decisionList);
      context.show(answer, () => decisionTable(answer.items));
    });
  commands
    .command('propose')
    .description('say how the case was decided; nothing leaves until another person confirms it')
    .argument('<campaign>', 'slug or id')
    .addArgument(outcomes())
    .requiredOption('--source <words>', 'where it was announced')
    .option('--at <instant>', 'when the decision came, with an offset; when it is confirmed when absent')
    .action(
      async (slugOrId: string, outcome: string, given: { readonly source: string; readonly at?: string }) => {
        const body = { outcome, ...given, by: context.by() };
        const answer = await context.api.post(await path(slugOrId), body, decision);
        context.show(
          answer,
          () => `Proposed: ${answer.outcome}. A different person has to confirm it: chorus decision confirm.`,
        );
      },
    );
  commands
    .command('confirm')
    .description('release what was approved for the outcome that another person proposed')
    .argument('<campaign>', 'slug or id')
    .addArgument(outcomes())
    .option('--preview', 'show what would happen to the posts, and change nothing')
    .action(async (slugOrId: string, outcome: string, given: { readonly preview?: true }) => {
      const preview = given.preview === true;
      const body = { outcome, by: context.by() };
      const address = await path(slugOrId, `/confirmation?preview=${preview}`);
      const answer = await context.api.post(address, body, decisionReleaseAnswer);
      const told = [decisionTable([answer.decision]), planEffectText(answer.effect), waveTable(answer.waves)];
      context.show(answer, () => previewedText(preview, told.join('\n\n')));
    });
  commands
    .command('withdraw')
    .description('take back a proposal that nobody has confirmed')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const answer = await context.api.post(
        await path(slugOrId, '/withdrawal'),
        { by: context.by() },
        decision,
      );
      context.show(answer, () => `Withdrawn: ${answer.outcome}, proposed by ${answer.proposedBy}.`);
    });
}

function decisionTable(items: readonly DecisionAnswer[]): string {
  return table(
    ['OUTCOME', 'STATUS', 'CAME', 'PROPOSED BY', 'CONFIRMED BY', 'SOURCE'],
    items.map(({ outcome, status, at, proposedBy, confirmedBy, source }) => [
      outcome,
      status,
      at,
      proposedBy,
      confirmedBy,
      source,
    ]),
    'No decision is proposed yet.',
  );
}
