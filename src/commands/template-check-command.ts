import type { Command } from 'commander';
import { parseTemplates } from '../domain/template/parse-templates.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { templateFiles } from './template-files.js';

/** `templates check`: every fault of template files with its place, without a server. */
export function addTemplateCheckCommand(templates: Command, context: CommandContext): void {
  templates
    .command('check')
    .description('every fault of template files, each with its place; needs no running Chorus')
    .argument(
      '[paths...]',
      'template files, or folders of them; those of Chorus when absent, - for standard input',
    )
    .action(async (paths: string[]) => {
      const files = await templateFiles(paths);
      const { faults } = parseTemplates(files);
      context.show({ files: files.map(({ fileName }) => fileName), faults }, () =>
        faults.length === 0
          ? `${counted(files.length, 'template')}, no fault.`
          : faults
              .map(({ fileName, line, column, message }) => `${fileName}:${line}:${column} ${message}`)
              .join('\n'),
      );
      if (faults.length > 0) {
        throw new CommandFault(`${counted(faults.length, 'fault')} in ${counted(files.length, 'template')}.`);
      }
    });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
