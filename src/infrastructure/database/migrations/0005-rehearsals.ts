import { sql, type Kysely } from 'kysely';

/**
 * Rehearsals: a copy of a campaign whose accounts are twins on the sandbox network. That a rehearsal reaches nobody,
 * and that nothing else uses its accounts, is decided here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [REHEARSALS, BOUNDS, APPROVALS, EMBARGO]) await sql.raw(statement).execute(db);
}

/** `plan_from` and `plan_until` bound the plan's own time, `runs_from` and `runs_until` the time that it is run in. */
const REHEARSALS = `
create table rehearsal (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete cascade,
  copy_id uuid not null unique references campaign,
  seconds integer not null check (seconds > 0),
  plan_from timestamptz not null,
  plan_until timestamptz not null,
  runs_from timestamptz not null,
  runs_until timestamptz not null,
  started_by text not null,
  started_at timestamptz not null,
  stopped_by text,
  stopped_at timestamptz,
  check (copy_id <> campaign_id),
  check (plan_from <= plan_until and runs_from <= runs_until),
  check ((stopped_at is null) = (stopped_by is null))
);
create index on rehearsal (campaign_id, started_at);
create table account_twin (
  account_id uuid primary key references account,
  rehearsal_id uuid not null references rehearsal,
  of_account_id uuid not null references account,
  unique (rehearsal_id, of_account_id)
);
create table rehearsed_post (
  post_id uuid primary key references post on delete cascade,
  rehearsal_id uuid not null references rehearsal,
  of_post_id uuid not null references post on delete cascade,
  status_before text not null,
  planned_at timestamptz not null,
  unique (rehearsal_id, of_post_id)
);
`;

const BOUNDS = `
create function refuse_foreign_account() returns trigger language plpgsql as $$
begin
  if (select r.id from rehearsal r where r.copy_id = new.campaign_id)
     is distinct from (select t.rehearsal_id from account_twin t where t.account_id = new.account_id) then
    raise exception 'A rehearsal posts from its own twins alone, and nothing else posts from them'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger post_keeps_to_its_rehearsal before insert or update of campaign_id, account_id on post
  for each row execute function refuse_foreign_account();
create function refuse_twin_elsewhere() returns trigger language plpgsql as $$
begin
  if exists (select from account a where a.id = new.account_id and a.network <> 'sandbox') then
    raise exception 'A twin is an account on the sandbox network' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger twin_is_on_the_sandbox before insert or update on account_twin
  for each row execute function refuse_twin_elsewhere();
create function refuse_twin_to_leave() returns trigger language plpgsql as $$
begin
  if new.network <> 'sandbox' and exists (select from account_twin t where t.account_id = new.id) then
    raise exception 'A twin stays on the sandbox network' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger twin_stays_on_the_sandbox before update of network on account
  for each row execute function refuse_twin_to_leave();
`;

/** An approval that no person gave counts for what is rehearsed, and for nothing else. */
const APPROVALS = `
alter table approval add column by_system boolean not null default false;
create function refuse_system_approval() returns trigger language plpgsql as $$
begin
  if new.by_system and not exists (select from rehearsed_post h where h.post_id = new.post_id) then
    raise exception 'Only an organization approves what leaves from its account' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger system_approves_rehearsals_alone before insert or update of by_system, post_id on approval
  for each row execute function refuse_system_approval();
`;

/** A rehearsal runs the plan's time within a minute or so: an embargo of the real time does not hold it back. */
const EMBARGO = `
create or replace function embargo_of(post uuid) returns timestamptz language sql stable as $$
  select max(r.embargo_until) from post_statement ps
  join statement s on s.id = ps.statement_id
  join release r on r.id = s.release_id
  where ps.post_id = post and not exists (select from rehearsed_post h where h.post_id = post)
$$;
`;
