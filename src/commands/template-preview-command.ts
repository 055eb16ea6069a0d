import { type Command, Option } from 'commander';
import { NETWORK_RULES, NETWORKS, type Network } from '../domain/network/network.js';
import { parseTemplates } from '../domain/template/parse-templates.js';
import { preview, type Preview } from '../domain/template/preview.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { only } from './named.js';
import { exampleContexts } from './template-example.js';
import { templateFiles } from './template-files.js';

/** `templates preview`: templates filled from the example campaign, without a server. */
export function addTemplatePreviewCommand(templates: Command, context: CommandContext): void {
  templates
    .command('preview')
    .description('templates filled from the example campaign, on each network; needs no running Chorus')
    .argument('[name]', 'the template; all when absent')
    .addOption(new Option('--network <network>', 'on this network only').choices(NETWORKS))
    .option('--from <path...>', 'template files, or folders of them; those of Chorus when absent')
    .action(async (name: string | undefined, { network, from = [] }: Options) => {
      const { templates: all, faults } = parseTemplates(await templateFiles(from));
      const [fault] = faults;
      if (fault) {
        const place = `${fault.fileName}:${fault.line}:${fault.column}`;
        throw new CommandFault(`${place} ${fault.message} See all faults with chorus templates check.`);
      }
      const named =
        name === undefined ? all : [only(all, (one) => one.name === name, 'template', name, nameOf)];
      const examples = await exampleContexts();
      const previews = named.flatMap((template) =>
        template.networks
          .filter((one) => network === undefined || one === network)
          .map((one) => preview(template, one, examples)),
      );
      context.show(
        previews.map(({ template, ...rest }) => ({ template: template.name, ...rest })),
        () => previews.map(inWords).join('\n\n') || 'No template is for that network.',
      );
    });
}

interface Options {
  readonly network?: Network;
  readonly from?: readonly string[];
}

const nameOf = ({ name }: { readonly name: string }): string => name;

function inWords({ template, network, shown, tried, fitting }: Preview): string {
  const heading = `== ${template.name} on ${NETWORK_RULES[network].title}`;
  const fits = template.needs === 'none' ? '' : `, fits ${fitting} of ${tried} example ${template.needs}s`;
  if (shown.kind === 'refuse') {
    const { line, column } = shown.at;
    return `${heading}${fits}\n${template.fileName}:${line}:${column} ${shown.message}`;
  }
  const parts = shown.parts.map(({ text, count, limit, unit }) => `${text}\n[${count} of ${limit} ${unit}s]`);
  return `${heading}${fits}\n${parts.join('\n\n')}`;
}
