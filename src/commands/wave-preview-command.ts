import type { Command } from 'commander';
import { wavePreview, type WavePreviewAnswer } from '../contract/wave-preview.js';
import type { CommandContext } from './context.js';
import { findCampaign, findWave } from './named.js';
import { table } from './table.js';

/** `waves preview`: when each account leaves in a wave, and afterwards how late it was. */
export function addWavePreviewCommand(waves: Command, context: CommandContext): void {
  waves
    .command('preview')
    .description('when each account leaves in a wave; afterwards how late each was')
    .argument('<campaign>', 'slug or id')
    .argument('<wave>', 'name or id')
    .action(async (slugOrId: string, nameOrId: string) => {
      const { id } = await findCampaign(context.api, slugOrId);
      const wave = await findWave(context.api, id, nameOrId);
      const answer = await context.api.get(`waves/${wave.id}/preview`, wavePreview);
      context.show(answer, () => previewText(answer));
    });
}

function previewText({ places, together }: WavePreviewAnswer): string {
  const rows = places.map((place) => [
    place.plannedAtLocal ?? place.noTime,
    place.plannedAtPartner === place.plannedAtLocal ? 'the same' : place.plannedAtPartner,
    `@${place.account}`,
    place.network,
    place.organization,
    place.status ?? 'no post yet',
    place.driftMs === null ? null : `${place.driftMs} ms`,
  ]);
  const told = table(
    ['LEAVES', 'ON ITS CLOCK', 'ACCOUNT', 'NETWORK', 'ORGANIZATION', 'POST IS', 'LATE BY'],
    rows,
    'No account takes part.',
  );
  if (together === 0) return told;
  return `${told}\n\n${together} accounts leave in the same second as another of their network.`;
}
