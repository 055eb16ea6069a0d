import type { Command } from 'commander';
import {
  consentGivingAnswer,
  type ConsentGivingAnswer,
  type ConsentItem,
  consentItem,
  consentList,
  consentWithdrawalAnswer,
} from '../contract/consents.js';
import { several } from './arguments.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign } from './named.js';
import { findOrganization } from './organization-commands.js';
import { affectedText } from './version-commands.js';

interface Choice {
  readonly statement?: readonly string[];
  readonly all?: true;
  readonly note?: string;
}

/** `consents`: what the speakers' own organizations let be used: list, give, withdraw, cut. */
export function addConsentCommands(program: Command, context: CommandContext): void {
  const consents = program
    .command('consents')
    .description('consent of the speakers’ organizations to statements and cuts: list, give, withdraw, cut');
  consents
    .command('list')
    .description('what needs consent, and what has it')
    .argument('<campaign>', 'slug or id')
    .option('--organization <name>', 'what this one is asked for')
    .action(async (slugOrId: string, { organization }: { organization?: string }) => {
      const items = await itemsOf(context, slugOrId, organization);
      context.show(
        { items },
        () => items.map(itemText).join('\n\n') || 'Nothing needs consent: accept quotations first.',
      );
    });
  addGiveCommand(consents, context);
  addCutCommand(consents, context);
  consents
    .command('withdraw')
    .description('take a consent back; posts that use the words lose their approval')
    .argument('<organization>', 'name or id')
    .argument('<consent>', 'its id, as chorus consents list shows it')
    .option('--reason <words>', 'for those whose posts are held back')
    .action(async (organization: string, id: string, { reason }: { reason?: string }) => {
      const { id: organizationId } = await findOrganization(context.api, organization);
      const body = { organizationId, by: context.by(), reason: reason ?? null };
      const path = `consents/${encodeURIComponent(id)}/withdrawal`;
      const answer = await context.api.post(path, body, consentWithdrawalAnswer);
      context.show(answer, () => ['The consent is withdrawn.', ...affectedText(answer.posts)].join('\n'));
    });
}

function addGiveCommand(consents: Command, context: CommandContext): void {
  consents
    .command('give')
    .description('consent, as the speaker’s organization, to statements or cuts as they are shown')
    .argument('<campaign>', 'slug or id')
    .argument('<organization>', 'name or id')
    .option('--statement <id>', 'this statement, or cut; may be given more than once', several)
    .option('--all', 'all that it is asked for')
    .option('--note <words>', 'for the record')
    .action(async (slugOrId: string, organization: string, choice: Choice, command: Command) => {
      if ((choice.statement === undefined) === (choice.all === undefined)) {
        command.error('error: name statements or cuts with --statement, or give --all.');
      }
      const items = await itemsOf(context, slugOrId, organization);
      const { id } = await findOrganization(context.api, organization);
      const open = items.filter(({ consent }) => consent === null);
      const chosen = choice.all === true ? open : named(items, choice.statement ?? []);
      if (chosen.length === 0) throw new CommandFault('Nothing waits for the consent of this organization.');
      const body = {
        items: chosen.map(({ statementId, revision, cutId }) => ({ statementId, revision, cutId })),
        by: context.by(),
        note: choice.note ?? null,
      };
      const answer = await context.api.post(`organizations/${id}/consents`, body, consentGivingAnswer);
      context.show(answer, () => givenText(answer, chosen));
      refuseRefused(answer);
    });
}

function addCutCommand(consents: Command, context: CommandContext): void {
  consents
    .command('cut')
    .description('propose a cut of a quotation, which its speaker’s organization then agrees to')
    .argument('<statement>', 'id of the quotation')
    .argument(
      '<range...>',
      'what is left out, as start-end in the text of the version that it was found in, such as 812-860',
    )
    .action(async (statementId: string, ranges: readonly string[]) => {
      const body = { removed: ranges.map(range), by: context.by() };
      const path = `statements/${encodeURIComponent(statementId)}/cuts`;
      const answer = await context.api.post(path, body, consentItem);
      context.show(answer, () => itemText(answer));
    });
}

async function itemsOf(
  context: CommandContext,
  slugOrId: string,
  organization?: string,
): Promise<ConsentItem[]> {
  const { id } = await findCampaign(context.api, slugOrId);
  const organizationId =
    organization === undefined ? undefined : (await findOrganization(context.api, organization)).id;
  return (await context.api.get(`campaigns/${id}/consents`, consentList, { organizationId })).items;
}

/** A cut is named by its own id, a statement as a whole by the statement's. */
function named(items: readonly ConsentItem[], ids: readonly string[]): readonly ConsentItem[] {
  return ids.map((id) => {
    const item = items.find(({ statementId, cutId }) => (cutId ?? statementId) === id);
    if (item === undefined) {
      throw new CommandFault(
        `${id} is not among what this organization is asked for: see chorus consents list.`,
      );
    }
    return item;
  });
}

function range(given: string): { readonly start: number; readonly end: number } {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(given) ?? [];
  if (start === undefined || end === undefined) {
    throw new CommandFault(
      `“${given}” is no range: give the first offset and the one after the last, such as 812-860.`,
    );
  }
  return { start: Number(start), end: Number(end) };
}

/** The very words, since consent is to them: with --all nobody has named them. */
function givenText({ given }: ConsentGivingAnswer, chosen: readonly ConsentItem[]): string {
  const ids = new Set(given.map(({ statementId, cutId }) => cutId ?? statementId));
  const words = chosen
    .filter(({ statementId, cutId }) => ids.has(cutId ?? statementId))
    .map(({ speaker, text }) => `  ${text} (${speaker ?? 'no speaker'})`);
  return [`Consented to: ${given.length}.`, ...words].join('\n');
}

function refuseRefused({ refused }: ConsentGivingAnswer): void {
  if (refused.length === 0) return;
  const reasons = refused.map(({ statementId, cutId, detail }) => `  ${cutId ?? statementId}: ${detail}`);
  throw new CommandFault(`${refused.length} were not:\n${reasons.join('\n')}`);
}

function itemText({ statementId, cutId, text, speaker, organization, consent }: ConsentItem): string {
  const who = [speaker, organization].filter((one) => one !== null).join(', ');
  const state =
    consent === null
      ? 'waits for consent'
      : `consented by ${consent.givenBy} on ${consent.givenAt} (${consent.id})`;
  return [
    `${cutId ?? statementId}  ${cutId === null ? 'statement' : 'cut'}  ${state}`,
    `  ${text}`,
    `  – ${who}`,
  ].join('\n');
}
