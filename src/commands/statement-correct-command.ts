import type { Command } from 'commander';
import { statementChange } from '../contract/releases.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findOrganization } from './organization-commands.js';
import { affectedText } from './version-commands.js';

interface Correction {
  readonly speaker?: string;
  readonly role?: string;
  readonly organization?: string;
  readonly consentBy?: string;
  readonly source?: string;
}

/** `statements correct`: who said it, as what, for whom, and who consents; `none` clears a field. */
export function addCorrectCommand(statements: Command, context: CommandContext): void {
  statements
    .command('correct')
    .description('set who said a quotation, or the source of a fact; none clears a field')
    .argument('<statement>', 'its id')
    .option('--speaker <name>', 'who said it')
    .option('--role <role>', 'as what')
    .option('--organization <name>', 'for whom, as posts name it')
    .option('--consent-by <organization>', 'which organization consents for the speaker, by name or id')
    .option('--source <name>', 'who a fact is attributed to')
    .action(async (id: string, given: Correction) => {
      const { consentBy, ...names } = given;
      const fields = Object.entries(names).map(([field, value]) => [field, orNone(value)] as const);
      const consenting =
        consentBy === undefined ? {} : { consentOrganizationId: await organizationId(context, consentBy) };
      if (fields.length === 0 && consentBy === undefined) {
        throw new CommandFault(
          'Say what to set: --speaker, --role, --organization, --consent-by or --source.',
        );
      }
      const body = { ...Object.fromEntries(fields), ...consenting, by: context.by() };
      const answer = await context.api.patch(`statements/${encodeURIComponent(id)}`, body, statementChange);
      const { statement, changed, posts } = answer;
      const who = [statement.speaker, statement.role, statement.organization].filter((one) => one !== null);
      context.show(answer, () =>
        [
          changed
            ? `${statement.id} is set: ${who.join(', ') || (statement.source ?? 'nobody')}.`
            : 'It was so before.',
          ...affectedText(posts),
        ].join('\n'),
      );
    });
}

function orNone(given: string): string | null {
  return given === 'none' ? null : given;
}

async function organizationId({ api }: CommandContext, given: string): Promise<string | null> {
  return given === 'none' ? null : (await findOrganization(api, given)).id;
}
