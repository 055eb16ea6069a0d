import { sql } from 'kysely';
import type { Ledger } from '../../../src/infrastructure/database/ledger.js';
import { eventually } from '../../support/eventually.js';

/** How many wait for a lock in the ledger just now. */
async function waiting(ledger: Ledger): Promise<number> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(ledger);
  return rows.length;
}

/**
 * Does things at once, for certain: a row is held until all of them wait for it, so that none has read what another
 * is about to write. Whoever reads before it locks is found out.
 */
export async function atOnce<Outcome>(
  ledger: Ledger,
  row: { readonly table: 'hearing' | 'post'; readonly id: string },
  works: readonly (() => Promise<Outcome>)[],
): Promise<Outcome[]> {
  const running = await ledger.transaction().execute(async (trx) => {
    const key = row.table === 'hearing' ? 'campaign_id' : 'id';
    await sql`select from ${sql.table(row.table)} where ${sql.ref(key)} = ${row.id} for update`.execute(trx);
    const started: Promise<Outcome>[] = [];
    for (const work of works) {
      const ended = { yet: false };
      started.push(
        work().finally(() => {
          ended.yet = true;
        }),
      );
      const wanted = started.length;
      // One that comes through without waiting has been done while the row was held.
      await eventually('all wait', async () => ended.yet || (await waiting(ledger)) >= wanted);
    }
    return { started };
  });
  return Promise.all(running.started);
}
