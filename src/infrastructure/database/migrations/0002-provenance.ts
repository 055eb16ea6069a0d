import { sql, type Kysely } from 'kysely';

/**
 * Where words come from and who lets them be used: versions and embargoes of releases, where statements stand in
 * each version, cuts, consents, phrases that are no quotations, and live posts that a correction touches.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [VERSIONS, REVIEW, CONSENT, PHRASES, CORRECTIONS, UNCONSENTED]) {
    await sql.raw(statement).execute(db);
  }
}

/** `first_id` is null for the first version itself; one version corrects another, and is corrected by one. */
const VERSIONS = `
alter table release
  add column version integer not null default 1,
  add column first_id uuid references release on delete cascade,
  add column corrects_id uuid unique references release on delete cascade,
  add column embargo_until timestamptz,
  add column added_by text,
  add column note text,
  add constraint only_later_versions_correct
    check ((version = 1) = (corrects_id is null) and (first_id is null) = (corrects_id is null)),
  add constraint one_release_per_version unique (first_id, version),
  drop constraint release_campaign_id_sha256_key;
create unique index one_release_per_text on release (campaign_id, sha256) where corrects_id is null;
create table embargo_change (
  id bigint generated always as identity primary key,
  first_id uuid not null references release on delete cascade,
  until timestamptz,
  reason text,
  changed_by text not null,
  changed_at timestamptz not null
);
create index on embargo_change (first_id);
`;

/** A statement keeps the version that it was found in; `statement_anchor` says where it stands in others. */
const REVIEW = `
alter table statement drop constraint statement_status_check;
alter table statement
  add constraint statement_status_check check (status in ('proposed','accepted','rejected','withdrawn')),
  add column consent_organization_id uuid references organization;
create table statement_anchor (
  statement_id uuid not null references statement on delete cascade,
  release_id uuid not null references release on delete cascade,
  spans jsonb not null,
  figures jsonb not null default '[]',
  primary key (statement_id, release_id)
);
create index on statement_anchor (release_id);
create table statement_change (
  id bigint generated always as identity primary key,
  statement_id uuid not null references statement on delete cascade,
  revision integer not null,
  change text not null check (change in ('accepted','rejected','corrected','withdrawn')),
  detail jsonb not null default '{}',
  changed_by text not null,
  changed_at timestamptz not null
);
create index on statement_change (statement_id);
`;

const CONSENT = `
create table cut (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null references statement on delete cascade,
  removed jsonb not null check (jsonb_array_length(removed) > 0),
  proposed_by text not null,
  proposed_at timestamptz not null,
  voided_at timestamptz,
  unique (id, statement_id)
);
create unique index one_standing_cut on cut (statement_id, removed) where voided_at is null;
create table consent (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null references statement on delete cascade,
  cut_id uuid,
  organization_id uuid not null references organization,
  given_by text not null,
  note text,
  given_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  foreign key (cut_id, statement_id) references cut (id, statement_id) on delete cascade,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index one_standing_consent on consent (statement_id, coalesce(cut_id::text, ''))
  where withdrawn_at is null;
alter table post_statement add column cuts jsonb not null default '[]';
create function lacks_consent(post uuid) returns boolean language sql stable as $$
  select exists (
    select from post_statement ps
    join statement s on s.id = ps.statement_id and s.kind = 'quotation'
    where ps.post_id = post and (
      not exists (select from consent c
                  where c.statement_id = s.id and c.cut_id is null and c.withdrawn_at is null)
      or exists (select from jsonb_array_elements(ps.cuts) as used(removed)
                 where not exists (select from cut k join consent c on c.cut_id = k.id and c.withdrawn_at is null
                                   where k.statement_id = s.id and k.voided_at is null
                                     and k.removed = used.removed))))
$$;
create function embargo_of(post uuid) returns timestamptz language sql stable as $$
  select max(r.embargo_until) from post_statement ps
  join statement s on s.id = ps.statement_id
  join release r on r.id = s.release_id
  where ps.post_id = post
$$;
`;

const PHRASES = `
create table phrase (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete cascade,
  text text not null,
  reason text not null,
  marked_by text not null,
  marked_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index one_standing_phrase on phrase (campaign_id, text) where withdrawn_at is null;
`;

/** A live post that says what its release no longer says: somebody corrects it, takes it down, or lets it stand. */
const CORRECTIONS = `
create table correction_notice (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post on delete cascade,
  statement_id uuid not null references statement on delete cascade,
  because text not null,
  opened_at timestamptz not null,
  resolution text check (resolution in ('corrected','taken-down','left')),
  resolved_by text,
  resolved_at timestamptz,
  note text,
  url text,
  unique (post_id, statement_id),
  check (num_nonnulls(resolution, resolved_by, resolved_at) in (0, 3))
);
`;

/** What was approved before consent was asked for would not leave: it says so now, and not at its instant. */
const UNCONSENTED = `
update post set status = 'proposed', revision = revision + 1, due_at = null, queued_at = null,
  reason = 'consent-missing: the organization of somebody whom it quotes has not agreed to the use of these words; ask it, then approve again'
where status = 'approved' and lacks_consent(id);
`;
