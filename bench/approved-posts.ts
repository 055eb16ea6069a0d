/** Approved posts by the thousand, written into the ledger through the moves that it allows. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ledger, LedgerReader } from '../src/infrastructure/database/ledger.js';
import type { Vault } from '../src/infrastructure/vault/index.js';

export interface BenchAccount {
  readonly id: string;
  readonly handle: string;
  readonly remoteId: string;
  readonly serverUrl: string;
  readonly token: string;
}

const TIMING = '14 days before, 10:00';
const GRACE_MS = 900_000;
const PARTS = JSON.stringify([
  { segments: [{ kind: 'text', text: 'Hear the river on the day of the hearing.' }], pictures: [] },
]);

/** Accounts of 21 organizations. */
export async function writeAccounts(
  ledger: Ledger,
  vault: Vault,
  accounts: readonly Omit<BenchAccount, 'id'>[],
): Promise<readonly BenchAccount[]> {
  const organizations = await sql<{ id: string }>`
    insert into organization (name) select 'Organization ' || n from generate_series(1, 21) n
    on conflict (name) do update set name = excluded.name returning id`.execute(ledger);
  const written = accounts.map((account, index) => {
    const id = randomUUID();
    const owner = organizations.rows[index % organizations.rows.length]?.id;
    return { ...account, id, owner, sealed: vault.seal({ token: account.token }, id) };
  });
  await sql`
    insert into account (id, organization_id, network, handle, remote_id, server_url, credentials)
    select id, owner, 'sandbox', handle, "remoteId", "serverUrl", sealed
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as m(id uuid, owner uuid, handle text, "remoteId" text, "serverUrl" text, sealed text)`.execute(ledger);
  return written;
}

export function inventedAccounts(count: number): Omit<BenchAccount, 'id'>[] {
  return Array.from({ length: count }, (_, index) => {
    const handle = `account-${index}`;
    return { handle, remoteId: handle, serverUrl: 'http://127.0.0.1:1', token: handle };
  });
}

export async function writeCampaign(ledger: Ledger): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (insert into campaign (slug, name, seed) values (${randomUUID()}, 'Bench', 'bench') returning id),
    heard as (insert into hearing (campaign_id, status, zone) select id, 'unannounced', 'America/New_York' from made)
    select id from made`.execute(ledger);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The campaign was not written');
  return id;
}

/**
 * One approved post of each account, in as many waves as it takes to make `count`, the n-th due at
 * `dueAt + n × everyMs`. No alarm is set.
 */
export async function writeApprovedPosts(
  ledger: Ledger,
  campaignId: string,
  count: number,
  dueAt: number,
  everyMs = 0,
): Promise<void> {
  await ledger.transaction().execute(async (trx) => {
    const due = new Date(dueAt);
    await sql`
      with wave_made as (
        insert into wave (campaign_id, name, position, timing, spread_ms, grace_ms)
        select ${campaignId}::uuid, gen_random_uuid()::text, n,
               '{"kind":"days","days":-14,"time":"10:00"}', 0, ${GRACE_MS}
        from generate_series(1, (select ceil(${count}::numeric / count(*)) from account)) n
        returning id
      ), numbered as (
        select w.id as wave_id, a.id as account_id, row_number() over (order by w.id, a.id) - 1 as n
        from wave_made w cross join account a
      )
      insert into post (campaign_id, wave_id, account_id, status, parts, fingerprint, depends_on_date,
                        planned_at, timing, grace_ms)
      select ${campaignId}::uuid, wave_id, account_id, 'proposed', ${PARTS}::jsonb, 'v1:' || n, false,
             ${due}::timestamptz + n * ${everyMs}::double precision * interval '1 millisecond', ${TIMING},
             ${GRACE_MS}
      from numbered where n < ${count}`.execute(trx);
    await approveAll(trx, campaignId);
  });
  await sql`vacuum analyze post, account, approval`.execute(ledger);
}

/** Approves every proposed post of a campaign, each for its organization, and makes it due. */
export async function approveAll(trx: LedgerReader, campaignId: string): Promise<void> {
  await sql`
    insert into approval (post_id, organization_id, fingerprint, decision, instant_at, follows_timing,
                          decided_by, decided_at)
    select p.id, a.organization_id, p.fingerprint, 'approved', p.planned_at, p.timing, 'bench', now()
    from post p join account a on a.id = p.account_id
    where p.campaign_id = ${campaignId} and p.status = 'proposed'`.execute(trx);
  await sql`
    update post set status = 'approved', due_at = planned_at, wake = wake + 1
    where campaign_id = ${campaignId} and status = 'proposed'`.execute(trx);
}
