import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Ledger } from '../infrastructure/database/index.js';
import { ApiClient } from './api-client.js';
import type { Surroundings } from './surroundings.js';
import { exampleWave, hearingDate, waveSchema } from './example-times.js';

const EXAMPLES_FOLDER = resolve(import.meta.dirname, '../../examples');
const EXAMPLE_SLUG = 'keep-the-river-open';
const BY = 'Chorus, for the example';

const exampleSchema = z.object({
  campaign: z.record(z.string(), z.unknown()),
  hearing: z.object({ daysAfterStart: z.number().int(), time: z.string(), zone: z.string() }),
  release: z.object({ file: z.string(), accept: z.literal('all') }),
  waves: z.array(waveSchema),
  organizations: z.array(z.object({ name: z.string(), handle: z.string(), why: z.string() })),
  accounts: z.object({ network: z.string(), perOrganization: z.number().int() }),
});

const created = z.object({ id: z.string() });
const campaignSchema = z.object({ id: z.string(), createdAt: z.string() });
const postPage = z.object({
  items: z.array(z.object({ id: z.string(), fingerprint: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

/**
 * Loads the example campaign into an empty database, through the API as a coordinator and the partners would:
 * the release, its statements, the organizations with their accounts, the hearing, the waves, the posts, and
 * each organization's approval.
 */
export async function loadExample(
  address: string,
  { ledger }: Pick<Surroundings, 'ledger'>,
  say: (line: string) => void,
): Promise<void> {
  if (!(await isWanted(ledger))) return;
  say('The database is empty: loading the example campaign …');
  const text = await readFile(join(EXAMPLES_FOLDER, 'campaign.json'), 'utf8');
  const example = exampleSchema.parse(JSON.parse(text));
  const api = new ApiClient(address);
  const organizationIds = await addOrganizations(api, example);
  const campaign = campaignSchema.parse(await api.post('campaigns', example.campaign));
  // Counted from the first try, so that a start after a crash asks for the same again and completes it.
  const startAt = Date.parse(campaign.createdAt);
  const release = await readFile(join(EXAMPLES_FOLDER, example.release.file), 'utf8');
  const { id: releaseId } = created.parse(
    await api.post(`campaigns/${campaign.id}/releases`, { text: release }),
  );
  await api.post(`releases/${releaseId}/decisions`, {
    decision: 'accept',
    by: BY,
    leastConfidence: 'low',
  });
  const { zone, time } = example.hearing;
  const date = hearingDate(startAt, example.hearing);
  await api.put(`campaigns/${campaign.id}/hearing`, {
    date,
    time,
    zone,
    source: 'the example',
    changedBy: BY,
  });
  for (const wave of example.waves) {
    await api.post(`campaigns/${campaign.id}/waves`, exampleWave(wave, startAt, date, zone));
  }
  await api.post(`campaigns/${campaign.id}/posts`, {});
  for (const organizationId of organizationIds) await approveAll(api, campaign.id, organizationId);
}

/** Into an empty database, or one in which an earlier start was ended before it had loaded everything. */
async function isWanted(ledger: Ledger): Promise<boolean> {
  const approval = await ledger.selectFrom('approval').select('id').limit(1).executeTakeFirst();
  const campaigns = await ledger.selectFrom('campaign').select('slug').limit(2).execute();
  return approval === undefined && campaigns.every(({ slug }) => slug === EXAMPLE_SLUG);
}

async function addOrganizations(
  api: ApiClient,
  { organizations, accounts }: z.output<typeof exampleSchema>,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { name, handle, why } of organizations) {
    const { id } = created.parse(await api.post('organizations', { name, blanks: { why } }));
    await api.post(`organizations/${id}/accounts`, { network: accounts.network, handle, displayName: name });
    ids.push(id);
  }
  return ids;
}

/** As the organization itself would, post by post. */
async function approveAll(api: ApiClient, campaignId: string, organizationId: string): Promise<void> {
  const query = `campaignId=${campaignId}&organizationId=${organizationId}&status=proposed&limit=200`;
  const page = postPage.parse(await api.get(`posts?${query}`));
  if (page.items.length === 0) return;
  await api.post(`organizations/${organizationId}/approvals`, {
    decision: 'approve',
    by: BY,
    leeway: { kind: 'follows-hearing' },
    posts: page.items.map(({ id, fingerprint }) => ({ id, fingerprint })),
  });
}
