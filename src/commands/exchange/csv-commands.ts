import { Argument, type Command, Option } from 'commander';
import { type FileAnswer, fileAnswer, type ImportAnswer, importAnswer } from '../../contract/exchange.js';
import type { CommandContext } from '../context.js';
import { CommandFault } from '../fault.js';
import { bytesOf } from '../file-bytes.js';
import { findCampaign, findWave } from '../named.js';
import { findOrganization } from '../organization-commands.js';
import { table } from '../table.js';
import { writeNewFile } from './out-file.js';

const KINDS = ['organizations', 'accounts', 'posts'] as const;
type Kind = (typeof KINDS)[number];

/** More than Chorus takes, so that it says so itself. */
const ENOUGH_BYTES = 2_100_000;

interface Output {
  readonly out?: string;
  readonly separator?: string;
}

interface PostFilter {
  readonly campaign?: string;
  readonly organization?: string;
  readonly wave?: string;
}

/** `csv`: template, import, export. */
export function addCsvCommands(program: Command, context: CommandContext): void {
  const csv = program
    .command('csv')
    .description('organizations, accounts and posts as CSV: template, import, export');
  csv
    .command('template')
    .description('a file with the columns and an example, to be filled in')
    .addArgument(new Argument('<kind>').choices(KINDS))
    .option('--out <file>', 'write it to a new file')
    .addOption(separator())
    .action(async (kind: Kind, output: Output) => {
      const query = { as: 'json', separator: output.separator };
      await put(context, await context.api.get(`csv/templates/${kind}`, fileAnswer, query), output);
    });
  csv
    .command('export')
    .description('what there is, to be changed and imported again')
    .addArgument(new Argument('<kind>').choices(KINDS))
    .option('--campaign <campaign>', 'whose posts: slug or id')
    .option('--organization <organization>', 'posts of this one only: name or id')
    .option('--wave <wave>', 'posts of this wave only: name or id')
    .option('--out <file>', 'write it to a new file')
    .addOption(separator())
    .action(async (kind: Kind, options: Output & PostFilter) => {
      const { path, filter } = await placeOf(context, kind, options);
      const query = { ...filter, as: 'json', separator: options.separator };
      await put(context, await context.api.get(path, fileAnswer, query), options);
    });
  csv
    .command('import')
    .description('add and change what a file says: all of it, or nothing')
    .addArgument(new Argument('<kind>').choices(KINDS))
    .argument('<file>', '- reads standard input')
    .option('--campaign <campaign>', 'whose posts: slug or id')
    .option('--preview', 'tell what would happen; nothing happens')
    .action(async (kind: Kind, file: string, options: PostFilter & { readonly preview?: true }) => {
      const { path } = await placeOf(context, kind, options);
      const by = kind === 'posts' ? `&by=${encodeURIComponent(context.by())}` : '';
      const body = { base64: (await bytesOf(file, ENOUGH_BYTES)).toString('base64') };
      const asked = `${path}?preview=${String(options.preview === true)}${by}`;
      const answer = await context.api.post(asked, body, importAnswer);
      context.show(answer, () => importText(answer));
    });
}

function separator(): Option {
  return new Option('--separator <name>', 'between cells; commas when absent').choices([
    'comma',
    'semicolon',
    'tab',
  ]);
}

async function placeOf(
  { api }: CommandContext,
  kind: Kind,
  { campaign, organization, wave }: PostFilter,
): Promise<{ readonly path: string; readonly filter: Readonly<Record<string, string | undefined>> }> {
  if (kind !== 'posts') return { path: `csv/${kind}`, filter: {} };
  if (campaign === undefined) throw new CommandFault('Posts are of a campaign: name it with --campaign.');
  const { id } = await findCampaign(api, campaign);
  return {
    path: `campaigns/${id}/csv/posts`,
    filter: {
      organizationId: organization === undefined ? undefined : (await findOrganization(api, organization)).id,
      waveId: wave === undefined ? undefined : (await findWave(api, id, wave)).id,
    },
  };
}

async function put(context: CommandContext, answer: FileAnswer, { out }: Output): Promise<void> {
  const bytes = Buffer.from(answer.base64, 'base64');
  if (out !== undefined) await writeNewFile(out, bytes);
  context.show(answer, () =>
    out === undefined ? bytes.toString('utf8').replace(/\r\n$/, '') : `Written to ${out}.`,
  );
}

/** The rows that change something; those that stand as they are would hide them. */
function importText({ summary, rows, preview }: ImportAnswer): string {
  const changes = rows.filter(({ outcome }) => outcome !== 'unchanged');
  const next = preview && changes.length > 0 ? ['Nothing is done yet: repeat without --preview.'] : [];
  const shown =
    changes.length === 0
      ? []
      : [
          table(
            ['LINE', 'OUTCOME', 'WHAT', 'NOTE'],
            changes.map(({ line, outcome, name, note }) => [line, outcome, name, note]),
            '',
          ),
        ];
  return [...shown, summary, ...next].join('\n');
}
