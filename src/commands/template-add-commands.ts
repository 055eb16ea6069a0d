import type { Command } from 'commander';
import { type TemplateAdded, templateAdded, templateRemoved } from '../contract/templates.js';
import type { CommandContext } from './context.js';
import { templateFiles } from './template-files.js';

/** `templates add` and `templates remove`, beside the others of `templates`. */
export function addTemplateAddCommands(templates: Command, context: CommandContext): void {
  templates
    .command('add')
    .description('let waves use template files, with the checks of templates check')
    .argument('<file...>', 'files, or folders whose *.liquid files are meant')
    .action(async (paths: readonly string[]) => {
      const by = context.by();
      const items: TemplateAdded[] = [];
      for (const { fileName, source } of await templateFiles(paths)) {
        items.push(await context.api.post('templates', { source, fileName, by }, templateAdded));
      }
      context.show({ items }, () =>
        items
          .map(({ changed, template: { name } }) =>
            changed ? `Waves can use “${name}” now.` : `“${name}” was added before: nothing changed.`,
          )
          .join('\n'),
      );
    });
  templates
    .command('remove')
    .description('no wave uses an added template any more; posts that were made from it keep their words')
    .argument('<name>', 'as chorus templates list shows it')
    .action(async (name: string) => {
      const path = `templates/${encodeURIComponent(name)}/removal`;
      const answer = await context.api.post(path, { by: context.by() }, templateRemoved);
      context.show(answer, () => `No wave uses “${name}” any more.`);
    });
}
