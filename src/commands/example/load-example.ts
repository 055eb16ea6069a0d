import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { campaign as campaignAnswer } from '../../contract/campaigns.js';
import { approvalDecisionsAnswer } from '../../contract/approvals.js';
import { post as postAnswer } from '../../contract/posts.js';
import { ChorusApi } from '../chorus-api.js';
import { consentToAll } from './example-consents.js';
import { exampleWave, hearingDate, waveSchema } from './example-times.js';

const EXAMPLES_FOLDER = resolve(import.meta.dirname, '../../../examples');
const EXAMPLE_SLUG = 'keep-the-river-open';
const BY = 'Chorus, for the example';

const exampleSchema = z.object({
  campaign: z.record(z.string(), z.unknown()),
  hearing: z.object({ daysAfterStart: z.number().int(), time: z.string(), zone: z.string() }),
  release: z.object({
    file: z.string(),
    accept: z.literal('all'),
    spokenForBy: z.record(z.string(), z.string()),
  }),
  waves: z.array(waveSchema),
  organizations: z.array(z.object({ name: z.string(), handle: z.string(), why: z.string() })),
  accounts: z.object({ network: z.string(), perOrganization: z.number().int() }),
});

const created = z.looseObject({ id: z.string() });
const anything = z.unknown();

/**
 * Loads the example campaign into an empty database, through the API as a coordinator and the partners would:
 * the release, its statements, the organizations with their accounts, the hearing, the waves, the posts, and
 * each organization's approval.
 */
export async function loadExample(address: string, say: (line: string) => void): Promise<void> {
  const api = new ChorusApi(() => address);
  if (!(await isWanted(api))) return;
  say('The database is empty: loading the example campaign …');
  const text = await readFile(join(EXAMPLES_FOLDER, 'campaign.json'), 'utf8');
  const example = exampleSchema.parse(JSON.parse(text));
  const organizationIds = await addOrganizations(api, example);
  const campaign = await api.post('campaigns', example.campaign, campaignAnswer);
  // Counted from the first try, so that a start after a crash asks for the very same again.
  const startAt = Date.parse(campaign.createdAt);
  const release = await readFile(join(EXAMPLES_FOLDER, example.release.file), 'utf8');
  const { id: releaseId } = await api.post(`campaigns/${campaign.id}/releases`, { text: release }, created);
  await api.post(
    `releases/${releaseId}/decisions`,
    {
      decision: 'accept',
      by: BY,
      leastConfidence: 'low',
    },
    anything,
  );
  const spokenForBy = new Map(
    Object.entries(example.release.spokenForBy).map(([speaker, name]) => [
      speaker,
      organizationIds[example.organizations.findIndex((one) => one.name === name)] ?? '',
    ]),
  );
  await consentToAll(api, campaign.id, spokenForBy, BY);
  const { zone, time } = example.hearing;
  const date = hearingDate(startAt, example.hearing);
  await api.put(
    `campaigns/${campaign.id}/hearing`,
    {
      date,
      time,
      zone,
      source: 'the example',
      changedBy: BY,
    },
    anything,
  );
  for (const wave of example.waves) {
    await api.post(`campaigns/${campaign.id}/waves`, exampleWave(wave, startAt, date, zone), anything);
  }
  await api.post(`campaigns/${campaign.id}/posts`, {}, anything);
  for (const organizationId of organizationIds) await approveAll(api, campaign.id, organizationId);
}

/** Into an empty database, or one in which an earlier start was ended before anybody had decided on a post. */
async function isWanted(api: ChorusApi): Promise<boolean> {
  const campaigns = await api.all('campaigns', campaignAnswer);
  if (campaigns.some(({ slug }) => slug !== EXAMPLE_SLUG)) return false;
  const posts = await api.all('posts', postAnswer);
  return posts.every(({ status }) => status === 'proposed');
}

async function addOrganizations(
  api: ChorusApi,
  { organizations, accounts }: z.output<typeof exampleSchema>,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { name, handle, why } of organizations) {
    const { id } = await api.post('organizations', { name, blanks: { why } }, created);
    await api.post(
      `organizations/${id}/accounts`,
      { network: accounts.network, handle, displayName: name },
      created,
    );
    ids.push(id);
  }
  return ids;
}

/** As the organization itself would, post by post. */
async function approveAll(api: ChorusApi, campaignId: string, organizationId: string): Promise<void> {
  const posts = await api.all('posts', postAnswer, { campaignId, organizationId, status: 'proposed' });
  if (posts.length === 0) return;
  await api.post(
    `organizations/${organizationId}/approvals`,
    {
      decision: 'approve',
      by: BY,
      leeway: { kind: 'follows-hearing' },
      posts: posts.map(({ id, fingerprint, plannedAt }) => ({ id, fingerprint, plannedAt })),
    },
    approvalDecisionsAnswer,
  );
}
