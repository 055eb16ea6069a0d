import { sql, type Kysely } from 'kysely';

/**
 * Calendar feeds at secret addresses. Only a digest of the secret is kept, so that nobody who reads the ledger can
 * read a feed. One feed of an organization or a campaign stands at a time: making it anew ends the one before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(FEEDS).execute(db);
}

const FEEDS = `
create table calendar_feed (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references organization on delete cascade,
  campaign_id uuid references campaign on delete cascade,
  key_sha256 text not null unique check (key_sha256 ~ '^[0-9a-f]{64}$'),
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  constraint feed_of_one_thing check (num_nonnulls(organization_id, campaign_id) = 1),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_standing_feed_per_organization on calendar_feed (organization_id) where revoked_at is null;
create unique index one_standing_feed_per_campaign on calendar_feed (campaign_id) where revoked_at is null;
`;
