import type { Command } from 'commander';
import { organizationHours } from '../contract/hours.js';
import type { OrganizationAnswer } from '../contract/organizations.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { listing } from './table.js';

interface Hours {
  readonly zone?: string;
  readonly courtZone?: true;
  readonly quiet?: string;
  readonly anyHour?: true;
}

/** `organizations hours`: an organization's own clock and quiet hours. `find` finds it by its name or id. */
export function addHoursCommand(
  organizations: Command,
  context: CommandContext,
  find: (nameOrId: string) => Promise<OrganizationAnswer>,
): void {
  organizations
    .command('hours')
    .description('show or set the zone and the quiet hours of a partner')
    .argument('<organization>', 'name or id')
    .option('--zone <name>', 'its time zone, such as America/Chicago')
    .option('--court-zone', 'it goes by the zone of the court')
    .option('--quiet <from-to>', 'it does not post between these times, such as 22:00-07:00')
    .option('--any-hour', 'it has no quiet hours')
    .action(async (wanted: string, given: Hours) => {
      const { id, name } = await find(wanted);
      const path = `organizations/${id}/hours`;
      const current = await context.api.get(path, organizationHours);
      const zone = given.courtZone === true ? null : (given.zone ?? current.zone);
      const quiet = given.anyHour === true ? null : (quietOf(given.quiet) ?? current.quiet);
      const same = JSON.stringify({ zone, quiet }) === JSON.stringify(current);
      const answer = same ? current : await context.api.put(path, { zone, quiet }, organizationHours);
      context.show(answer, () =>
        listing([
          ['organization', name],
          ['zone', answer.zone ?? 'of the court'],
          ['quiet hours', answer.quiet === null ? 'none' : `${answer.quiet.from} to ${answer.quiet.to}`],
        ]),
      );
    });
}

function quietOf(given: string | undefined): { readonly from: string; readonly to: string } | null {
  if (given === undefined) return null;
  const [from, to, more] = given.split('-');
  if (from === undefined || to === undefined || more !== undefined) {
    throw new CommandFault(`“${given}” is not from one time to another: write it like 22:00-07:00.`);
  }
  return { from, to };
}
