import type { Command } from 'commander';
import {
  rehearsal,
  type RehearsalAnswer,
  rehearsalList,
  rehearsalReport,
  type RehearsedPost,
} from '../contract/rehearsals.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { findCampaign } from './named.js';
import { reportText } from './rehearsal-report.js';
import { table } from './table.js';

const LOOK_EVERY_MS = 1_000;
/** The last posts may still be recorded when the rehearsal's time is over. */
const RECORD_WITHIN_MS = 15_000;

/** `rehearse`, and `rehearsals`: list, show, stop. */
export function addRehearsalCommands(program: Command, context: CommandContext): void {
  program
    .command('rehearse')
    .description('run a campaign’s plan in short on the sandbox network, and tell how it went')
    .argument('<campaign>', 'slug or id')
    .option('--seconds <seconds>', 'how long the whole plan takes, 10 to 3600', '60')
    .action(async (slugOrId: string, { seconds }: { readonly seconds: string }) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const body = { seconds: wholeNumber(seconds), by: context.by() };
      const started = await context.api.post(`campaigns/${id}/rehearsals`, body, rehearsal);
      const report = await watch(context, started);
      context.show(report, () => reportText(report));
    });
  const rehearsals = program.command('rehearsals').description('rehearsals of a campaign: list, show, stop');
  rehearsals
    .command('list')
    .argument('<campaign>', 'slug or id')
    .description('the newest first')
    .action(async (slugOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const { items } = await context.api.get(`campaigns/${id}/rehearsals`, rehearsalList);
      context.show({ items }, () => listText(items));
    });
  rehearsals
    .command('show')
    .argument('<rehearsal>', 'id')
    .description('what came when, and what the plan is like')
    .action(async (id: string) => {
      const report = await context.api.get(`rehearsals/${encodeURIComponent(id)}`, rehearsalReport);
      context.show(report, () => reportText(report));
    });
  rehearsals
    .command('stop')
    .argument('<rehearsal>', 'id')
    .description('what waits does not come any more')
    .action(async (id: string) => {
      const path = `rehearsals/${encodeURIComponent(id)}/stop`;
      const answer = await context.api.post(path, { by: context.by() }, rehearsal);
      context.show(answer, () => `The rehearsal is ${answer.state}.`);
    });
}

/** Tells each post as it comes, until all have. */
async function watch(context: CommandContext, { id, startedAt, runsUntil }: RehearsalAnswer) {
  const told = new Set<string>();
  // By this machine's own stopwatch: its clock may be another than that of Chorus.
  const until = performance.now() + Date.parse(runsUntil) - Date.parse(startedAt) + RECORD_WITHIN_MS;
  for (;;) {
    const report = await context.api.get(`rehearsals/${id}`, rehearsalReport);
    for (const post of report.posts) {
      if (post.cameAt === null || told.has(post.postId)) continue;
      told.add(post.postId);
      context.tell(cameText(post));
    }
    const { state } = report.rehearsal;
    const isSettled = report.counts.waiting === 0 && (state === 'over' || state === 'stopped');
    if (isSettled || performance.now() > until) return report;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS);
    });
  }
}

function cameText({ cameAt, account, network, wave }: RehearsedPost): string {
  return `${cameAt ?? ''}  @${account} on ${network}, ${wave}`;
}

function wholeNumber(given: string): number {
  if (!/^\d{1,5}$/.test(given))
    throw new CommandFault(`“${given}” is no number of seconds: give 10 to 3600.`);
  return Number(given);
}

function listText(items: readonly RehearsalAnswer[]): string {
  return table(
    ['REHEARSAL', 'STATE', 'STARTED', 'BY', 'SECONDS', 'PLAN FROM', 'PLAN UNTIL'],
    items.map((item) => [
      item.id,
      item.state,
      item.startedAt,
      item.startedBy,
      item.seconds,
      item.planFrom,
      item.planUntil,
    ]),
    'It was never rehearsed: see chorus rehearse.',
  );
}
