import { sql } from 'kysely';
import type { Ledger } from './ledger.js';

/** The database's own time now, in epoch milliseconds with fractions. */
export async function readInstant(ledger: Ledger): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select extract(epoch from clock_timestamp())::double precision * 1000 as at`.execute(ledger);
  const at = rows[0]?.at;
  if (at === undefined) throw new Error('The database told no time');
  return at;
}
