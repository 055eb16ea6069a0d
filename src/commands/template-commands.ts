import type { Command } from 'commander';
import { templateList } from '../contract/templates.js';
import type { CommandContext } from './context.js';
import { table } from './table.js';

/** `templates`: what waves can name. */
export function addTemplateCommands(program: Command, context: CommandContext): void {
  program
    .command('templates')
    .description('the templates: list')
    .command('list')
    .description('all templates, and what each needs')
    .action(async () => {
      const answer = await context.api.get('templates', templateList);
      context.show(answer, () =>
        table(
          ['TEMPLATE', 'NEEDS', 'PARTS', 'NETWORKS', 'FOR'],
          answer.items.map(({ name, needs, parts, networks, purpose }) => [
            name,
            needs === 'none' ? null : needs,
            parts,
            networks.join(', '),
            purpose,
          ]),
          'There is no template: put one into the folder templates.',
        ),
      );
    });
}
