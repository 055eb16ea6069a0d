import { sql, type Kysely } from 'kysely';

/**
 * The plan: events that waves count from besides the hearing, how its accounts keep apart, freezes, quiet hours and
 * blackout dates, what an undone move gives back, and decisions that two people release.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [EVENTS, WAVES, UNDO, HOURS, DECISIONS]) {
    await sql.raw(statement).execute(db);
  }
}

/** Before there was an instant of its own for it, an argument or a decision was as late as its report. */
const EVENTS = `
alter table campaign add column launch_at timestamptz;
alter table hearing
  add column argued_at timestamptz,
  add column decided_at timestamptz,
  add column outcome text check (outcome in ('won','lost','mixed'));
update hearing h set
  argued_at = (select max(c.changed_at) from hearing_change c
               where c.campaign_id = h.campaign_id and c.status = 'argued'),
  decided_at = case when h.status = 'decided'
                    then (select max(c.changed_at) from hearing_change c
                          where c.campaign_id = h.campaign_id and c.status = 'decided') end
where h.status in ('argued','decided');
alter table hearing
  add constraint argued_only_once_held check (argued_at is null or status in ('argued','decided')),
  add constraint decided_only_when_decided check (decided_at is null or status = 'decided'),
  add constraint outcome_only_of_a_decision check (outcome is null or decided_at is not null);
alter table hearing_change
  add column occurred_at timestamptz,
  add column outcome text;
update hearing_change set occurred_at = changed_at where status in ('argued','decided');
`;

const WAVES = `
update wave set timing = jsonb_build_object('event', 'hearing')
  || case when timing->>'kind' = 'days' then jsonb_build_object('clock', 'court') else '{}' end
  || timing;
alter table wave
  add column together boolean not null default false,
  add column freeze_ms integer not null default 0 check (freeze_ms between 0 and 604800000),
  add column outcome text check (outcome in ('won','lost','mixed')),
  add constraint outcome_only_on_decisions check (outcome is null or timing->>'event' = 'decided'),
  add constraint together_without_spread check (not together or spread_ms = 0);
alter table post add column freeze_ms integer not null default 0 check (freeze_ms between 0 and 604800000);
`;

/** What the hearing was before a change of it, and what each post was that the change touched. */
const UNDO = `
alter table hearing_change
  add column was_status text,
  add column was_starts_at timestamptz,
  add column was_zone text,
  add column was_argued_at timestamptz,
  add column was_decided_at timestamptz,
  add column undoes bigint unique references hearing_change on delete cascade;
create table plan_move (
  move_id bigint not null references hearing_change on delete cascade,
  post_id uuid not null references post on delete cascade,
  was_status text not null,
  was_planned_at timestamptz,
  was_timing text not null,
  was_delay_ms integer not null,
  was_grace_ms integer not null,
  was_freeze_ms integer not null,
  was_reason text,
  was_parts jsonb not null,
  was_fingerprint text not null,
  was_template text,
  was_depends_on_date boolean not null,
  was_statements jsonb not null,
  became_status text not null,
  became_revision integer not null,
  primary key (move_id, post_id)
);
create index on plan_move (post_id);
`;

const HOURS = `
alter table organization
  add column zone text,
  add column quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint quiet_hours_begin_and_end check ((quiet_from is null) = (quiet_to is null)),
  add constraint quiet_hours_leave_some check (quiet_from <> quiet_to);
create table blackout (
  campaign_id uuid not null references campaign on delete cascade,
  date date not null,
  reason text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (campaign_id, date)
);
`;

/** One proposal at a time; what was released is never proposed again. */
const DECISIONS = `
create table decision (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete cascade,
  outcome text not null check (outcome in ('won','lost','mixed')),
  source text not null,
  occurred_at timestamptz,
  proposed_by text not null,
  proposed_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((confirmed_at is null) = (confirmed_by is null)),
  constraint not_withdrawn_and_released check (num_nonnulls(withdrawn_at, confirmed_at) < 2),
  constraint two_people_release check (lower(confirmed_by) <> lower(proposed_by))
);
create unique index one_standing_decision on decision (campaign_id) where withdrawn_at is null;
`;
