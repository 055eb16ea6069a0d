import type { Command } from 'commander';
import { phrase, phraseList, phraseWithdrawalAnswer } from '../contract/phrases.js';
import type { CommandContext } from './context.js';
import { findCampaign } from './named.js';
import { table } from './table.js';
import { affectedText } from './version-commands.js';

/** `phrases`: words in quotation marks that are nobody's quotation, such as the name of a law. */
export function addPhraseCommands(program: Command, context: CommandContext): void {
  const phrases = program
    .command('phrases')
    .description('words in quotation marks that are nobody’s quotation: list, mark, withdraw');
  phrases
    .command('list')
    .description('all phrases of a campaign, those withdrawn too')
    .argument('<campaign>', 'slug or id')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.get(`campaigns/${id}/phrases`, phraseList);
      context.show(answer, () =>
        table(
          ['PHRASE', 'REASON', 'MARKED BY', 'SINCE', 'WITHDRAWN', 'ID'],
          answer.items.map((one) => [
            one.text,
            one.reason,
            one.markedBy,
            one.markedAt,
            one.withdrawnAt,
            one.id,
          ]),
          'No phrase is marked.',
        ),
      );
    });
  phrases
    .command('mark')
    .description('let posts of a campaign write these words in quotation marks')
    .argument('<campaign>', 'slug or id')
    .argument('<phrase>', 'with its quotation marks')
    .requiredOption('--reason <words>', 'what it is, if not a quotation')
    .action(async (slugOrId: string, text: string, { reason }: { reason: string }) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const answer = await context.api.post(
        `campaigns/${id}/phrases`,
        { text, reason, by: context.by() },
        phrase,
      );
      context.show(answer, () => `${answer.text} is marked as nobody’s quotation (${answer.id}).`);
    });
  phrases
    .command('withdraw')
    .description('take the mark back; approved posts that hold the phrase lose their approval')
    .argument('<phrase>', 'its id')
    .action(async (id: string) => {
      const path = `phrases/${encodeURIComponent(id)}/withdrawal`;
      const answer = await context.api.post(path, { by: context.by() }, phraseWithdrawalAnswer);
      context.show(answer, () =>
        [`${answer.phrase.text} is no longer marked.`, ...affectedText(answer.posts)].join('\n'),
      );
    });
}
