import type { Command } from 'commander';
import {
  type AffectedPost,
  embargoAnswer,
  releaseCorrectionAnswer,
  type ReleaseCorrectionAnswer,
} from '../contract/releases.js';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { readReleaseFile } from './release-file.js';

/** `releases correct` and `releases embargo`, beside the others of `releases`. */
export function addVersionCommands(releases: Command, context: CommandContext): void {
  releases
    .command('correct')
    .description('freeze a corrected release as a new version; what it no longer says is withdrawn')
    .argument('<release>', 'id of the newest version, as chorus releases list shows it')
    .argument('<file>', 'the corrected release as UTF-8 text; - reads standard input')
    .option('--note <words>', 'what it corrects')
    .action(async (id: string, file: string, { note }: { note?: string }) => {
      const text = await readReleaseFile(file);
      const body = { text, by: context.by(), note: note ?? null };
      const path = `releases/${encodeURIComponent(id)}/correction`;
      const answer = await context.api.post(path, body, releaseCorrectionAnswer);
      context.show(answer, () => correctionText(answer));
    });
  releases
    .command('embargo')
    .description('hold back all that is made of a release until an instant, or lift the embargo')
    .argument('<release>', 'id of any of its versions')
    .argument('<until>', 'an instant such as 2026-03-20T14:00:00Z, or none')
    .option('--reason <words>', 'for the record')
    .action(async (id: string, until: string, { reason }: { reason?: string }) => {
      if (until !== 'none' && Number.isNaN(Date.parse(until))) {
        throw new CommandFault(`“${until}” is no instant: give one such as 2026-03-20T14:00:00Z, or none.`);
      }
      const body = { until: until === 'none' ? null : until, by: context.by(), reason: reason ?? null };
      const answer = await context.api.put(`releases/${encodeURIComponent(id)}/embargo`, body, embargoAnswer);
      const { embargoUntil, posts } = answer;
      const state =
        embargoUntil === null ? 'There is no embargo now.' : `Under embargo until ${embargoUntil}.`;
      context.show(answer, () => [state, ...affectedText(posts)].join('\n'));
    });
}

function correctionText({ created, release, standing, flagged, posts }: ReleaseCorrectionAnswer): string {
  const fresh = release.statements.filter(
    ({ releaseId, status }) => releaseId === release.id && status === 'proposed',
  );
  return [
    `Release ${release.id}: version ${release.version}${created ? '' : ', brought in before: nothing changed'}.`,
    `${standing} statements stand unchanged, ${fresh.length} are new or changed and to be reviewed.`,
    ...flagged.map(({ id, message }) => `? ${id}: ${message}`),
    ...affectedText(posts),
  ].join('\n');
}

const EFFECTS: Readonly<Record<AffectedPost['effect'], string>> = {
  'approval-lost': 'lost its approval: edit it or drop it',
  'to-be-edited': 'waits unapproved: edit it or drop it',
  'on-the-wire': 'was on its way: see chorus notices list once its outcome is known',
  live: 'is live: correct it or take it down, see chorus notices list',
};

/** Posts that a change of their sources concerns, one a line. */
export function affectedText(posts: readonly AffectedPost[]): string[] {
  return posts.map(
    ({ id, account, network, organization, effect }) =>
      `  ${id}  @${account} on ${network} (${organization}) ${EFFECTS[effect]}.`,
  );
}
