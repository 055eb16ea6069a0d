import type { Command } from 'commander';
import { account, organization, type OrganizationAnswer } from '../contract/organizations.js';
import { several } from './arguments.js';
import type { ChorusApi } from './chorus-api.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { addHoursCommand } from './hours-command.js';
import { only } from './named.js';
import { table } from './table.js';

interface AccountAddition {
  readonly network: string;
  readonly displayName?: string;
  readonly server?: string;
}

/** `organizations` and `accounts`: the partners, and where they speak. */
export function addOrganizationCommands(program: Command, context: CommandContext): void {
  const organizations = program.command('organizations').description('the partners: list, add, hours');
  organizations
    .command('list')
    .description('all partners')
    .action(async () => {
      const items = await context.api.all('organizations', organization);
      context.show({ items, nextCursor: null }, () =>
        table(
          ['ORGANIZATION', 'ID'],
          items.map(({ name, id }) => [name, id]),
          'There is no organization yet: add one with chorus organizations add.',
        ),
      );
    });
  organizations
    .command('add')
    .description('add a partner; the same again changes nothing')
    .argument('<name>')
    .option('--blank <name=words>', 'its own words for templates; may be given more than once', several)
    .action(async (name: string, { blank }: { readonly blank?: readonly string[] }) => {
      const blanks = Object.fromEntries((blank ?? []).map(blankOf));
      const answer = await context.api.post('organizations', { name, blanks }, organization);
      context.show(answer, () => `${answer.name}: ${answer.id}`);
    });
  addHoursCommand(organizations, context, (nameOrId) => findOrganization(context.api, nameOrId));
  program
    .command('accounts')
    .description('the accounts of partners: add')
    .command('add')
    .description('connect an account of an organization')
    .argument('<organization>', 'name or id')
    .argument('<handle>')
    .option('--network <name>', 'the network it is on', 'sandbox')
    .option('--display-name <name>', 'as readers see it; the name of the organization when absent')
    .option('--server <address>', 'the server it is on; that of this installation when absent')
    .action(async (wanted: string, handle: string, { network, displayName, server }: AccountAddition) => {
      const { id, name } = await findOrganization(context.api, wanted);
      const body = { network, handle, displayName, serverUrl: server };
      const answer = await context.api.post(`organizations/${id}/accounts`, body, account);
      context.show(answer, () => `${name}: ${answer.handle} on ${answer.network} (${answer.id})`);
    });
}

/** The organization of that name or id. */
export async function findOrganization(api: ChorusApi, nameOrId: string): Promise<OrganizationAnswer> {
  const organizations = await api.all('organizations', organization);
  const fits = ({ id, name }: OrganizationAnswer): boolean => id === nameOrId || name === nameOrId;
  return only(organizations, fits, 'organization', nameOrId, ({ name }) => name);
}

function blankOf(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  if (at > 0) return [given.slice(0, at), given.slice(at + 1)];
  throw new CommandFault(`“${given}” has no name: write it as name=words, such as why="We fish here."`);
}
