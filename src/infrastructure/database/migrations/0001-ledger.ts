import { sql, type Kysely } from 'kysely';

/**
 * The ledger. What must hold under crashes and races is a constraint here: the moves of a post, one open or
 * live attempt per part, one post per account and wave, no due instant on a post that may not be sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [CAMPAIGNS, RELEASES, ORGANIZATIONS, POSTS, APPROVALS, PUBLISHING, MOVES]) {
    await sql.raw(statement).execute(db);
  }
}

const CAMPAIGNS = `
create table campaign (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  case_name text,
  court text,
  docket text,
  link text,
  hashtags text[] not null default '{}',
  seed text not null,
  created_at timestamptz not null default now()
);
create table hearing (
  campaign_id uuid primary key references campaign on delete cascade,
  status text not null check (status in ('unannounced','set','moved','argued','decided','cancelled')),
  starts_at timestamptz,
  zone text not null,
  revision integer not null default 1,
  check (status not in ('set','moved') or starts_at is not null)
);
create table hearing_change (
  id bigint generated always as identity primary key,
  campaign_id uuid not null references campaign on delete cascade,
  status text not null,
  starts_at timestamptz,
  zone text not null,
  source text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
create index on hearing_change (campaign_id, changed_at);
create table wave (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete cascade,
  name text not null,
  position integer not null,
  timing jsonb not null,
  spread_ms integer not null check (spread_ms >= 0),
  grace_ms integer not null check (grace_ms >= 0),
  templates text[] not null default '{}',
  unique (campaign_id, name)
);
`;

const RELEASES = `
create table release (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete cascade,
  text text not null,
  sha256 text not null,
  partners text[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (campaign_id, sha256)
);
create function refuse_release_change() returns trigger language plpgsql as $$
begin
  raise exception 'A release is frozen: its text cannot change' using errcode = 'check_violation';
end $$;
create trigger release_is_frozen before update of text, sha256 on release
  for each row execute function refuse_release_change();
create table statement (
  id uuid primary key default gen_random_uuid(),
  release_id uuid not null references release on delete cascade,
  kind text not null check (kind in ('quotation','fact')),
  position integer not null,
  spans jsonb not null,
  figures jsonb not null default '[]',
  speaker text,
  role text,
  organization text,
  source text,
  rule text not null,
  confidence text not null check (confidence in ('high','medium','low')),
  doubts text[] not null default '{}',
  status text not null check (status in ('proposed','accepted','rejected')),
  revision integer not null default 1,
  decided_by text,
  decided_at timestamptz,
  unique (release_id, position),
  check (kind <> 'quotation' or status <> 'accepted' or speaker is not null or organization is not null)
);
`;

const ORGANIZATIONS = `
create table organization (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  blanks jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create table account (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organization,
  network text not null,
  handle text not null,
  remote_id text not null,
  server_url text not null,
  credentials text not null,
  connected boolean not null default true,
  opted_out boolean not null default false,
  blocked_until timestamptz,
  created_at timestamptz not null default now(),
  unique (network, server_url, handle),
  unique (network, server_url, remote_id)
);
create index on account (organization_id);
`;

const POSTS = `
create table post (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign,
  wave_id uuid not null references wave,
  account_id uuid not null references account,
  status text not null,
  revision integer not null default 1,
  parts jsonb not null check (jsonb_array_length(parts) between 1 and 25),
  fingerprint text not null,
  template text,
  depends_on_date boolean not null,
  pinned boolean not null default false,
  planned_at timestamptz,
  timing text not null,
  delay_ms integer not null default 0,
  grace_ms integer not null check (grace_ms >= 0),
  due_at timestamptz,
  reconcile_at timestamptz,
  wake integer not null default 0,
  queued_at timestamptz,
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint due_only_while_claimable check (due_at is null or status in ('approved','partly-published')),
  constraint reconcile_only_in_doubt check (reconcile_at is null or status in ('publishing','unknown')),
  constraint in_doubt_is_watched check (status <> 'publishing' or reconcile_at is not null)
);
create unique index one_post_per_account_and_wave on post (account_id, wave_id) where status <> 'cancelled';
create index on post (campaign_id, planned_at);
create index on post (wave_id);
create index on post (due_at) where due_at is not null;
create index on post (reconcile_at) where reconcile_at is not null;
create index on post (planned_at) where status in ('proposed','changes-requested');
create table post_statement (
  post_id uuid not null references post on delete cascade,
  statement_id uuid not null references statement,
  statement_revision integer not null,
  primary key (post_id, statement_id)
);
create index on post_statement (statement_id);
`;

const APPROVALS = `
create table approval (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post on delete cascade,
  organization_id uuid not null references organization,
  fingerprint text not null,
  decision text not null check (decision in ('approved','changes-requested','declined')),
  instant_at timestamptz,
  leeway_minutes integer check (leeway_minutes >= 0),
  follows_timing text,
  decided_by text not null,
  note text,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  check (decision <> 'approved' or (instant_at is null and follows_timing is not null)
    or (instant_at is not null and num_nonnulls(leeway_minutes, follows_timing) = 1))
);
create index on approval (post_id);
create unique index one_standing_approval on approval (post_id)
  where decision = 'approved' and withdrawn_at is null;
`;

const PUBLISHING = `
create table attempt (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post,
  part integer not null check (part >= 0),
  key text not null,
  fingerprint text not null,
  state text not null check (state in
    ('open','published','rejected','not-sent','deferred','unknown','absent','handed-over')),
  claimed_by text not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  finished_at timestamptz,
  detail text,
  check ((state = 'open') = (finished_at is null))
);
create unique index one_open_or_live_attempt_per_part on attempt (post_id, part)
  where state in ('open','unknown','published','handed-over');
create index on attempt (post_id);
create table publication (
  post_id uuid not null references post,
  part integer not null,
  attempt_id uuid not null unique references attempt,
  remote_id text not null,
  url text not null,
  published_at timestamptz not null,
  adopted boolean not null default false,
  primary key (post_id, part)
);
create table pause (
  id uuid primary key default gen_random_uuid(),
  scope text not null check (scope in ('everything','campaign','account')),
  scope_id uuid,
  reason text not null,
  paused_by text not null,
  paused_at timestamptz not null,
  resumed_by text,
  resumed_at timestamptz,
  check ((scope = 'everything') = (scope_id is null)),
  check ((resumed_at is null) = (resumed_by is null))
);
create unique index one_standing_pause_per_scope on pause (scope, coalesce(scope_id::text, ''))
  where resumed_at is null;
create function is_paused(campaign uuid, account uuid) returns boolean language sql stable as $$
  select exists (select from pause where resumed_at is null
    and (scope = 'everything' or (scope = 'campaign' and scope_id = campaign)
         or (scope = 'account' and scope_id = account)))
$$;
create table queue_epoch (
  id integer primary key default 1 check (id = 1),
  epoch text not null
);
`;

/** The same pairs as `POST_MOVES`; a test holds the two together. */
const MOVES = `
create table post_move (from_status text not null, to_status text not null, primary key (from_status, to_status));
insert into post_move values
  ('draft','proposed'), ('draft','cancelled'),
  ('proposed','approved'), ('proposed','changes-requested'), ('proposed','declined'), ('proposed','missed'),
  ('proposed','cancelled'),
  ('changes-requested','proposed'), ('changes-requested','declined'), ('changes-requested','missed'),
  ('changes-requested','cancelled'),
  ('declined','proposed'), ('declined','cancelled'),
  ('approved','publishing'), ('approved','proposed'), ('approved','missed'), ('approved','declined'),
  ('approved','rejected'), ('approved','cancelled'),
  ('publishing','published'), ('publishing','approved'), ('publishing','partly-published'),
  ('publishing','unknown'), ('publishing','rejected'), ('publishing','missed'), ('publishing','handed-over'),
  ('published','taken-down'),
  ('partly-published','publishing'), ('partly-published','published'), ('partly-published','unknown'),
  ('partly-published','taken-down'),
  ('unknown','published'), ('unknown','partly-published'), ('unknown','approved'), ('unknown','rejected'),
  ('unknown','missed'),
  ('rejected','proposed'), ('rejected','cancelled'),
  ('missed','proposed'), ('missed','cancelled'),
  ('handed-over','published'), ('handed-over','missed'), ('handed-over','cancelled');
create function check_post_move() returns trigger language plpgsql as $$
begin
  if not exists (select from post_move where from_status = old.status and to_status = new.status) then
    raise exception 'A post cannot move from % to %', old.status, new.status
      using errcode = 'check_violation', constraint = 'post_moves';
  end if;
  return new;
end $$;
create trigger post_moves before update of status on post
  for each row when (old.status is distinct from new.status) execute function check_post_move();
create function check_post_start() returns trigger language plpgsql as $$
begin
  if new.status not in ('draft','proposed') then
    raise exception 'A post starts as draft or proposed, not as %', new.status
      using errcode = 'check_violation', constraint = 'post_starts';
  end if;
  return new;
end $$;
create trigger post_starts before insert on post for each row execute function check_post_start();
`;
