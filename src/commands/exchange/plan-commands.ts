import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { fileAnswer, POSTING_TOOLS, toolPlan, type ToolPlanAnswer } from '../../contract/exchange.js';
import type { CommandContext } from '../context.js';
import { findCampaign } from '../named.js';
import { findOrganization } from '../organization-commands.js';
import { table } from '../table.js';
import { makeNewFolder, writeNewFile } from './out-file.js';

interface Printing {
  readonly organization?: string;
  readonly out?: string;
}

interface Exporting {
  readonly tool: string;
  readonly zone?: string;
  readonly out?: string;
}

/** `plan`: print, export. */
export function addPlanCommands(program: Command, context: CommandContext): void {
  const plan = program
    .command('plan')
    .description('the plan on paper, and for partners’ own tools: print, export');
  plan
    .command('print')
    .description('write the plan as a page that is made for printing')
    .argument('<campaign>', 'slug or id')
    .option('--organization <organization>', 'its posts only: name or id')
    .option('--out <file>', 'the new file; named by the campaign when absent')
    .action(async (slugOrId: string, { organization, out }: Printing) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const organizationId =
        organization === undefined ? undefined : (await findOrganization(context.api, organization)).id;
      const query = { as: 'json', organizationId };
      const answer = await context.api.get(`campaigns/${id}/plan.html`, fileAnswer, query);
      const file = out ?? answer.name;
      await writeNewFile(file, Buffer.from(answer.base64, 'base64'));
      context.show({ file }, () => `Written to ${file}: open it in a browser, and print it.`);
    });
  plan
    .command('export')
    .description('an organization’s approved posts as the files that its own tool imports')
    .argument('<campaign>', 'slug or id')
    .argument('<organization>', 'name or id')
    .addOption(new Option('--tool <tool>', 'which one').choices(POSTING_TOOLS).makeOptionMandatory())
    .option('--zone <zone>', 'time zone that is set in the tool; the organization’s when absent')
    .option('--out <folder>', 'the new folder; named by the tool and the campaign when absent')
    .action(async (slugOrId: string, wanted: string, { tool, zone, out }: Exporting) => {
      const { id, slug } = await findCampaign(context.api, slugOrId);
      const { id: organizationId } = await findOrganization(context.api, wanted);
      const query = { as: 'json', organizationId, zone };
      const answer = await context.api.get(`campaigns/${id}/tool-plans/${tool}`, toolPlan, query);
      const folder = out ?? `${tool}-${slug}`;
      await makeNewFolder(folder);
      for (const { name, text } of answer.files) await writeNewFile(join(folder, name), text);
      context.show(answer, () => exportText(answer, folder));
    });
}

function exportText({ placed, leftOut, notApproved, files, zone }: ToolPlanAnswer, folder: string): string {
  const moved = placed.filter(({ plannedAt, scheduledAt }) => plannedAt !== scheduledAt).length;
  return [
    ...(leftOut.length === 0
      ? []
      : [
          table(
            ['LEFT OUT', 'ACCOUNT', 'WAVE', 'WHY'],
            leftOut.map(({ postId, account, wave, reason }) => [postId, account, wave, reason]),
            '',
          ),
        ]),
    `In the files: ${placed.length} (a little later than planned: ${moved}). Left out: ${leftOut.length}. Not approved, or past: ${notApproved}.`,
    `Written to ${folder}, times of ${zone}: ${files.map(({ name }) => name).join(', ')}. Begin with read-me-first.txt.`,
  ].join('\n');
}
