import { sql, type Kysely } from 'kysely';

/** Templates that users add; a changed one is a new row, so that what a post was made from stays on the record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TEMPLATES).execute(db);
}

const TEMPLATES = `
create table template (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  source text not null,
  added_by text not null,
  added_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check ((removed_at is null) = (removed_by is null))
);
create unique index one_standing_template on template (name) where removed_at is null;
`;
