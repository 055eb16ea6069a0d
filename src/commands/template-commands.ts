import type { Command } from 'commander';
import { templateList } from '../contract/templates.js';
import type { CommandContext } from './context.js';
import { table } from './table.js';
import { addTemplateCheckCommand } from './template-check-command.js';
import { addTemplatePreviewCommand } from './template-preview-command.js';

/** `templates`: what waves can name, and tools for whoever writes one. */
export function addTemplateCommands(program: Command, context: CommandContext): void {
  const templates = program.command('templates').description('the templates: list, check, preview');
  addTemplateCheckCommand(templates, context);
  addTemplatePreviewCommand(templates, context);
  templates
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
