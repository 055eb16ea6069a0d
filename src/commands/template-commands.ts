import type { Command } from 'commander';
import { type TemplateDescription, templateList, type TemplateList } from '../contract/templates.js';
import type { CommandContext } from './context.js';
import { table } from './table.js';
import { addTemplateAddCommands } from './template-add-commands.js';
import { addTemplateCheckCommand } from './template-check-command.js';
import { addTemplatePreviewCommand } from './template-preview-command.js';

/** `templates`: what waves can name, and tools for whoever writes one. */
export function addTemplateCommands(program: Command, context: CommandContext): void {
  const templates = program
    .command('templates')
    .description('the templates: list, check, preview, add, remove');
  addTemplateCheckCommand(templates, context);
  addTemplatePreviewCommand(templates, context);
  addTemplateAddCommands(templates, context);
  templates
    .command('list')
    .description('all templates, and what each needs')
    .action(async () => {
      const answer = await context.api.get('templates', templateList);
      context.show(answer, () => [templateTable(answer), ...unusableText(answer)].join('\n'));
    });
}

function templateTable({ items }: TemplateList): string {
  return table(
    ['TEMPLATE', 'NEEDS', 'PARTS', 'WHEN', 'NETWORKS', 'ADDED', 'FOR'],
    items.map(({ name, needs, parts, networks, purpose, added, ...rest }) => [
      name,
      needs === 'none' ? null : needs,
      parts,
      whenInWords(rest),
      networks.join(', '),
      added ? 'yes' : null,
      purpose,
    ]),
    'There is no template: put one into the folder templates.',
  );
}

function unusableText({ unusable }: TemplateList): readonly string[] {
  if (unusable.length === 0) return [];
  const faults = unusable.flatMap(({ faults: own }) =>
    own.map(({ fileName, line, column, message }) => `  ${fileName}:${line}:${column} ${message}`),
  );
  return ['', 'Added before, and not used by this version:', ...faults];
}

/** On which days waves may use a template, the hearing's being 0; and whether they have to name it. */
function whenInWords({ daysBefore, byName }: Pick<TemplateDescription, 'daysBefore' | 'byName'>): string {
  const days = daysBefore === null ? 'any day' : daysInWords(daysBefore);
  return byName ? `${days}, if named` : days;
}

/** The earliest day comes first: counted before the hearing, it is the greater number. */
function daysInWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? dayInWords(from) : `${dayInWords(to)} to ${dayInWords(from)}`;
}

function dayInWords(before: number): string {
  if (before === 0) return 'hearing day';
  const days = Math.abs(before);
  return `${days} ${days === 1 ? 'day' : 'days'} ${before > 0 ? 'before' : 'after'}`;
}
