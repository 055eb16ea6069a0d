import { campaign, type CampaignAnswer, waveList, type WaveAnswer } from '../contract/campaigns.js';
import { isId } from './arguments.js';
import type { ChorusApi } from './chorus-api.js';
import { CommandFault } from './fault.js';

/** The campaign of that slug or id. */
export async function findCampaign(api: ChorusApi, slugOrId: string): Promise<CampaignAnswer> {
  if (isId(slugOrId)) return api.get(`campaigns/${slugOrId}`, campaign);
  const campaigns = await api.all('campaigns', campaign);
  return only(
    campaigns,
    ({ slug }) => slug === slugOrId,
    'campaign',
    slugOrId,
    ({ slug }) => slug,
  );
}

/** The wave of that name or id in a campaign. */
export async function findWave(api: ChorusApi, campaignId: string, nameOrId: string): Promise<WaveAnswer> {
  const { items } = await api.get(`campaigns/${campaignId}/waves`, waveList);
  const fits = ({ id, name }: WaveAnswer): boolean => id === nameOrId || name === nameOrId;
  return only(items, fits, 'wave', nameOrId, ({ name }) => name);
}

/** The one of all items that fits, or a sentence that names those there are. */
export function only<Item>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
  kind: string,
  wanted: string,
  nameOf: (item: Item) => string,
): Item {
  const [found, another] = items.filter(fits);
  if (found !== undefined && another === undefined) return found;
  const names = items.slice(0, NAMES_SHOWN).map(nameOf).join(', ');
  const known = names === '' ? 'there is none yet' : `known: ${names}`;
  throw new CommandFault(
    found === undefined
      ? `There is no ${kind} “${wanted}” (${known}).`
      : `“${wanted}” is the name of more than one ${kind}: give its id instead.`,
  );
}

const NAMES_SHOWN = 20;
